import { describe, expect, it } from 'vitest';
import { INSTATUS_TYPE } from '../../src/adapters/instatus-rss.ts';
import { MICROSOFT_STATUS } from '../../src/adapters/microsoft-rss.ts';
import { SLACK_TITLE_KIND } from '../../src/adapters/slack-feed.ts';
import { readAs, xmlDocument, xmlFixture } from './read-xml-fixture.ts';

const rss = (items: string) =>
  xmlDocument(
    `<rss version="2.0"><channel><title>T</title><lastBuildDate>Tue, 21 Oct 2025 11:59:00 Z</lastBuildDate>${items}</channel></rss>`,
  );

describe('microsoft-rss', () => {
  it('reads standing items as components, and one in trouble as an incident', () => {
    const snapshot = readAs('microsoft-rss', xmlFixture('microsoft-rss/degraded.xml'));
    expect(snapshot).toMatchObject({
      coverage: 'active-only',
      status: 'degraded_performance',
      provesNothingReported: true,
    });
    expect(snapshot.components.map(({ name, status }) => [name, status])).toEqual([
      ['Admin Portal', 'degraded_performance'],
      ['Mail Portal', 'operational'],
    ]);
    expect(snapshot.incidents).toEqual([
      expect.objectContaining({
        upstreamId: 'p-1',
        title: 'Admin Portal',
        status: 'investigating',
        impact: 'minor',
      }),
    ]);
  });

  it.each(Object.entries(MICROSOFT_STATUS))('reads the status "%s" as %s', (word, status) => {
    const snapshot = readAs(
      'microsoft-rss',
      rss(`<item><title>A</title><guid>a</guid><status>${word}</status></item>`),
    );
    expect([snapshot.status, snapshot.unknownWords]).toEqual([status, []]);
    expect(snapshot.incidents).toHaveLength(status === 'operational' ? 0 : 1);
  });

  it('never reads an unknown word as green', () => {
    const snapshot = readAs(
      'microsoft-rss',
      rss('<item><title>A</title><guid>a</guid><status>Sideways</status></item>'),
    );
    expect(snapshot).toMatchObject({ status: 'unknown', provesNothingReported: false });
    expect(snapshot.unknownWords).toEqual([{ field: 'item.status', word: 'Sideways' }]);
  });
});

describe('hetzner-atom', () => {
  const { incidents } = readAs('hetzner-atom', xmlFixture('hetzner-atom/english-and-german.xml'));

  it('reads state, kind and places out of two languages', () => {
    expect(
      incidents.map(({ upstreamId, kind, status, components }) => [
        upstreamId,
        kind,
        status,
        components.map(({ name }) => name),
      ]),
    ).toEqual([
      ['11111111-aaaa', 'incident', 'investigating', ['FSN1-DC8', 'Falkenstein']],
      ['22222222-bbbb', 'incident', 'resolved', ['Nürnberg']],
      ['33333333-cccc', 'incident', 'resolved', ['hel1']],
      ['44444444-dddd', 'maintenance', 'scheduled', ['NBG1-DC3']],
    ]);
  });

  it('reads the times in the text, German ones as German time', () => {
    expect(incidents[0]?.startedAt).toBe('2025-10-21T07:30:00.000Z');
    expect(incidents[3]).toMatchObject({
      scheduledFor: '2025-10-23T02:00:00.000Z',
      scheduledUntil: '2025-10-23T04:00:00.000Z',
    });
  });

  it('calls an entry over after seven days of silence, and says that this is our guess', () => {
    expect(incidents[2]?.marks).toContain('end-inferred');
    const soon = readAs('hetzner-atom', xmlFixture('hetzner-atom/english-and-german.xml'), {
      fetchedAt: '2025-10-05T00:00:00.000Z',
    });
    expect(soon.incidents[2]).toMatchObject({ status: 'unknown', resolvedAt: null });
  });

  it('ends a maintenance with its window', () => {
    const later = readAs('hetzner-atom', xmlFixture('hetzner-atom/english-and-german.xml'), {
      fetchedAt: '2025-10-23T05:00:00.000Z',
    });
    expect(later.incidents[3]).toMatchObject({
      status: 'completed',
      resolvedAt: '2025-10-23T04:00:00.000Z',
    });
  });
});

describe('instatus-rss', () => {
  const { incidents } = readAs('instatus-rss', xmlFixture('instatus-rss/history.xml'));

  it('reads posts that are escaped twice, and the header lines', () => {
    expect(incidents[0]).toMatchObject({
      upstreamId: 'cm1abc',
      status: 'resolved',
      startedAt: '2025-10-20T15:15:00.000Z',
      resolvedAt: '2025-10-20T16:01:05.000Z',
      components: [{ name: 'Web App' }, { name: 'API' }],
    });
    expect(incidents[0]?.updates.map(({ body }) => body)).toEqual([
      'We look into it.',
      'It is fixed.',
    ]);
  });

  it('makes the window of a maintenance from start and duration', () => {
    expect(incidents[1]).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      scheduledFor: '2025-10-23T15:15:00.000Z',
      scheduledUntil: '2025-10-23T17:45:00.000Z',
    });
  });

  it.each(Object.entries(INSTATUS_TYPE))('reads the type "%s" as %s', (word, kind) => {
    const snapshot = readAs(
      'instatus-rss',
      rss(
        `<item><title>A</title><link>https://status.example/incident/a</link><description>Type: ${word}\nDuration: 1 hour</description></item>`,
      ),
    );
    expect([snapshot.incidents[0]?.kind, snapshot.unknownWords]).toEqual([kind, []]);
  });
});

