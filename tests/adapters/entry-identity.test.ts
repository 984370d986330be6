import { describe, expect, it } from 'vitest';
import { groupEntries, incidentSlugOf } from '../../src/adapters/entry-identity.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { entry, group, ids, on } from './grouped-entries.ts';
import { feedXml } from './read-feed.ts';

describe('incidentSlugOf', () => {
  it.each([
    ['https://s.example/incidents/abc-1', 'abc-1'],
    ['https://s.example/incident/abc_1/', 'abc_1'],
    ['https://s.example/eu/incidents/9?x=1#u2', '9'],
    ['https://s.example/incidents/', null],
    ['https://s.example/incidents/a/updates', null],
    ['https://s.example/incidents/a.b', null],
    [`https://s.example/incidents/${'a'.repeat(64)}`, 'a'.repeat(64)],
    [`https://s.example/incidents/${'a'.repeat(65)}`, null],
    ['https://s.example/accidents/9', null],
    ['/incidents/9', null],
    ['', null],
  ])('of %s is %s', (url, slug) => {
    expect(incidentSlugOf(url)).toBe(slug);
  });
});

describe('entries with an id', () => {
  it('belong together under one, oldest first', () => {
    const newer = entry({ id: 'a' }, on(3));
    const older = entry({ id: 'a' }, on(2));
    const other = entry({ id: 'b' }, on(1));
    expect(group(newer, older, other)).toEqual([
      { upstreamId: 'a', aliases: [], oldest: older, newest: newer, entries: [older, newer] },
      { upstreamId: 'b', aliases: [], oldest: other, newest: other, entries: [other] },
    ]);
  });

  it('of one minute keep the order of a list that stands newest first', () => {
    const ended = entry({ id: 'a' }, on(2), 'resolved');
    const begun = entry({ id: 'a' }, on(2), 'investigating');
    expect(group(ended, begun)[0]?.entries).toEqual([begun, ended]);
  });

  it.each([
    ['an address that names an incident', 'https://s.example/incidents/42', '', '42'],
    [
      'its post in the fragment',
      'http://s.example/x/7#u2',
      'http://s.example/x/7',
      'http://s.example/x/7',
    ],
    [
      'the same, the link with a fragment, too',
      'https://s.example/x/7#u2',
      'https://s.example/x/7#top',
      'https://s.example/x/7',
    ],
    [
      'a post of an incident',
      'https://s.example/incident/7#u2',
      'https://s.example/incident/7',
      '7',
    ],
    [
      'a fragment that is all there is',
      'https://s.example/#ec2_17',
      'https://s.example/',
      'https://s.example/#ec2_17',
    ],
    [
      'the same without a slash',
      'https://s.example#ec2_17',
      'https://s.example',
      'https://s.example#ec2_17',
    ],
    [
      'the same with more of them',
      'https://s.example//#ec2_17',
      'https://s.example//',
      'https://s.example//#ec2_17',
    ],
    [
      'a fragment of another address',
      'https://s.example/x/7#u2',
      'https://s.example/y',
      'https://s.example/x/7#u2',
    ],
    [
      'an address in capitals',
      'HTTPS://s.example/x/7#u2',
      'HTTPS://s.example/x/7',
      'HTTPS://s.example/x/7',
    ],
    ['no address of the web', 'urn:http:7#2', 'urn:http:7', 'urn:http:7#2'],
    ['words with an address', '7 of https://s.example', '', '7 of https://s.example'],
    ['no address', 'tag:s.example,2005:1#2', 'tag:s.example,2005:1', 'tag:s.example,2005:1#2'],
  ])('have a key from it: %s', (_name, id, link, key) => {
    expect(ids(entry({ id, link }))).toEqual([key]);
  });
});

