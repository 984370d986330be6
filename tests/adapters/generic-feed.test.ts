import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../src/adapters/read/parse-feed-xml.ts';
import { at, only, read } from './generic-entries.ts';
import { FEED_CONTEXT } from './read-feed.ts';

describe('readGenericFeed', () => {
  it('joins the entries of one incident, the first title and address first', () => {
    const page = 'https://status.example/posts/7';
    expect(
      read([
        {
          id: `${page}#2`,
          link: page,
          title: 'Resolved: <b>Exports</b> are slow',
          published: at('10:00'),
          html: '<p>It is over.</p>Affected services: Exports, Mail',
        },
        {
          id: `${page}#1`,
          link: page,
          title: 'Investigating: Exports are slow',
          published: at('09:00'),
          html: 'Affected services: Exports',
        },
      ]),
    ).toEqual([
      {
        upstreamId: page,
        kind: 'incident',
        title: 'Exports are slow',
        status: 'resolved',
        impact: 'minor',
        startedAt: at('09:00'),
        resolvedAt: at('10:00'),
        updatedAt: at('10:00'),
        updates: [
          {
            id: expect.stringMatching(/^[a-z0-9]{14}$/),
            at: at('09:00'),
            status: 'investigating',
            body: 'Affected services: Exports',
          },
          {
            id: expect.stringMatching(/^[a-z0-9]{14}$/),
            at: at('10:00'),
            status: 'resolved',
            body: 'It is over.\nAffected services: Exports, Mail',
          },
        ],
        components: [{ name: 'Exports' }, { name: 'Mail' }],
        regions: [],
        services: [],
        url: page,
        marks: ['impact-derived'],
      },
    ]);
  });

  it('keeps the address of an incident as an alias, and links the page where there is none', () => {
    expect(only({ link: 'https://status.example/incidents/9' }).aliases).toEqual(['9']);
    expect(only({ link: '/relative' }).url).toBe('https://status.example/relative');
    expect(only({ link: 'javascript:alert(1)' }).url).toBe(FEED_CONTEXT.statusPage);
    const later = read([
      { id: 'a', link: '', published: at('09:00') },
      { id: 'a', link: 'https://status.example/x', published: at('10:00') },
    ]);
    expect(later[0]?.url).toBe('https://status.example/x');
  });

  it('takes an id that returns two weeks after its end for another incident', () => {
    const ended = { id: 'a', title: 'Resolved: exports', published: '2025-10-01T09:00:00.000Z' };
    const begun = { id: 'a', title: 'Investigating: exports', published: at('09:00') };
    expect(read([begun, ended]).map(({ upstreamId, status }) => [upstreamId, status])).toEqual([
      ['a', 'resolved'],
      ['a-2025-10-20', 'investigating'],
    ]);
  });

  it('sorts posts within an entry, whichever stands first', () => {
    const html =
      '<small>Oct 20, 08:30 UTC</small><b>Resolved</b> - B.<small>Oct 20, 08:00 UTC</small><b>Investigating</b> - A.';
    expect(only({ html })).toMatchObject({
      status: 'resolved',
      startedAt: at('08:00'),
      resolvedAt: at('08:30'),
    });
  });

  it.each([
    ['a maintenance', { title: 'Maintenance of disks' }, 'maintenance', 'none'],
    [
      'a maintenance by its text',
      { title: 'Disks', html: 'THIS IS A SCHEDULED EVENT' },
      'maintenance',
      'none',
    ],
    ['a notice', { title: 'Notice: new address' }, 'notice', 'none'],
    ['an incident', { title: 'Disks fail' }, 'incident', 'minor'],
  ])('knows %s', (_name, item, kind, impact) => {
    expect(only(item)).toMatchObject({ kind, impact });
  });

  it('knows a maintenance by the text of any of its entries', () => {
    const [planned] = read([
      { id: 'a', title: 'Disks', published: at('08:00'), html: 'We are going to change disks' },
      { id: 'a', title: 'Disks', published: at('09:00'), html: 'This is a scheduled event' },
    ]);
    expect(planned?.kind).toBe('maintenance');
  });
});

describe('the end', () => {
  const week = { title: 'Uploads are slow', published: '2025-10-14T12:00:00.000Z' };

  it('follows from seven days without news where no entry says how it stands', () => {
    expect(only(week)).toMatchObject({ status: 'unknown', resolvedAt: null });
    expect(only({ ...week, published: '2025-10-14T11:59:59.000Z' })).toMatchObject({
      status: 'resolved',
      resolvedAt: '2025-10-14T11:59:59.000Z',
      marks: ['end-inferred', 'impact-derived'],
    });
  });

  it('does not follow where one says that it goes on', () => {
    const begun = {
      id: 'a',
      title: 'Investigating: uploads are slow',
      published: '2025-09-01T00:00:00.000Z',
    };
    expect(only(begun).status).toBe('investigating');
    const later = { id: 'a', title: 'Uploads are slow', published: '2025-09-02T00:00:00.000Z' };
    expect(read([later, begun])[0]?.status).toBe('investigating');
  });

  it('is said by the newest title, whatever the posts below it say', () => {
    const html = '<small>Oct 20, 08:00 UTC</small><b>Monitoring</b> - A.';
    expect(only({ title: 'Uploads [Resolved]', html })).toMatchObject({
      title: 'Uploads',
      status: 'resolved',
      resolvedAt: at('08:00'),
    });
    expect(only({ title: 'Uploads [Investigating]', html }).status).toBe('monitoring');
    const reopened = read([
      { id: 'a', title: 'Uploads [Resolved]', html, published: at('08:00') },
      { id: 'a', title: 'Uploads', published: at('09:00') },
    ]);
    expect(reopened[0]?.status).toBe('monitoring');
  });
});

