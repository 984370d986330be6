import { describe, expect, it } from 'vitest';
import type { SnapshotIncident } from '../../src/adapters/adapter.ts';
import {
  defineFeedAdapter,
  type FeedFormat,
  type FeedReading,
  isExpectedChannel,
  isFresh,
} from '../../src/adapters/define-feed-adapter.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { FEED_CONTEXT, feedDocument, feedXml, readFeed, rssDocument } from './read-feed.ts';

const NOW = Date.parse(FEED_CONTEXT.fetchedAt);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(NOW - ms).toISOString();

const incident = (fields: Partial<SnapshotIncident> = {}): SnapshotIncident => ({
  upstreamId: 'i1',
  kind: 'incident',
  title: 'Trouble',
  status: 'resolved',
  impact: 'minor',
  startedAt: ago(2 * HOUR),
  resolvedAt: ago(HOUR),
  updatedAt: ago(HOUR),
  updates: [],
  components: [],
  regions: [],
  services: [],
  url: '',
  marks: [],
  ...fields,
});

function adapterOf(reading: Partial<FeedReading> = {}, format: Partial<FeedFormat> = {}) {
  return defineFeedAdapter({
    format: 'elm',
    coverage: 'window',
    recognises: ({ title }) => title === 'Elm',
    read: () => ({ incidents: [], ...reading }),
    ...format,
  });
}
const ELM = rssDocument('', '<title>Elm</title>');

describe('defineFeedAdapter', () => {
  it('reads the one address as it is', () => {
    const adapter = adapterOf();
    expect(adapter.format).toBe('elm');
    expect(adapter.documents('https://elm.example/a')).toEqual(['https://elm.example/a']);
    expect(adapter).not.toHaveProperty('requires');
    expect(adapterOf({}, { requires: ['expectTitle'] }).requires).toEqual(['expectTitle']);
  });

  it('recognises a feed of its format and nothing that is no feed', () => {
    const adapter = adapterOf();
    expect(adapter.recognises(ELM)).toBe(true);
    expect(adapter.recognises(rssDocument(''))).toBe(false);
    expect(adapter.recognises(feedDocument('<html>Elm</html>'))).toBe(false);
  });

  it('fills in what a format does not say', () => {
    expect(readFeed(adapterOf({ incidents: [incident()] }), ELM)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      incidents: [incident()],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
  });

  it('keeps what it does say, with the words it did not know', () => {
    const told: FeedReading = {
      status: 'partial_outage',
      components: [{ id: 'c1', name: 'API', status: 'partial_outage' }],
      incidents: [incident({ upstreamId: 'i2' }), incident({ upstreamId: 'i2' })],
      provesNothingReported: true,
      warnings: ['odd'],
    };
    const adapter = adapterOf(
      {},
      {
        coverage: 'active-only',
        read: (feed, context, words) => {
          words.read('feed.title', `${feed.title} of ${context.providerId}`, {});
          return told;
        },
      },
    );
    expect(readFeed(adapter, ELM)).toEqual({
      ...told,
      coverage: 'active-only',
      incidents: [incident({ upstreamId: 'i2' })],
      unknownWords: [{ field: 'feed.title', word: 'Elm of example' }],
    });
  });

  it('is cut down to the components asked for', () => {
    const api = { id: 'c1', name: 'API', status: 'operational' } as const;
    const mail = { id: 'c2', name: 'Mail', status: 'major_outage' } as const;
    const adapter = adapterOf({ components: [api, mail] });
    expect(readFeed(adapter, ELM, { scopeComponents: ['api'] }).components).toEqual([api]);
    expect(readFeed(adapter, ELM).components).toEqual([api, mail]);
  });

  it('reads the first document it can, and warns of others', () => {
    const broken = feedDocument('<html>Sign in</html>');
    const { warnings } = adapterOf({ warnings: ['odd'] }).parse([broken, ELM], FEED_CONTEXT);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/^https:\/\/status\.example\/feed\.xml: ./);
    expect(warnings[1]).toBe('odd');
    expect(() => adapterOf().parse([broken], FEED_CONTEXT)).toThrow(
      expect.objectContaining({ kind: 'not-a-feed' }),
    );
    expect(() => adapterOf().parse([], FEED_CONTEXT)).toThrow(
      expect.objectContaining({ name: 'FeedError', kind: 'empty-response' }),
    );
  });
});