describe('slack-feed', () => {
  const { incidents, unknownWords } = readAs(
    'slack-feed',
    xmlFixture('slack-feed/times-of-day.xml'),
  );

  it('finds the day of each time, oldest first', () => {
    expect(incidents[0]?.updates.map(({ at, status }) => [at, status])).toEqual([
      ['2025-10-20T22:23:58.000Z', 'investigating'],
      ['2025-10-21T06:05:00.000Z', 'identified'],
      ['2025-10-21T16:34:10.000Z', 'resolved'],
    ]);
    expect(incidents[0]).toMatchObject({
      upstreamId: '2025-10-aa11',
      title: 'Threads do not load',
      resolvedAt: '2025-10-21T16:34:10.000Z',
    });
  });

  it('turns posts round that are listed newest first', () => {
    expect(incidents[1]?.updates.map(({ body }) => body)).toEqual([
      'Calls are failing.',
      'Still looking into it.',
    ]);
    expect(incidents[1]).toMatchObject({
      status: 'investigating',
      startedAt: '2025-10-19T15:00:10.000Z',
    });
  });

  it('keeps a title whose prefix it does not know, and notes the prefix', () => {
    expect(incidents[2]?.title).toBe('Puzzle: What is this');
    expect(unknownWords).toEqual([{ field: 'entry.title', word: 'Puzzle' }]);
  });

  it.each(Object.entries(SLACK_TITLE_KIND))('reads the prefix "%s" as %s', (prefix, kind) => {
    const snapshot = readAs(
      'slack-feed',
      rss(`<item><title>${prefix}: A</title><guid>a</guid></item>`),
    );
    expect([snapshot.incidents[0]?.kind, snapshot.incidents[0]?.title]).toEqual([kind, 'A']);
  });
});

describe('google-atom', () => {
  const { incidents } = readAs('google-atom', xmlFixture('google-atom/two-incidents.xml'));

  it('joins the updates of one incident under the id of its JSON', () => {
    expect(
      incidents.map(({ upstreamId, title, updates }) => [upstreamId, title, updates.length]),
    ).toEqual([
      ['AbC123', 'Global: Storage reads fail', 2],
      ['XyZ9', 'Mail is late', 1],
    ]);
  });

  it('reads Pacific start and end out of the text', () => {
    expect(incidents[0]).toMatchObject({
      status: 'resolved',
      startedAt: '2025-10-20T15:30:00.000Z',
      resolvedAt: '2025-10-20T18:54:00.000Z',
      components: [{ name: 'Object Storage' }, { name: 'Queues' }],
    });
    expect(incidents[1]).toMatchObject({
      status: 'investigating',
      startedAt: '2025-10-20T18:45:00.000Z',
      resolvedAt: null,
    });
  });
});

describe('xai-rss', () => {
  it('reads status, updates and product', () => {
    const [incident] = readAs('xai-rss', xmlFixture('xai-rss/feed.xml')).incidents;
    expect(incident).toMatchObject({
      upstreamId: 'INC01',
      title: 'Answers stall',
      status: 'monitoring',
      startedAt: '2025-10-20T01:58:00.000Z',
      components: [{ name: 'API' }],
    });
    expect(incident?.updates.map(({ status }) => status)).toEqual(['investigating', 'monitoring']);
  });
});

describe('volcengine-rss', () => {
  it('joins entries by title and day and reads the range in the text as Beijing time', () => {
    const { incidents } = readAs('volcengine-rss', xmlFixture('volcengine-rss/recovered.xml'));
    expect(incidents).toEqual([
      expect.objectContaining({
        title: '测试服务异常',
        status: 'resolved',
        startedAt: '2025-10-20T14:05:00.000Z',
        resolvedAt: '2025-10-20T14:20:00.000Z',
        components: [{ name: '测试服务' }],
      }),
    ]);
  });
});

describe('oci-rss', () => {
  it('reads service and region from the title and posts without a year', () => {
    expect(readAs('oci-rss', xmlFixture('oci-rss/summary.xml')).incidents[0]).toMatchObject({
      upstreamId: 'ocid1.incident.oc1.fra.a',
      aliases: ['ab12'],
      title: 'Networking, Germany Central (Frankfurt)',
      status: 'resolved',
      startedAt: '2025-10-20T09:12:00.000Z',
      resolvedAt: '2025-10-20T10:12:00.000Z',
      components: [{ name: 'Networking' }],
    });
  });
});
