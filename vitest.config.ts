import { defineConfig } from 'vitest/config';

/** Stands alone: the extension build of vite.config.ts has no part in these tests. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/*.test.ts', 'tests/{unit,integration,support}/**/*.test.ts'],
        },
      },
      {
        test: { name: 'ui', environment: 'jsdom', include: ['tests/ui/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
