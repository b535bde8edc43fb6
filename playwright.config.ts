import { defineConfig } from '@playwright/test';

/** Drives the built extension: `npm run build` comes first. `npm test` does both. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: [
    {
      name: 'chromium',
      testIgnore: [
        // A worker with a debugger, as here, is never idle.
        '**/awake.spec.ts',
      ],
    },
    {
      name: 'firefox',
      testIgnore: [
        // Repeated restarts with the same unpacked extension are Chromium's.
        '**/chaos.spec.ts',
        // The build that speaks one language is made for Chromium.
        '**/languages.spec.ts',
        // What moved is told by Chromium alone.
        '**/layout-shift.spec.ts',
        // Firefox does not always tell of a redirect that it refuses: see docs/politeness.md.
        '**/redirect-access.spec.ts',
        // Firefox closes the databases of a site that reaches its limit, of which ours has none.
        '**/storage-full.spec.ts',
        // Only Chromium can be told to block, by its protocol for developers.
        '**/blocked.spec.ts',
        // The worker's clock can be set in Chromium alone.
        '**/clock.spec.ts',
      ],
    },
  ],
});