describe('the start', () => {
  it('of an entry rewritten in place is its publication', () => {
    const item = { title: 'Uploads fail', published: at('09:00'), updated: at('10:00') };
    expect(only(item)).toMatchObject({
      startedAt: at('09:00'),
      updatedAt: at('10:00'),
      marks: ['impact-derived'],
    });
    expect(only({ ...item, published: at('11:00') }).startedAt).toBe(at('10:00'));
    expect(only({ ...item, published: '' }).startedAt).toBe(at('10:00'));
    expect(only({ ...item, published: '', updated: '' }).startedAt).toBeNull();
  });

  it('of a notice is its post', () => {
    const item = { title: 'Notice: news', published: at('09:00'), updated: at('10:00') };
    expect(only(item).startedAt).toBe(at('10:00'));
  });

  it('is told in the newest post that tells any', () => {
    const told = read([
      {
        id: 'a',
        title: 'Uploads fail',
        published: at('06:00'),
        html: 'Errors since 5:00 UTC.',
      },
      {
        id: 'a',
        title: 'Uploads fail',
        published: at('07:00'),
        html: 'Errors since 4:00 UTC.',
      },
      { id: 'a', title: 'Uploads fail', published: at('08:00'), html: 'Work goes on.' },
    ]);
    expect(told[0]).toMatchObject({ startedAt: at('04:00') });
    expect(told[0]?.marks).toContain('start-stated');
  });

  it('is told in the title, where no post tells it', () => {
    const title = 'Exports fail since 5:00 UTC';
    const start = (html: string) => only({ title, html }).startedAt;
    expect(start('')).toBe(at('05:00'));
    expect(start('We look into it.')).toBe(at('05:00'));
    expect(start('Errors since 4:00 UTC.')).toBe(at('04:00'));
  });

  it('is told in the zone of the feed, near the post or else the reading', () => {
    const html = 'Errors since 10:00.';
    const start = (item: Partial<FeedItem>, timeZone?: string) =>
      only({ title: 'Uploads fail', html, ...item }, timeZone === undefined ? {} : { timeZone })
        .startedAt;
    expect(start({ published: at('12:00') })).toBe(at('10:00'));
    expect(start({ published: at('12:00') }, 'Europe/Berlin')).toBe(at('08:00'));
    expect(start({ published: '' })).toBe('2025-10-21T10:00:00.000Z');
  });

  it('and end may both be told', () => {
    const html = 'Resolved: between 6:00 UTC and 7:00 UTC uploads failed.';
    expect(only({ title: 'Uploads', html })).toMatchObject({
      startedAt: at('06:00'),
      resolvedAt: at('07:00'),
      marks: ['start-stated', 'end-stated', 'impact-derived'],
    });
    const until = 'Resolved: from 6:00 UTC to 7:00 UTC uploads failed.';
    const posts = read([
      { id: 'a', title: 'Uploads', published: at('09:00'), html: until },
      { id: 'a', title: 'Uploads', published: at('09:30'), html: 'Resolved: thank you.' },
    ]);
    expect(posts[0]?.startedAt).toBe(at('06:00'));
  });

  it('may be told wrong, and the end beside it right', () => {
    const html = 'Resolved: from September 31, 2025 23:00 UTC to October 20, 2025 07:00 UTC.';
    expect(only({ title: 'Uploads', html })).toMatchObject({
      startedAt: at('09:00'),
      resolvedAt: at('09:00'),
    });
    expect(only({ title: 'Uploads', html, published: '' })).toMatchObject({
      startedAt: null,
      resolvedAt: at('07:00'),
      marks: ['end-stated'],
    });
  });
});

describe('the order of day and month', () => {
  const starts = (...dates: string[]) =>
    read(dates.map((published, index) => ({ id: `${index}`, title: 'x', published }))).map(
      ({ startedAt }) => startedAt?.slice(0, 10),
    );

  it.each(['13/03/2025', ' 23.03.2025', '31-3-2025', '29/03/2025'])(
    'is settled for all by one date that can only be day first: %s',
    (date) => {
      expect(starts('09/07/2025', date)[0]).toBe('2025-07-09');
    },
  );

  it.each(['12/03/2025', '2025-07-31', '32/03/2025', 'on 23/03/2025'])(
    'is month first, with %s as well',
    (date) => {
      expect(starts('09/07/2025', date)[0]).toBe('2025-09-07');
    },
  );

  it('holds for posts, publication and windows', () => {
    const extra = { maintenanceEndDate: '10/11/2025 08:00' };
    const planned = read([
      { id: 'a', title: 'Maintenance', published: '09/10/2025 08:00', extra },
      { id: 'b', title: 'x', published: '23/03/2025' },
    ])[0];
    expect([planned?.scheduledFor, planned?.scheduledUntil]).toEqual([
      '2025-10-09T08:00:00.000Z',
      '2025-11-10T08:00:00.000Z',
    ]);
    const rewritten = read([
      { id: 'a', title: 'x', published: '09/10/2025 08:00', updated: '10/10/2025 08:00' },
      { id: 'b', title: 'x', published: '23/03/2025' },
    ])[0];
    expect([rewritten?.startedAt, rewritten?.updatedAt]).toEqual([
      '2025-10-09T08:00:00.000Z',
      '2025-10-10T08:00:00.000Z',
    ]);
  });
});
