import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OUTPUT_CHECKS } from '../output-checks.ts';
import type { FieldCase } from './case-file.ts';
import { outputFileSchema } from './output-file.ts';
import type { CaseResult } from './run-case.ts';

/** Every assertion of an output case; one without its part of the product skips the case. */
export async function runOutputCase(one: FieldCase, dir: string): Promise<CaseResult> {
  const file = outputFileSchema.parse(JSON.parse(readFileSync(path.join(dir, one.file), 'utf8')));
  const checks = one.expect.checks ?? [];
  const missing = checks.filter(({ assert }) => !OUTPUT_CHECKS.has(assert));
  if (missing.length > 0) {
    const names = missing.map(({ assert }) => assert).join(', ');
    return { kind: 'skipped', reason: `its part of the product is not built yet: ${names}` };
  }
  const problems: string[] = [];
  for (const check of checks) {
    const found = await OUTPUT_CHECKS.get(check.assert)?.(file, check);
    for (const problem of found ?? []) problems.push(`${check.assert}: ${problem}`);
  }
  return problems.length === 0 ? { kind: 'passed' } : { kind: 'failed', problems };
}
