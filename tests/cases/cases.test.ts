import { describe, expect, it } from 'vitest';
import { casesDir, loadCases } from './runner/case-file.ts';
import { runCase } from './runner/run-case.ts';

const dir = casesDir();

describe('field cases', () => {
  for (const one of loadCases(dir)) {
    it(one.id, async (context) => {
      const result = await runCase(one, dir);
      if (result.kind === 'skipped') context.skip(result.reason);
      expect(result.kind === 'failed' ? result.problems : []).toEqual([]);
    });
  }
});
