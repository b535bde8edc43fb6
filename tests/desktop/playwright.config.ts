import { defineConfig } from '@playwright/test';

/** The built extension on a desktop with a notification daemon (see `tests/support/desktop.ts`). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/desktop',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: [{ name: 'chromium' }, { name: 'firefox' }],
});
