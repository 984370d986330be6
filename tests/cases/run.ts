import { casesDir, loadCases } from './runner/case-file.ts';
import { runCase } from './runner/run-case.ts';

/** Runs every field case and says of each how it went. Started by `npm run test:cases`. */
const dir = casesDir();
const count = { passed: 0, failed: 0, skipped: 0 };
for (const one of loadCases(dir)) {
  const result = await runCase(one, dir);
  count[result.kind]++;
  const detail =
    result.kind === 'failed'
      ? result.problems.map((problem) => `\n    ${problem}`).join('')
      : result.kind === 'skipped'
        ? `: ${result.reason}`
        : '';
  process.stdout.write(`${result.kind.padEnd(7)} ${one.id}${detail}\n`);
}
process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
process.exitCode = count.failed > 0 ? 1 : 0;
