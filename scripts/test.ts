import { readFile } from 'node:fs/promises';
import { run } from './run.ts';

/**
 * Runs all tests (or those whose path contains an argument) and ends with the plain line
 * `N passed, N failed, N skipped` from the runner's own report.
 */
const REPORT = 'reports/tests.json';

const code = await run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
  ...process.argv.slice(2),
]);

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

const report = JSON.parse(await readFile(REPORT, 'utf8')) as Report;
const passed = report.numPassedTests;
// A file that cannot even be loaded counts as a failure although none of its tests ran.
const failed = Math.max(report.numFailedTests, report.success ? 0 : 1);
const skipped = report.numPendingTests + report.numTodoTests;
process.exitCode = code !== 0 || failed > 0 || passed === 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
