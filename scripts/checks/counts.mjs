/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Counts of vitest's JSON report. A file that did not even load has no tests in it: it counts as one failure.
 * @param {any} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const files = /** @type {{ status: string, assertionResults: { status: string }[] }[]} */ (report.testResults ?? []);
  const tests = files.flatMap((file) => file.assertionResults);
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + broken.length,
  };
}

/**
 * Counts of Playwright's JSON report.
 * @param {any} report
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  const stats = report.stats ?? {};
  return {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: (stats.unexpected ?? 0) + (report.errors?.length ?? 0),
  };
}

/**
 * What a step adds to the sum. A step that ended badly never counts as nothing: a crash after the last test is a failure.
 * @param {'check' | 'vitest' | 'playwright'} kind
 * @param {number} exitCode
 * @param {any} report  null where none was written
 * @returns {Counts}
 */
export function stepCounts(kind, exitCode, report) {
  if (kind === 'check') return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts =
    report === null ? { passed: 0, failed: 0 } : kind === 'vitest' ? vitestCounts(report) : playwrightCounts(report);
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
