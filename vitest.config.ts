import { defineConfig } from 'vitest/config';

/** Machines are noisy: a test that waits is slow, not wrong. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Stands alone: the extension build of vite.config.ts has no part in these tests. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: 'node',
          environment: 'node',
          include: ['tests/*.test.ts', 'tests/{unit,integration,support,fuzz}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...patience,
          name: 'ui',
          environment: 'jsdom',
          include: ['tests/ui/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/ui/patience.ts'],
        },
      },
    ],
  },
});