describe('entries without an id', () => {
  const link = 'https://s.example/x/7';

  it('go by an address of their own', () => {
    expect(ids(entry({ link }), entry({ link: 'https://s.example/incidents/42' }))).toEqual([
      link,
      '42',
    ]);
  });

  it.each([
    ['none', '', ''],
    ['one without a path', 'https://s.example/', 'https://s.example/a'],
    ['one without a path, and several slashes', 'https://s.example//', 'https://s.example/a'],
    ['that of the channel', 'https://s.example/status', 'https://s.example/status'],
    ['no address at all', 'somewhere', ''],
  ])('go by title and day where the link is %s', (_name, itemLink, channel) => {
    const item = { link: itemLink, title: 'Resolved: API down' };
    const [only] = groupEntries(feedXml({ link: channel }), [entry(item, on(1, '23:00'))]);
    expect(only?.upstreamId).toBe(stableHash('api down 2025-10-01'));
  });

  it('go by title and day where several share an address, with an id or without', () => {
    const shared = [
      entry({ link, title: 'Investigating - <b>API</b> Down' }, on(1, '08:00')),
      entry({ link, title: 'api down' }, on(1, '23:00')),
      entry({ link, title: 'api down' }, on(2)),
      entry({ link, title: 'api down' }, null),
    ];
    expect(ids(...shared)).toEqual([
      stableHash('api down 2025-10-01'),
      stableHash('api down 2025-10-02'),
      stableHash('api down '),
    ]);
    // What has an id does not make an address less its own.
    expect(ids(entry({ link }), entry({ id: 'a', link }))).toEqual([link, 'a']);
  });
});

describe('an id used again', () => {
  const ended = entry({ id: 'a' }, on(1), 'resolved');

  it('longer than two weeks after an end is another incident', () => {
    const again = entry({ id: 'a' }, on(15, '08:01'), 'investigating');
    const late = entry({ id: 'a' }, on(31), null);
    expect(group(late, again, ended)).toMatchObject([
      { upstreamId: 'a', aliases: [], entries: [ended] },
      { upstreamId: 'a-2025-10-15', aliases: [], entries: [again, late] },
    ]);
  });

  it.each([
    ['two weeks after the end', on(1), 'resolved', on(15), 'investigating'],
    ['after no end', on(1), 'monitoring', on(31), 'investigating'],
    ['after nobody knows what', on(1), null, on(31), 'investigating'],
    ['for a review', on(1), 'resolved', on(31), 'postmortem'],
    ['at no known time', on(1), 'resolved', null, 'investigating'],
    ['after no known time', null, 'resolved', on(31), 'investigating'],
  ] as const)('is the same incident: %s', (_name, before, was, after, is) => {
    expect(ids(entry({ id: 'a' }, before, was), entry({ id: 'a' }, after, is))).toEqual(['a']);
  });

  it('is the same incident where nobody knows when it went on', () => {
    const undated = entry({ id: 'a' }, null, 'investigating');
    expect(ids(ended, undated, entry({ id: 'a' }, on(2)))).toEqual(['a']);
    const undatedEnd = entry({ id: 'a' }, null, 'resolved');
    expect(ids(undatedEnd, entry({ id: 'a' }, on(31)))).toEqual(['a']);
  });

  it('is another one where nobody knows how it stands', () => {
    expect(ids(ended, entry({ id: 'a' }, on(31), null))).toEqual(['a', 'a-2025-10-31']);
  });
});

describe('aliases', () => {
  const aliases = (...links: string[]) =>
    group(...links.map((link, index) => entry({ id: 'a', link }, on(index + 1))))[0]?.aliases;

  it.each([
    'incident',
    'incidents',
    'maintenance',
    'maintenances',
    'issue',
    'issues',
    'event',
    'events',
    'notice',
    'notices',
    'report',
    'reports',
  ])('are addresses below /%s/', (folder) => {
    const link = `https://s.example/${folder}/7`;
    expect(aliases(link)).toEqual([folder.startsWith('incident') ? '7' : link]);
  });

  it('are no others, each once, and never the id itself', () => {
    expect(aliases('https://s.example/', 'https://s.example/posts/7', '')).toEqual([]);
    expect(aliases('https://s.example/issues/', 'https://s.example/tissues/7')).toEqual([]);
    const days = ['2025-10', '2025-10-01', '2025-10-01/', '2025-10-01#7', '2025-10?page=2'];
    expect(aliases(...days.map((day) => `https://s.example/events/${day}`))).toEqual([]);
    expect(aliases('https://s.example/events/2025-10-looms')).toHaveLength(1);
    const twice = ['https://s.example/issues/7', 'https://s.example/issues/7'];
    expect(aliases(...twice, 'https://s.example/incidents/a')).toEqual([twice[0]]);
  });

  it('are not shared between two uses of an id', () => {
    const link = 'https://s.example/issues/7';
    const runs = group(
      entry({ id: 'a', link }, on(1), 'resolved'),
      entry({ id: 'a', link }, on(20), 'investigating'),
    );
    expect(runs.map((run) => run.aliases)).toEqual([[], []]);
  });
});
