// vitest.mjs REPORT: one line per unit test, "outcome TAB rules TAB name"; rules stand in titles: "[P11] …".
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const outcomes = { passed: 'Passed', failed: 'Failed' };

for (const file of report.testResults) {
  for (const test of file.assertionResults) {
    const rules = [...test.fullName.matchAll(/\[([A-Za-z][\w.-]*)\]/g)].map((match) => match[1]);
    console.log([outcomes[test.status] ?? 'Skipped', rules.join(','), test.fullName.replace(/\s+/g, ' ')].join('\t'));
  }
  // A file that could not even be loaded has no tests of its own to fail.
  if (file.status === 'failed' && file.assertionResults.every((test) => test.status === 'passed')) {
    console.log(['Failed', '', file.name.split('/').pop()].join('\t'));
  }
}
