// Test reports in the JSON form of Vitest and Jest: what `npm test` leaves in reports/ for people and other tools.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Result } from './checks/steps.ts';

type Assertion = { fullName: string; status: string; title?: string; failureMessages?: string[] };
type TestFile = { name: string; status: string; message?: string; assertionResults: Assertion[] };
type Report = { success: boolean; testResults: TestFile[] };

/** `faults`: each failure with the start of its reason. */
export type Totals = { passed: number; failed: number; skipped: string[]; faults: string[] };

/** Writes the steps of a check as if each were a test. */
export function writeReport(path: string, results: readonly Result[]): void {
  const assertionResults = results.map((r) => ({
    ancestorTitles: ['check'],
    title: r.name,
    fullName: `check ${r.name}`,
    status: r.faults.length === 0 ? 'passed' : 'failed',
    duration: r.ms,
    failureMessages: [...r.faults],
  }));
  const success = assertionResults.every((a) => a.status === 'passed');
  const report: Report = { success, testResults: [{ name: 'tools/check.ts', status: success ? 'passed' : 'failed', assertionResults }] };
  writeFileSync(path, `${JSON.stringify(report, null, 1)}\n`);
}

/**
 * Adds up reports. A report that is missing, a file that could not be loaded, and an error outside any test each count as one
 * failure: nothing that went wrong may look like nothing happened.
 */
export function totals(paths: readonly string[]): Totals {
  const sum: Totals = { passed: 0, failed: 0, skipped: [], faults: [] };
  const fault = (words: string): void => {
    sum.failed += 1;
    sum.faults.push(words);
  };
  for (const path of paths) {
    if (!existsSync(path)) {
      fault(`${path} was not written`);
      continue;
    }
    const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
    const failedBefore = sum.failed;
    for (const file of report.testResults) {
      for (const test of file.assertionResults) {
        if (test.status === 'passed') sum.passed += 1;
        else if (test.status === 'failed') fault(`${test.fullName}: ${test.failureMessages?.join(' ').slice(0, 300) ?? ''}`);
        else sum.skipped.push(test.fullName);
      }
      if (file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed')) fault(`${file.name}: ${file.message ?? ''}`);
    }
    if (!report.success && sum.failed === failedBefore) fault(`${path}: an error outside every test`);
  }
  return sum;
}
