import { describe, expect, it } from 'vitest';
import type { PublishedQuery } from '../../src/store/store-queries.ts';
import { at, ended, ids, incident, save } from './sample-incident.ts';
import type { StoreUnderTest } from './store-contract.ts';

export function publishedContract(subject: StoreUnderTest): void {
  const told = async (query: PublishedQuery) =>
    ids((await subject.store.published(query)).map(({ incident: one }) => one));
  const post = (id: string, minutes: number) => {
    return { id, at: at(minutes), status: 'monitoring' as const, body: id };
  };

  describe('order of publication', () => {
    const fill = () =>
      save(
        subject.store,
        { ...ended('aws/long', at(-50_000), at(-1)), firstSeenAt: at(-50_000) },
        { ...ended('aws/short', at(-30), at(-20)), firstSeenAt: at(-29), services: ['aws:s3'] },
        incident('github/backdated', { startedAt: at(-900), firstSeenAt: at(-5) }),
        incident('github/gone', {
          startedAt: at(-60),
          firstSeenAt: at(-60),
          withdrawnAt: at(-10),
          regions: ['global'],
          impact: 'major',
        }),
      );

    it('is by when we saw it, or by when its end was told', async () => {
      await fill();
      expect(await told({ moment: 'seen' })).toEqual([
        'github/backdated',
        'aws/short',
        'github/gone',
        'aws/long',
      ]);
      expect(await told({ moment: 'ended' })).toEqual(['aws/long', 'github/gone', 'aws/short']);
    });

    it('goes on after a moment, ties by id, without loss', async () => {
      await save(
        subject.store,
        ...['a', 'b', 'c'].map((id) => incident(`aws/${id}`, { firstSeenAt: at(0) })),
      );
      expect(await told({ moment: 'seen', limit: 2 })).toEqual(['aws/c', 'aws/b']);
      const before = { at: at(0), id: 'aws/b' };
      expect(await told({ moment: 'seen', before })).toEqual(['aws/a']);
      expect(await told({ moment: 'seen', before, providers: ['aws', 'x'] })).toEqual(['aws/a']);
    });

    it('is cut like every other list', async () => {
      await fill();
      expect(await told({ moment: 'ended', providers: ['github'] })).toEqual(['github/gone']);
      expect(await told({ moment: 'ended', providers: ['github', 'aws'], limit: 1 })).toEqual([
        'aws/long',
      ]);
      expect(await told({ moment: 'seen', services: ['aws:s3', 'x:y'] })).toEqual(['aws/short']);
      expect(await told({ moment: 'ended', regions: ['global'] })).toEqual(['github/gone']);
      expect(await told({ moment: 'seen', impact: 'major' })).toEqual(['github/gone']);
      expect(await told({ moment: 'ended', text: 'trouble aws' })).toEqual([
        'aws/long',
        'aws/short',
      ]);
      expect(await told({ moment: 'seen', kinds: [] })).toEqual([]);
      expect(await told({ moment: 'seen', from: at(-19) })).toEqual([
        'github/backdated',
        'github/gone',
        'aws/long',
      ]);
    });

    it('of posts counts each, but a first one known with its incident', async () => {
      await save(
        subject.store,
        incident('aws/1', { updates: [post('a', -90), post('b', -10), post('c', -8)] }),
        incident('github/1', { updates: [post('d', -70), post('e', -9)] }),
        incident('github/2', { updates: [post('f', 1)] }),
      );
      expect(await told({ moment: 'post' })).toEqual(['github/2', 'aws/1', 'github/1', 'aws/1']);
      expect(await told({ moment: 'post', limit: 2, providers: ['github'] })).toEqual([
        'github/2',
        'github/1',
      ]);
      const before = { at: at(-9), id: 'github/1' };
      expect(await subject.store.published({ moment: 'post', before })).toMatchObject([
        { at: at(-10), incident: { id: 'aws/1' } },
      ]);
    });
  });
}
