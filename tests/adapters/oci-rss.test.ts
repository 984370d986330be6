import { describe, expect, it } from 'vitest';
import { ociRss } from '../../src/adapters/oci-rss.ts';
import { FEED_CONTEXT, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const FIXTURE = feedFixture('oci-rss/summary.xml');
const ID = expect.stringMatching(/^[a-z0-9]{14}$/);
const only = (fields: Record<string, string>) => {
  const [incident] = readFeed(ociRss, rssDocument(rssItem(fields))).incidents;
  if (incident === undefined) throw new Error('no incident');
  return incident;
};

describe('oci-rss', () => {
  it('reads service and region from the title and posts without a year', () => {
    expect(readFeed(ociRss, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      // It lists every incident with its state, the newest of them from yesterday.
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'ocid1.incident.oc1.fra.a',
          aliases: ['ab12'],
          kind: 'incident',
          title: 'Networking, Germany Central (Frankfurt)',
          status: 'resolved',
          impact: 'unknown',
          startedAt: '2025-10-20T09:12:00.000Z',
          resolvedAt: '2025-10-20T10:12:00.000Z',
          updatedAt: '2025-10-20T10:12:00.000Z',
          updates: [
            {
              id: ID,
              at: '2025-10-20T09:12:00.000Z',
              status: 'investigating',
              body: 'Routes flap.',
            },
            {
              id: ID,
              at: '2025-10-20T10:12:00.000Z',
              status: 'resolved',
              body: 'Routes are back.',
            },
          ],
          components: [{ name: 'Networking' }],
          regions: [],
          services: [],
          url: 'https://status.example/#/incidents/ocid1.incident.oc1.fra.a',
          marks: [],
        },
      ],
    });
  });

  it.each([
    ['Compute | Phoenix | ab12', 'Compute, Phoenix', ['ab12'], ['Compute']],
    ['Compute | Phoenix', 'Compute, Phoenix', undefined, ['Compute']],
    ['Compute', 'Compute', undefined, ['Compute']],
    ['| Phoenix | ab12', ', Phoenix', ['ab12'], []],
  ])('reads the title %j', (title, expected, aliases, names) => {
    const incident = only({ title, guid: 'ocid1.x' });
    expect(incident.title).toBe(expected);
    expect(incident.aliases).toEqual(aliases);
    expect(incident.components.map(({ name }) => name)).toEqual(names);
  });

  it('reads an item that lacks most of it', () => {
    expect(only({ title: 'Compute Maintenance' })).toMatchObject({
      upstreamId: 'Compute Maintenance',
      kind: 'maintenance',
      startedAt: null,
      url: FEED_CONTEXT.statusPage,
    });
    expect(only({ title: 'Compute', description: 'Maintenance' }).kind).toBe('incident');
  });

  it('begins with its first dated post, else with its publication', () => {
    const pubDate = 'Mon, 20 Oct 2025 09:30:00 UTC';
    const post = (time: string) => `<small>${time}</small><strong>Resolved</strong> - Over.`;
    expect(only({ title: 'A', pubDate, description: post('Oct 20, 09:12 UTC') }).startedAt).toBe(
      '2025-10-20T09:12:00.000Z',
    );
    const undated = `${post('soon')}${post('later')}`;
    expect(only({ title: 'A', description: undated }).startedAt).toBeNull();
    expect(only({ title: 'A', pubDate, description: undated }).startedAt).toBe(
      '2025-10-20T09:30:00.000Z',
    );
  });

  it.each([
    ['its items', FIXTURE, true],
    ['one of its items', rssDocument(rssItem({ guid: 'a' }) + rssItem({ guid: 'ocid1.x' })), true],
    ['its title', rssDocument('', '<title>oci status - x</title>'), true],
    ['a title that goes on so', rssDocument('', '<title>My OCI Status</title>'), false],
    ['other guids', rssDocument(rssItem({ guid: 'x.ocid1.x' })), false],
    ['an Atom feed', feedFixture('atom/rewritten-in-place.xml'), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(ociRss.recognises(document)).toBe(isRecognised);
  });

  it('is no Atom feed, whatever its title', () => {
    const text = '<feed xmlns="http://www.w3.org/2005/Atom"><title>OCI Status</title></feed>';
    const body = new TextEncoder().encode(text);
    expect(ociRss.recognises({ ...FIXTURE, body })).toBe(false);
  });
});
