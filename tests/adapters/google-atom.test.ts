import { describe, expect, it } from 'vitest';
import { googleAtom } from '../../src/adapters/google-atom.ts';
import { FEED_CONTEXT, feedDocument, feedFixture, readFeed } from './read-feed.ts';

const FIXTURE = feedFixture('google-atom/two-incidents.xml');
const TAG = 'tag:dash.example,2022:feed:';

interface Told {
  title?: string;
  id?: string;
  link?: string;
  updated?: string;
  text?: string;
}
const document = (...entries: Told[]) =>
  feedDocument(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${entries
      .map(
        ({ title = 'A', id = `${TAG}X.u1`, link = '', updated = '', text = '' }) =>
          `<entry><title>${title}</title><id>${id}</id><link href="${link}"/><updated>${updated}</updated><summary type="html"><![CDATA[${text}]]></summary></entry>`,
      )
      .join('')}</feed>`,
  );
const only = (...entries: Told[]) => {
  const [incident, ...others] = readFeed(googleAtom, document(...entries)).incidents;
  if (incident === undefined || others.length > 0) throw new Error('not one incident');
  return incident;
};
const at = (clock: string) => `2025-10-20T${clock}:00.000Z`;

describe('google-atom', () => {
  it('joins the updates of one incident under the id of its JSON, times in Pacific time', () => {
    expect(readFeed(googleAtom, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: 'AbC123',
          kind: 'incident',
          title: 'Global: Storage reads fail',
          status: 'resolved',
          impact: 'minor',
          startedAt: at('15:30'),
          resolvedAt: at('18:54'),
          updatedAt: at('20:00'),
          updates: [
            {
              id: 'u1',
              at: at('16:00'),
              status: 'monitoring',
              body: 'Incident began at 2025-10-20 08:30 (all times are US/Pacific).\nA fix has been implemented and we are monitoring.',
            },
            {
              id: 'u2',
              at: at('20:00'),
              status: 'resolved',
              body: 'Incident began at 2025-10-20 08:30 and ended at 2025-10-20 11:54 (all times are US/Pacific).\nIt is over.\n\nAffected products: Object Storage, Queues\nAffected locations: Global',
            },
          ],
          components: [{ name: 'Object Storage' }, { name: 'Queues' }],
          regions: [],
          services: [],
          url: 'https://dash.example/incidents/AbC123',
          marks: ['impact-derived'],
        },
        {
          upstreamId: 'XyZ9',
          kind: 'incident',
          title: 'Mail is late',
          status: 'investigating',
          impact: 'minor',
          startedAt: at('18:45'),
          resolvedAt: null,
          updatedAt: at('19:00'),
          updates: [
            {
              id: 'u1',
              at: at('19:00'),
              status: 'investigating',
              body: 'Incident began at 2025-10-20 11:45 (all times are US/Pacific).\nMail is delayed.',
            },
          ],
          components: [],
          regions: [],
          services: [],
          url: 'https://dash.example/incidents/XyZ9',
          marks: ['impact-derived'],
        },
      ],
    });
  });

  it.each(['RESOLVED: ', 'Update : ', 'Reopened:', 'NEW: '])(
    'drops "%s" in front of a title',
    (prefix) => {
      expect(only({ title: `${prefix}Global: A` }).title).toBe('Global: A');
    },
  );

  it.each([
    ['a title that says so', 'RESOLVED: A', 'Text.', 'resolved'],
    ['a title that says so, spaced', 'Resolved : A', 'Text.', 'resolved'],
    ['a title that holds the word', 'Unresolved: A', 'Text.', 'investigating'],
    [
      'an end in the text',
      'A',
      'Incident began at 2025-10-20\n08:30 and ended at 2025-10-20 11:54',
      'resolved',
    ],
    [
      'an end too far from the start',
      'A',
      `Incident began at 2025-10-20 08:30 ${'x'.repeat(60)} ended at 2025-10-20 11:54`,
      'investigating',
    ],
    ['what the text says', 'A', 'We have identified the cause.', 'identified'],
    ['nothing', 'A', 'Text.', 'investigating'],
  ])('takes the state of a post from %s', (_name, title, text, status) => {
    expect(only({ title, text, updated: at('20:00') }).updates[0]?.status).toBe(status);
  });

  it('tells title, times and products by the newest post', () => {
    const [older, newer] = [
      {
        title: 'Old',
        id: `${TAG}X.u1`,
        updated: at('16:00'),
        text: 'Incident began at 2025-10-20 08:00. Affected products: Mail',
      },
      {
        title: 'New',
        id: `${TAG}X.u2`,
        updated: at('17:00'),
        text: 'INCIDENT BEGAN AT 2025-10-20 08:30.<br>affected product:  A,B <br>C',
      },
    ];
    for (const entries of [
      [older, newer],
      [newer, older],
    ]) {
      expect(only(...entries)).toMatchObject({
        title: 'New',
        startedAt: at('15:30'),
        resolvedAt: null,
        components: [{ name: 'A' }, { name: 'B' }],
      });
    }
  });

  it.each([
    ['Affected products:Mail, Chat', ['Mail', 'Chat']],
    ['Affected product: <br>Mail', ['Mail']],
    ['Products: Mail', []],
  ])('reads the products of %j', (text, names) => {
    expect(only({ text }).components.map(({ name }) => name)).toEqual(names);
  });

  it('keeps posts of one minute in the order of a list that stands newest first', () => {
    const post = (id: string, title: string) => ({
      id: `${TAG}X.${id}`,
      title,
      updated: at('16:00'),
    });
    expect(only(post('u2', 'RESOLVED: A'), post('u1', 'A'))).toMatchObject({
      status: 'resolved',
      updates: [{ id: 'u1' }, { id: 'u2' }],
    });
  });

  it('names an incident by its id, else its link, else the whole id of the entry', () => {
    expect(only({ id: 'x', link: 'https://dash.example/incidents/L-1' })).toMatchObject({
      upstreamId: 'L-1',
      updates: [{ id: 'x' }],
      url: 'https://dash.example/incidents/L-1',
    });
    expect(only({ id: 'x' })).toMatchObject({ upstreamId: 'x', url: FEED_CONTEXT.statusPage });
  });

  it('has no times where neither entry nor text has any, and knows a maintenance by its title', () => {
    expect(only({ title: 'Maintenance', text: 'Text.' })).toMatchObject({
      kind: 'maintenance',
      startedAt: null,
      updatedAt: null,
    });
    expect(only({ text: 'Planned maintenance.' }).kind).toBe('incident');
  });

  it.each([
    ['its entries', FIXTURE, true],
    ['one of its entries', document({ id: 'a' }, {}), true],
    ['other ids', document({ id: `${TAG}X.u1.x#` }), false],
    ['no entries', document(), false],
  ])('recognises %s: %s', (_name, feed, isRecognised) => {
    expect(googleAtom.recognises(feed)).toBe(isRecognised);
  });

  it('is no RSS feed, whatever its guids', () => {
    const rss = `<rss version="2.0"><channel><title>T</title><item><guid>${TAG}X.u1</guid></item></channel></rss>`;
    expect(googleAtom.recognises(feedDocument(rss))).toBe(false);
  });

  it('reads the publication of an entry that was never updated', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><id>${TAG}X.u1</id><published>${at('16:00')}</published></entry></feed>`;
    expect(readFeed(googleAtom, feedDocument(text)).incidents[0]?.updatedAt).toBe(at('16:00'));
  });
});
