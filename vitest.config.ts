import { defineConfig } from 'vitest/config';

/** Real stores and simulated centres take longer than a rule does; a unit test that needs more than 5 s is a bug. */
const timeouts: Record<string, number> = {
  unit: 5_000,
  integration: 60_000,
  migration: 60_000,
  contract: 60_000,
  simulation: 600_000,
};

export default defineConfig({
  test: {
    // A test that changes the machine's zone or clock must not leak into the next file.
    pool: 'forks',
    env: { TZ: 'UTC' },
    projects: Object.entries(timeouts).map(([name, testTimeout]) => ({
      extends: true as const,
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
        testTimeout,
        hookTimeout: testTimeout,
        globalSetup: name === 'unit' ? [] : ['test/support/build-command-line.ts'],
      },
    })),
  },
});
