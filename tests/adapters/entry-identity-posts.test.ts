import { describe, expect, it } from 'vitest';
import { groupEntries } from '../../src/adapters/entry-identity.ts';
import type { IncidentStatus } from '../../src/model/incident.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { entry, group, ids, on } from './grouped-entries.ts';
import { feedXml } from './read-feed.ts';

describe('posts with a guid of their own', () => {
  const at = (link: string, id: string, day: number) => entry({ id, link }, on(day));

  it('are one incident under its address, their guids aliases', () => {
    const link = 'https://s.example/incidents/55';
    const [only, ...others] = group(at(link, 'a2', 2), at(link, 'a1', 1));
    expect(only).toMatchObject({ upstreamId: '55', aliases: ['a1', 'a2'] });
    expect(others).toEqual([]);
    // The first post alone is met under its guid and knows the address.
    expect(group(at(link, 'a1', 1))[0]).toMatchObject({ upstreamId: 'a1', aliases: ['55'] });
  });

  it('are not one under the address of a day, or one that is no incident', () => {
    const day = 'https://s.example/incidents/2025-10-01';
    expect(ids(at(day, 'a', 1), at(day, 'b', 1))).toEqual(['a', 'b']);
    const page = 'https://s.example/pages/main';
    expect(ids(at(page, 'a', 1), at(page, 'b', 1))).toEqual(['a', 'b']);
  });

  it('are not one under the address of the channel, nor is that an alias', () => {
    const link = 'https://s.example/events/history';
    const groups = groupEntries(feedXml({ link }), [at(link, 'a', 1), at(link, 'b', 1)]);
    expect(groups).toMatchObject([
      { upstreamId: 'a', aliases: [] },
      { upstreamId: 'b', aliases: [] },
    ]);
  });

  it('have no aliases from addresses of theirs, or where they have none', () => {
    const link = 'https://s.example/incidents/55';
    const guids = [
      '',
      'https://s.example/p/1',
      'http://s.example/p/2',
      'HTTPS://s.example/p/3',
      'a',
    ];
    const [only] = group(...guids.map((id, index) => at(link, id, index + 1)));
    expect(only).toMatchObject({ upstreamId: '55', aliases: ['a'] });
  });

  const post = (title: string, id: string, day: number, status: IncidentStatus | null) =>
    entry({ id, title, link: 'https://status.example/' }, on(day), status);

  it('are one incident where only the state in their titles differs', () => {
    const told = [
      post('RCA: Looms', 'd', 5, 'postmortem'),
      post('Resolved: Looms', 'c', 2, 'resolved'),
      post('Update: looms', 'b', 1, null),
      post('Looms', 'a', 1, 'investigating'),
    ];
    const [only, ...others] = group(...told);
    expect(only).toMatchObject({
      upstreamId: 'a',
      aliases: ['b', 'c', 'd'],
      entries: told.toReversed(),
    });
    expect(others).toEqual([]);
  });

  it('are one incident with up to a week between them', () => {
    const begun = post('Investigating: Looms', 'a', 1, 'investigating');
    const title = 'Resolved: Looms';
    expect(ids(begun, post(title, 'b', 8, 'resolved'))).toEqual(['a']);
    expect(ids(begun, entry({ id: 'b', title }, on(8, '08:01'), 'resolved'))).toEqual(['a', 'b']);
    expect(ids(begun, entry({ id: 'b', title }, null, 'resolved'))).toEqual(['a', 'b']);
  });

  it('are not joined as long as neither of two titles tells a state', () => {
    const a = post('Looms', 'a', 1, null);
    const b = post('Looms', 'b', 2, null);
    expect(ids(b, a)).toEqual(['b', 'a']);
    const [first, second] = group(a, b, post('Resolved: Looms', 'c', 3, 'resolved'));
    expect(first?.entries).toEqual([a]);
    expect(second).toMatchObject({ upstreamId: 'b', aliases: ['c'] });
  });

  it('are none where a guid stands under several entries', () => {
    const ended = post('Resolved: Looms', 'a', 1, 'resolved');
    const again = post('Investigating: Looms', 'a', 20, 'investigating');
    expect(ids(ended, again)).toEqual(['a', 'a-2025-10-20']);
  });

  it.each(['', 'https://status.example/'])('are none with the guid %j', (id) => {
    const begun = post('Investigating: Looms', id, 1, 'investigating');
    const ended = post('Resolved: Looms', 'b', 1, 'resolved');
    expect(ids(begun, ended)).toEqual([stableHash('looms 2025-10-01'), 'b']);
  });

  it.each([
    ['no title tells a state', 'Looms', 'Looms', 2, null],
    ['it had ended', 'Resolved: Looms', 'Investigating: Looms', 2, 'resolved'],
    ['both had ended', 'Resolved: Looms', 'Resolved: Looms', 2, 'resolved'],
    ['their titles differ', 'Investigating: Looms', 'Resolved: Mills', 1, 'investigating'],
  ] as const)('are several where %s', (_, first, second, day, status) => {
    expect(ids(post(first, 'a', 1, status), post(second, 'b', day, 'resolved'))).toEqual([
      'a',
      'b',
    ]);
  });

  it.each(['https://status.example/', 'http://status.example/'])(
    'are told apart by titles where the address of the page is their guid: %s',
    (page) => {
      const told = ['Looms', 'Mills'].map((title) => entry({ id: page, link: page, title }));
      expect(new Set(ids(...told)).size).toBe(2);
    },
  );
});
