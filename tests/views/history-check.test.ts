import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { EXPLAINED, historyCheck, historyCheckPage } from './history-check.ts';

describe('docs/history-check.md', async () => {
  const rows = historyCheck(await loadKnowledge());
  it.each(rows.map((row) => [row.at, row] as const))(
    '%s: site and posts agree, or it is said why not',
    (at, row) => {
      expect(row.site === row.sources).toBe(EXPLAINED[at] === undefined);
    },
  );
  it('has the table as it stands', async () => {
    expect(rows).toHaveLength(20);
    await expect(historyCheckPage(rows)).toMatchFileSnapshot('../../docs/history-check.md');
  });
});
