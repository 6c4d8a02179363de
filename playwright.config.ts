import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  // The documentation's pictures are taken on request: WATCHKEEPER_SCREENSHOTS=1.
  testIgnore: process.env['WATCHKEEPER_SCREENSHOTS'] === '1' ? [] : ['**/screenshots.test.ts'],
  // Each test starts a desk of its own; two at once on two cores would time each other.
  workers: 1,
  // A test that passes only the second time hides a race.
  retries: 0,
  timeout: 120_000,
  // Two cores that build, render and encrypt at once are slower than a person's machine.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  outputDir: 'test-results',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/report.json' }],
  ],
});
