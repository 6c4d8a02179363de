import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  // Each test starts a desk of its own; two at once on two cores would time each other.
  workers: 1,
  // A test that passes only the second time hides a race.
  retries: 0,
  timeout: 120_000,
  forbidOnly: Boolean(process.env['CI']),
  outputDir: 'test-results',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/report.json' }],
  ],
});
