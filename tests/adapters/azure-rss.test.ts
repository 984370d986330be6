import { describe, expect, it } from 'vitest';
import { azureRss } from '../../src/adapters/azure-rss.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { FEED_CONTEXT, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const ACTIVE = feedFixture('azure-rss/active.xml');
const EMPTY = feedFixture('azure-rss/empty.xml');
const EXPECTED = { expectTitle: 'Azure Status' };
const { statusPage } = FEED_CONTEXT;
const hash = (text: string) => stableHash(text).slice(0, 14);

const only = (fields: Record<string, string>) => {
  const [incident] = readFeed(azureRss, rssDocument(rssItem(fields))).incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
};

describe('azure-rss', () => {
  it('reads id, state, start and components where Azure hides them', () => {
    expect(readFeed(azureRss, ACTIVE, EXPECTED)).toEqual({
      coverage: 'active-only',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'ABCD-1X2',
          kind: 'incident',
          title: 'Front Door - Global',
          status: 'identified',
          impact: 'minor',
          startedAt: '2025-10-21T09:45:00.000Z',
          resolvedAt: null,
          updatedAt: null,
          updates: [
            {
              id: hash('identified Starting at 09:45 UTC on 21 Oct 2025, requests may time out.'),
              at: null,
              status: 'identified',
              body: 'Starting at 09:45 UTC on 21 Oct 2025, requests may time out.',
            },
          ],
          components: [{ name: 'Azure Front Door' }, { name: 'Global' }],
          regions: [],
          services: [],
          // Its own link leads to a page of the backend.
          url: statusPage,
          marks: ['start-stated', 'impact-derived'],
        },
        {
          upstreamId: 'OLD-IMG',
          kind: 'notice',
          title: 'Old images',
          status: 'unknown',
          impact: 'none',
          startedAt: '2025-10-20T12:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2025-10-20T12:00:00.000Z',
          updates: [
            {
              id: hash(' Upgrade your images.'),
              at: '2025-10-20T12:00:00.000Z',
              status: 'unknown',
              body: 'Upgrade your images.',
            },
          ],
          components: [],
          regions: [],
          services: [],
          url: statusPage,
          marks: [],
        },
        {
          upstreamId: stableHash('search'),
          kind: 'incident',
          title: 'Search',
          status: 'investigating',
          impact: 'minor',
          startedAt: null,
          resolvedAt: null,
          updatedAt: null,
          updates: [
            {
              id: hash('investigating Queries fail.'),
              at: null,
              status: 'investigating',
              body: 'Queries fail.',
            },
          ],
          components: [],
          regions: [],
          services: [],
          url: statusPage,
          marks: ['impact-derived'],
        },
      ],
    });
  });

  it.each([
    ['the expected channel, young', EXPECTED, true],
    ['the same two hours later', { ...EXPECTED, fetchedAt: '2025-10-21T13:58:00.000Z' }, true],
    ['an old copy', { ...EXPECTED, fetchedAt: '2025-10-21T13:58:01.000Z' }, false],
    ['no expected title', {}, false],
    ['another title', { expectTitle: 'Azure China Status' }, false],
  ])('empty: %s', (_name, context, proves) => {
    const empty = readFeed(azureRss, EMPTY, context);
    expect([empty.incidents, empty.provesNothingReported]).toEqual([[], proves]);
  });

  it('asks for the title to expect', () => {
    expect(azureRss.format).toBe('azure-rss');
    expect(azureRss.requires).toEqual(['expectTitle']);
  });

  it.each([
    ['its channel', ACTIVE, true],
    ['an empty one', EMPTY, true],
    ['one named so', rssDocument('', '<title>AZURE status</title>'), true],
    [
      'one linked so',
      rssDocument('', '<title>Status</title><link>https://azure.example/</link>'),
      true,
    ],
    ['another status', rssDocument('', '<title>Status</title>'), false],
    ['a blog', rssDocument('', '<title>Azure Blog</title>'), false],
    ['a word that holds it', rssDocument('', '<title>Lazured status</title>'), false],
    ['an Atom feed', feedFixture('atom/rewritten-in-place.xml'), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(azureRss.recognises(document)).toBe(isRecognised);
  });

  it('is no Atom feed, whatever its title', () => {
    const text = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Azure status</title></feed>';
    expect(azureRss.recognises({ ...ACTIVE, body: new TextEncoder().encode(text) })).toBe(false);
  });
});

