import { describe, expect, it } from 'vitest';
import { ZSCALER_SEVERITY, ZSCALER_STATUS, zscaler } from '../../src/adapters/zscaler.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { CONTEXT, fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const LEGEND = Object.keys(ZSCALER_SEVERITY).map((name, index) => ({
  tid: String(index),
  name: ` ${name.toUpperCase()} `,
}));
const tidOf = (name: string) => LEGEND.find((one) => one.name.trim().toLowerCase() === name)?.tid;
const post = (fields: object = {}) => ({
  id: '1',
  title: 'Trouble',
  severityTid: tidOf('service degradation'),
  status: 'Investigating',
  from: 'Mon, 02 Mar 2026 09:00:00 UTC',
  ...fields,
});
const service = (tid: string, name: string, ...category_status: object[]) => ({
  tid,
  name,
  category_status,
});
const page = (...subCategory: object[]) =>
  json({ data: { severity: LEGEND, category: [{ subCategory }] } });
const tell = (fields: object) => parse(zscaler, page(service('7', 'Proxy', post(fields))));
const read = (fields: object) => tell(fields).incidents[0];
const stateWith = (...posts: object[]) =>
  parse(zscaler, page(service('7', 'Proxy', ...posts))).components[0]?.status;
const stamp = (time: string) => `<span class="report-time">${time}</span>`;
const update = (time: string, text: string) =>
  `<p class="zs-update">Update - ${stamp(time)}</p><p>${text}</p>`;
const posts = (description: string) =>
  read({ description })?.updates.map(({ at, status, body }) => [at, status, body]);

describe('zscaler', () => {
  const whole = () => parse(zscaler, fixture('zscaler/one-open.json'));

  it('takes the stamped posts apart, each once, and tells a post of two services once', () => {
    const id = expect.stringMatching(/^\w+$/);
    expect(incidentOf(whole(), '900')).toEqual({
      upstreamId: '900',
      kind: 'incident',
      title: 'Gateway logins fail',
      status: 'identified',
      impact: 'minor',
      startedAt: '2026-03-02T09:00:00.000Z',
      resolvedAt: null,
      updatedAt: '2026-03-02T10:30:00.000Z',
      updates: [
        {
          id,
          at: '2026-03-02T09:00:00.000Z',
          status: 'investigating',
          body: 'Logins through the gateway fail now and then.',
        },
        {
          id,
          at: '2026-03-02T09:30:00.000Z',
          status: 'identified',
          body: 'We have identified the root cause.',
        },
        {
          id,
          at: '2026-03-02T10:30:00.000Z',
          status: 'identified',
          body: 'The fix is being tested.',
        },
      ],
      components: [
        { id: '1', name: 'Authentication' },
        { id: '2', name: 'Tunnels' },
      ],
      regions: [],
      services: [],
      url: 'https://status.example.com/posts/900',
      marks: [],
    });
  });

  it('tells the state of each service by its open posts, not by notices', () => {
    expect(whole()).toMatchObject({
      coverage: 'window',
      status: null,
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
    expect(whole().components).toStrictEqual([
      { id: '1', name: 'Authentication', status: 'degraded_performance' },
      { id: '2', name: 'Tunnels', status: 'degraded_performance' },
      { id: '3', name: 'Reports', status: 'operational' },
    ]);
    expect(incidentOf(whole(), '899')).toMatchObject({
      kind: 'notice',
      impact: 'none',
      status: 'resolved',
      url: 'https://status.example.com/posts/899',
    });
    expect(whole().incidents).toHaveLength(2);
  });

  it('is read from the address as it is', () => {
    const url = 'https://trust.example/api/cloud-status?cloud=a&dateOffset=0';
    expect(zscaler.documents(url)).toEqual([url]);
  });

  it.each([
    [{ severity: [], category: [{ subCategory: [] }] }, true],
    [{ severity: [], category: [null, { subCategory: [] }] }, true],
    [{ severity: [], category: [{ subCategory: null }] }, false],
    [{ severity: [], category: [] }, false],
    [{ severity: [], category: {} }, false],
    [{ severity: null, category: [{ subCategory: [] }] }, false],
    [null, false],
  ])('recognises the data %j: %s', (data, expected) => {
    expect(zscaler.recognises(json({ data }))).toBe(expected);
    expect(zscaler.recognises(json(data))).toBe(false);
  });

  it('takes categories without services for no proof, and none at all for damage', () => {
    expect(parse(zscaler, page()).provesNothingReported).toBe(false);
    expect(() => parse(zscaler, json({ data: { severity: [], category: [] } }))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: expect.stringMatching(/^zscaler: unexpected shape: data\.category: /),
      }),
    );
  });
});