describe('a list of every incident', () => {
  const proves = (incidents: SnapshotIncident[], head = '', listsEveryIncident = true) =>
    readFeed(
      adapterOf({ incidents }, { listsEveryIncident }),
      rssDocument('', `<title>Elm</title>${head}`),
    ).provesNothingReported;
  const quietFor = (ms: number) => incident({ upstreamId: `${ms}`, updatedAt: ago(ms) });
  const built = (ms: number) => `<lastBuildDate>${ago(ms)}</lastBuildDate>`;

  it('proves that nothing else is reported while it is young', () => {
    expect(proves([quietFor(HOUR)])).toBe(true);
    expect(proves([quietFor(90 * DAY)])).toBe(true);
    expect(proves([quietFor(90 * DAY + 1)])).toBe(false);
    expect(proves([quietFor(300 * DAY), quietFor(DAY), quietFor(200 * DAY)])).toBe(true);
    expect(proves([incident({ updatedAt: null }), quietFor(DAY)])).toBe(true);
  });

  it('proves it as long as it is built anew each day', () => {
    expect(proves([quietFor(300 * DAY)], built(DAY))).toBe(true);
    expect(proves([quietFor(300 * DAY)], built(DAY + 1000))).toBe(false);
    expect(proves([incident({ updatedAt: null })], built(HOUR))).toBe(true);
    expect(proves([incident({ updatedAt: null })])).toBe(false);
  });

  it('proves nothing while it is empty or holds one nobody knows the state of', () => {
    expect(proves([], built(HOUR))).toBe(false);
    const unclear = incident({ upstreamId: 'i9', status: 'unknown' });
    expect(proves([quietFor(HOUR), unclear], built(HOUR))).toBe(false);
  });

  it('is a claim of its format', () => {
    expect(proves([quietFor(HOUR)], built(HOUR), false)).toBe(false);
  });
});

describe('an entry without an id or a title', () => {
  const read = (fields: Partial<SnapshotIncident>) => {
    const [one] = readFeed(adapterOf({ incidents: [incident(fields)] }), ELM).incidents;
    return [one?.upstreamId, one?.title];
  };
  const post = (body: string) => [{ id: 'p', at: null, status: 'unknown' as const, body }];

  it('gets an id from what it tells', () => {
    expect(read({ upstreamId: '', title: 'Slow', updates: post('We look.') })).toEqual([
      stableHash(`Slow ${ago(2 * HOUR)} We look.`),
      'Slow',
    ]);
    expect(read({ upstreamId: '', title: 'Slow', startedAt: null })).toEqual([
      stableHash('Slow  '),
      'Slow',
    ]);
  });

  it('gets a title from its first post, 80 characters at most', () => {
    expect(read({ title: '', updates: post('<b>We</b> look.') })).toEqual(['i1', 'We look.']);
    expect(read({ title: '', updates: post('x'.repeat(100)) })[1]).toBe(`${'x'.repeat(79)}…`);
    expect(read({ title: '', upstreamId: '' })).toEqual([
      stableHash(` ${ago(2 * HOUR)} `),
      'Untitled',
    ]);
  });
});

describe('isFresh', () => {
  it.each([
    ['just now', ago(0), true],
    ['as long ago as allowed', ago(HOUR), true],
    ['longer ago', ago(HOUR + 1), false],
    ['a little ahead, by a clock that is wrong', ago(-HOUR), true],
    ['far ahead', ago(-HOUR - 1), false],
    ['nobody knows when', '', false],
  ])('says whether a feed was built %s', (_name, builtAt, fresh) => {
    expect(isFresh(feedXml({ builtAt }), FEED_CONTEXT, HOUR)).toBe(fresh);
  });
});

describe('isExpectedChannel', () => {
  it.each([
    ['Elm Status', 'Elm Status', true],
    [' elm  status\n', 'Elm Status', true],
    ['Elm Status', '  ELM\tSTATUS ', true],
    ['Elm Status', 'ElmStatus', false],
    ['Elm Status', 'Elm Status EU', false],
    ['', '', true],
  ])('finds %j where %j is expected: %s', (title, expectTitle, isExpected) => {
    expect(isExpectedChannel(feedXml({ title }), { ...FEED_CONTEXT, expectTitle })).toBe(
      isExpected,
    );
  });

  it('expects nothing by itself', () => {
    expect(isExpectedChannel(feedXml({ title: '' }), FEED_CONTEXT)).toBe(false);
  });
});
