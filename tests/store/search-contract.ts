import { describe, expect, it } from 'vitest';
import { at, ids, incident, save } from './sample-incident.ts';
import type { StoreUnderTest } from './store-contract.ts';

const HOSTILE = [
  '"',
  '" OR "a',
  'NEAR(a b)',
  'title:x',
  'a* OR b*',
  '-x',
  '^x',
  '()',
  '*',
  'AND',
  'NOT',
  "'; DROP TABLE incidents; --",
  '\u0000',
  '\ud800',
  '{tags}: x',
  'x'.repeat(5000),
  'w '.repeat(500),
  'ͅ',
  '𝒜',
  'क्षि',
  '中文',
];

export function searchContract(subject: StoreUnderTest): void {
  const find = async (text: string, providers?: readonly string[]) =>
    ids((await subject.store.incidents(providers ? { text, providers } : { text })).incidents);

  describe('search', () => {
    it('finds all words, in any part, in any case, by their beginnings', async () => {
      await save(
        subject.store,
        incident('hetzner/1', {
          title: 'Störung im Netz Zürich',
          updates: [{ id: 'u', at: at(0), status: 'identified', body: 'Der Router startet neu.' }],
          components: [{ name: 'Cloud-Server' }],
        }),
        incident('aws/1', { title: 'Network outage in us-east-1', startedAt: at(-1) }),
      );
      expect(await find('störung')).toEqual(['hetzner/1']);
      expect(await find('STORUNG zurich')).toEqual(['hetzner/1']);
      expect(await find('stör router cloud')).toEqual(['hetzner/1']);
      expect(await find('netz')).toEqual(['hetzner/1']);
      expect(await find('net')).toEqual(['hetzner/1', 'aws/1']);
      expect(await find('us-east-1')).toEqual(['aws/1']);
      expect(await find('störung outage')).toEqual([]);
      expect(await find('net', ['aws'])).toEqual(['aws/1']);
      expect(await find('  ')).toHaveLength(2);
    });

    it('takes the spellings of those who have no umlauts on their keys', async () => {
      await save(
        subject.store,
        incident('hetzner/1', { title: 'Störung an der Bahnhofstraße in Zürich' }),
        incident('aws/1', { title: 'Queue access is slow', startedAt: at(-1) }),
      );
      expect(await find('stoerung zuerich')).toEqual(['hetzner/1']);
      expect(await find('bahnhofstrasse')).toEqual(['hetzner/1']);
      expect(await find('queue access')).toEqual(['aws/1']);
    });

    it('does not find what is not shown', async () => {
      await save(subject.store, incident('aws/1'));
      expect(await find('provider617773')).toEqual([]);
      expect(await find('investigating')).toEqual([]);
    });

    it('takes any text for words, never for an expression', async () => {
      await save(subject.store, incident('aws/1', { title: 'Plain' }));
      for (const text of HOSTILE) await expect(find(text)).resolves.toBeInstanceOf(Array);
      expect(await find('***')).toEqual([]);
      expect(await find('plain OR zebra')).toEqual([]);
    });
  });
}