describe('the severity of a post', () => {
  it.each([
    ['service disruption', 'incident', 'major', 'partial_outage'],
    ['service degradation', 'incident', 'minor', 'degraded_performance'],
    ['under investigation', 'incident', 'unknown', 'degraded_performance'],
    ['no service impact', 'incident', 'none', 'operational'],
    ['informational', 'notice', 'none', 'operational'],
    ['security advisory', 'notice', 'none', 'operational'],
  ])('%s makes it a %s of impact %s, the service meanwhile %s', (name, kind, impact, status) => {
    const snapshot = tell({ severityTid: tidOf(name) });
    expect(snapshot.incidents).toMatchObject([{ kind, impact }]);
    expect(snapshot.components).toEqual([{ id: '7', name: 'Proxy', status }]);
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('may be a number, is unknown where the legend has none, and colours the service then', () => {
    expect(read({ severityTid: Number(tidOf('service disruption')) })?.impact).toBe('major');
    const snapshot = tell({ severityTid: '99' });
    expect(snapshot).toMatchObject({
      incidents: [{ kind: 'incident', impact: 'unknown' }],
      components: [{ status: 'degraded_performance' }],
      unknownWords: [{ field: 'post.severityTid', word: '99' }],
    });
  });

  it('counts while the post is open, the worst of them', () => {
    const severe = post({ id: '2', severityTid: tidOf('service disruption') });
    expect(stateWith(post(), severe)).toBe('partial_outage');
    expect(stateWith(post(), { ...severe, status: 'Resolved' })).toBe('degraded_performance');
    expect(stateWith({ ...severe, status: 'Completed' })).toBe('operational');
    expect(stateWith()).toBe('operational');
  });
});

describe('the state of a post', () => {
  it.each([
    ['Investigating', 'investigating'],
    ['Under Investigation', 'investigating'],
    ['In Progress', 'investigating'],
    ['Identified', 'identified'],
    ['Monitoring', 'monitoring'],
    ['Resolved', 'resolved'],
    ['Completed', 'resolved'],
    ['Scheduled', 'unknown'],
  ])('%s is %s', (status, expected) => {
    expect(Object.keys(ZSCALER_STATUS)).toContain(status.toLowerCase());
    const snapshot = tell({ status });
    expect(snapshot.incidents[0]?.status).toBe(expected);
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('that nobody knows is unknown, and told', () => {
    expect(tell({ status: 'Napping' })).toMatchObject({
      incidents: [{ status: 'unknown' }],
      unknownWords: [{ field: 'post.status', word: 'Napping' }],
    });
  });

  it.each([
    ['In Progress', 'We have identified the cause.', 'identified'],
    ['In Progress', 'We are monitoring the fix.', 'monitoring'],
    ['In Progress', 'This has been resolved.', 'investigating'],
    ['Resolved', 'We are monitoring the fix.', 'resolved'],
  ])('%s with the update %j is %s', (status, text, expected) => {
    const description = update('Mon, 02 Mar 2026 10:00:00 UTC', text);
    expect(read({ status, description })?.status).toBe(expected);
  });
});

describe('the text of a post', () => {
  const NINE = '2026-03-02T09:00:00.000Z';
  const TEN = 'Mon, 02 Mar 2026 10:00:00 UTC';
  const ELEVEN = 'Mon, 02 Mar 2026 11:00:00 UTC';

  it('is its first update, and each stamp begins another, by time', () => {
    expect(posts(`<p>Slow.</p>${update(ELEVEN, 'Later.')}${update(TEN, 'Sooner.')}`)).toEqual([
      [NINE, 'investigating', 'Slow.'],
      ['2026-03-02T10:00:00.000Z', 'investigating', 'Sooner.'],
      ['2026-03-02T11:00:00.000Z', 'investigating', 'Later.'],
    ]);
  });

  it('has ids of its times and words, the same in every read', () => {
    const description = `<p>Slow.</p>${update(TEN, 'Later.')}${update('some day', 'Never.')}`;
    const ids = read({ description })?.updates.map(({ id }) => id);
    expect(ids?.toSorted()).toEqual(
      [`${NINE} Slow.`, '2026-03-02T10:00:00.000Z Later.', ' Never.'].map(stableHash).toSorted(),
    );
  });

  it('ends what is over with its last update, where none says that it is', () => {
    const description = `<p>Slow.</p>${update(TEN, 'Sooner.')}${update(ELEVEN, 'Later.')}`;
    expect(read({ status: 'Resolved', description })?.resolvedAt).toBe('2026-03-02T11:00:00.000Z');
  });

  it('may be missing', () => {
    for (const description of [null, undefined, '', '<p> </p>', stamp(TEN)]) {
      expect(read({ description })?.updates).toEqual([]);
    }
    expect(read({})?.updatedAt).toBe('2026-03-02T09:00:00.000Z');
  });

  it('without a stamp is one update, with the heading of none taken away only before a stamp', () => {
    expect(posts('<p>One.</p><p class="zs-update">Update</p><p>Two.</p>')).toEqual([
      [NINE, 'investigating', 'One.\nUpdate\nTwo.'],
    ]);
  });

  it('keeps what two updates say in the same words at other times', () => {
    expect(posts(update(TEN, 'More soon.') + update(ELEVEN, 'More soon.'))).toHaveLength(2);
    expect(posts(update(TEN, 'More soon.') + update(TEN, 'More soon.'))).toHaveLength(1);
    expect(posts(update('some day', 'More soon.') + update('some day', 'More soon.'))).toEqual([
      [null, 'investigating', 'More soon.'],
    ]);
  });

  it('reads two hundred stamps and no more', () => {
    const minute = (n: number) =>
      new Date(Date.parse('2026-03-02T09:00:00Z') + n * 60_000).toISOString();
    const many = Array.from({ length: 210 }, (_, n) => update(minute(n), `Number ${n}.`)).join('');
    expect(posts(many)).toHaveLength(200);
  });

  it.each([
    [{ ri_date: '2026-03-02 08:00:00' }, NINE],
    [{ from: '', ri_date: '2026-03-02 08:00:00' }, '2026-03-02T08:00:00.000Z'],
    [{ from: null, ri_date: null }, null],
  ])('with %j began at %s', (fields, startedAt) => {
    expect(read(fields)?.startedAt).toBe(startedAt);
  });

  it.each([
    ['/posts/9', 'https://status.example.com/posts/9'],
    [null, CONTEXT.statusPage],
    ['javascript:alert(1)', CONTEXT.statusPage],
  ])('with the alias %j is found at %s', (alias, url) => {
    expect(read({ alias })?.url).toBe(url);
  });

  it('of a notice is told in the words of an incident', () => {
    const description = `<p>Addresses change.</p>${update(TEN, 'This has been completed.')}`;
    expect(
      read({ severityTid: tidOf('informational'), description })?.updates.map(
        ({ status }) => status,
      ),
    ).toEqual(['investigating', 'resolved']);
  });
});
