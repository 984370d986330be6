import { describe, expect, it } from 'vitest';
import { POST_STATES } from '../../src/adapters/posts-in-html.ts';
import { readAs, xmlDocument, xmlFixture } from './read-xml-fixture.ts';

describe('statuspage-feed', () => {
  const snapshot = readAs('statuspage-feed', xmlFixture('statuspage-feed/history.xml'));
  const [open, planned, old] = snapshot.incidents;

  it('starts with the oldest line and ends with the newest', () => {
    expect(open).toMatchObject({
      upstreamId: 'aa11bb22cc33',
      aliases: ['tag:status.example,2005:Incident/901'],
      status: 'identified',
      startedAt: '2025-10-21T09:55:00.000Z',
      resolvedAt: null,
      updatedAt: '2025-10-21T10:40:00.000Z',
    });
    expect(open?.updates.map(({ status, body }) => [status, body])).toEqual([
      ['investigating', 'Builds are late.'],
      ['identified', 'A queue is full.'],
      ['identified', 'Half of the queue is done.'],
    ]);
  });

  it('reads the announced window out of the text, in Atom', () => {
    expect(planned).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      scheduledFor: '2025-10-28T16:30:00.000Z',
      scheduledUntil: '2025-10-28T18:00:00.000Z',
    });
  });

  it('reads it out of the fields, in RSS, and local abbreviations in the posts', () => {
    const { incidents } = readAs(
      'statuspage-feed',
      xmlFixture('statuspage-feed/maintenance-end-date.xml'),
    );
    expect(incidents[0]).toMatchObject({
      upstreamId: 'jj00kk11ll22',
      kind: 'maintenance',
      scheduledFor: '2025-10-28T11:00:00.000Z',
      scheduledUntil: '2025-10-28T15:00:00.000Z',
    });
    expect(incidents[0]?.updates[0]?.at).toBe('2025-10-20T14:20:00.000Z');
  });

  it('gives a line its year across the new year', () => {
    expect(old).toMatchObject({
      startedAt: '2024-12-31T23:50:00.000Z',
      resolvedAt: '2025-01-01T00:20:00.000Z',
    });
  });

  it('keeps posts of one minute in the order of their list', () => {
    const html =
      '<p><small>Oct 20, 10:09 UTC</small><br><strong>Resolved</strong> - Over.</p><p><small>Oct 20, 10:09 UTC</small><br><strong>Monitoring</strong> - Better.</p><p><small>Oct 20, 09:50 UTC</small><br><strong>Investigating</strong> - Bad.</p>';
    const { incidents } = readAs(
      'statuspage-feed',
      xmlDocument(
        `<rss version="2.0"><channel><title>T</title><item><title>A</title><link>https://status.example/incidents/a1</link><pubDate>Mon, 20 Oct 2025 10:09:00 GMT</pubDate><description><![CDATA[${html}]]></description></item></channel></rss>`,
      ),
    );
    expect(incidents[0]).toMatchObject({
      status: 'resolved',
      resolvedAt: '2025-10-20T10:09:00.000Z',
    });
  });

  it('notes a state it does not know', () => {
    expect(snapshot.unknownWords).toEqual([{ field: 'entry.status', word: 'pondering' }]);
  });

  it.each(Object.entries(POST_STATES))('reads the state "%s" as %s', (word, state) => {
    const html = `<p><small>Oct 20, 10:00 UTC</small><br><strong>${word}</strong> - Text.</p>`;
    const { incidents, unknownWords } = readAs(
      'statuspage-feed',
      xmlDocument(
        `<rss version="2.0"><channel><title>T</title><item><title>A</title><link>https://status.example/incidents/a1</link><pubDate>Mon, 20 Oct 2025 10:00:00 GMT</pubDate><description><![CDATA[${html}]]></description></item></channel></rss>`,
      ),
    );
    const expected = state === 'update' ? 'investigating' : state;
    expect([incidents[0]?.status, unknownWords]).toEqual([expected, []]);
  });
});
