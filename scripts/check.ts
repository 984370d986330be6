import { run } from './run.ts';

/** Everything that must be clean before a commit: types, lint and format, unused code, layers. */
const STEPS: readonly [name: string, command: string, args: readonly string[]][] = [
  ['types', 'astro', ['check', '--minimumSeverity', 'warning']],
  ['lint and format', 'biome', ['check', '--error-on-warnings']],
  ['unused code', 'knip', []],
  ['layers', 'vitest', ['run', 'tests/conformance/layers.test.ts', '--reporter=dot']],
];

const failed: string[] = [];
for (const [name, command, args] of STEPS) {
  process.stdout.write(`\n== ${name}\n`);
  if ((await run(command, args)) !== 0) failed.push(name);
}
if (failed.length > 0) {
  process.stderr.write(`\nnot clean: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