describe('the title of an item', () => {
  it.each([
    ['Service Issue - Storage', 'Storage', 'incident', 'investigating'],
    ['Incident: Storage', 'Storage', 'incident', 'investigating'],
    ['Storage - Active', 'Storage', 'incident', 'investigating'],
    ['Storage Active', 'Storage', 'incident', 'investigating'],
    ['Storage Investigating', 'Storage', 'incident', 'investigating'],
    ['Storage Mitigating', 'Storage', 'incident', 'identified'],
    ['Storage - Mitigated', 'Storage', 'incident', 'resolved'],
    ['Storage Resolved', 'Storage', 'incident', 'resolved'],
    ['Storage RCA', 'Storage', 'incident', 'postmortem'],
    ['Planned maintenance – Storage', 'Storage', 'maintenance', 'scheduled'],
    ['Security Advisory - Storage', 'Storage', 'notice', 'unknown'],
    ['Storage is inactive', 'Storage is inactive', 'incident', 'investigating'],
    ['Incident: Active', 'Active', 'incident', 'investigating'],
    ['', 'Untitled', 'incident', 'investigating'],
  ])('%j is %j, %s, %s', (title, bare, kind, status) => {
    expect(only({ title })).toMatchObject({ title: bare, kind, status });
  });
});

describe('an item', () => {
  it('is dated by its update, before its publication', () => {
    const update = '<a10:updated>2025-10-21T10:00:00Z</a10:updated>';
    const item = `<item><title>A</title><pubDate>Tue, 21 Oct 2025 09:00:00 Z</pubDate>${update}<description>Starting at 08:00 UTC, requests fail.</description></item>`;
    const text = `<rss xmlns:a10="http://www.w3.org/2005/Atom" version="2.0"><channel><title>T</title>${item}</channel></rss>`;
    const body = new TextEncoder().encode(text);
    expect(readFeed(azureRss, { ...ACTIVE, body }).incidents[0]).toMatchObject({
      startedAt: '2025-10-21T08:00:00.000Z',
      updatedAt: '2025-10-21T10:00:00.000Z',
    });
  });

  it.each([
    ['its own', 'Mon, 20 Oct 2025 09:00:00 Z', '2025-10-20T08:00:00.000Z'],
    ['that of the reading', '', '2025-10-21T08:00:00.000Z'],
  ])('began at the time its text tells, on a day near %s', (_name, pubDate, startedAt) => {
    const description = 'Starting at 08:00 UTC, requests fail.';
    expect(only({ title: 'A', pubDate, description })).toMatchObject({
      startedAt,
      marks: ['start-stated', 'impact-derived'],
    });
  });

  it('is its title where it has no text', () => {
    expect(only({ title: 'Incident: Storage' }).updates[0]?.body).toBe('Storage');
  });

  it.each([
    ['its guid', { guid: 'g1', description: 'Tracking ID: ABCD-123' }, 'g1'],
    ['a tracking id in the text', { description: 'Tracking ID: abcd-1x2' }, 'ABCD-1X2'],
    ['a longer one', { description: 'TrackingID=ABCD-1X23.' }, 'ABCD-1X23'],
    ['one in the link', { link: 'https://s.example/?trackingId=ABCD-1X2&x=1' }, 'ABCD-1X2'],
    ['no such id', { description: 'Tracking ID: ABCD-1X234' }, stableHash('storage')],
    ['its title', {}, stableHash('storage')],
  ])('is named by %s', (_name, fields, upstreamId) => {
    expect(only({ title: 'Incident: Storage', ...fields }).upstreamId).toBe(upstreamId);
  });

  it.each([
    ['https://azure.example/en-us/status/history', 'https://azure.example/en-us/status/history'],
    ['https://azure.example/statuses', statusPage],
    ['', statusPage],
  ])('links %j as %s', (link, url) => {
    expect(only({ title: 'A', link }).url).toBe(url);
  });
});
