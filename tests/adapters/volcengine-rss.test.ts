import { describe, expect, it } from 'vitest';
import { volcengineRss } from '../../src/adapters/volcengine-rss.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { FEED_CONTEXT, feedFixture, readFeed, rssDocument, rssItem } from './read-feed.ts';

const FIXTURE = feedFixture('volcengine-rss/recovered.xml');
const HEAD = '<title>火山引擎测试服务服务状态</title>';
const hash = (text: string) => stableHash(text).slice(0, 14);
const read = (items: Record<string, string>[], context = {}, head = HEAD) =>
  readFeed(volcengineRss, rssDocument(items.map(rssItem).join(''), head), context).incidents;
const ranges = (description: string) => {
  const [one] = read([
    { title: '异常(已恢复)', description, pubDate: '2025-10-21T12:00:00+08:00' },
  ]);
  return [one?.startedAt, one?.resolvedAt];
};

describe('volcengine-rss', () => {
  it('joins entries by title and day and reads the range in the text as Beijing time', () => {
    expect(readFeed(volcengineRss, FIXTURE)).toEqual({
      coverage: 'window',
      status: null,
      components: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          upstreamId: stableHash('测试服务异常 2025-10-20'),
          kind: 'incident',
          title: '测试服务异常',
          status: 'resolved',
          impact: 'minor',
          startedAt: '2025-10-20T14:05:00.000Z',
          resolvedAt: '2025-10-20T14:20:00.000Z',
          updatedAt: '2025-10-20T14:20:00.000Z',
          updates: [
            {
              id: hash(' 北京时间2025年10月20日 22:05至22:20 请求失败。'),
              at: '2025-10-20T14:10:00.000Z',
              status: 'unknown',
              body: '北京时间2025年10月20日 22:05至22:20 请求失败。',
            },
            {
              id: hash('resolved 测试服务已恢复。'),
              at: '2025-10-20T14:20:00.000Z',
              status: 'resolved',
              body: '测试服务已恢复。',
            },
          ],
          components: [{ name: '测试服务' }],
          regions: [],
          services: [],
          url: FEED_CONTEXT.statusPage,
          marks: ['impact-derived'],
        },
      ],
    });
  });

  it('keeps other days and other titles apart, and what has no date', () => {
    const dates = ['2025-10-20T22:00:00+08:00', '2025-10-21T22:00:00+08:00', ''];
    const items = dates.map((pubDate) => ({ title: '异常', pubDate }));
    expect(
      read([...items, { title: '延迟', guid: 'g' }]).map(({ upstreamId }) => upstreamId),
    ).toEqual([
      stableHash('异常 2025-10-20'),
      stableHash('异常 2025-10-21'),
      stableHash('异常 '),
      stableHash('g延迟 '),
    ]);
  });

  it.each([
    ['北京时间2025年9月8日 9:05至23:20', '2025-09-08T01:05:00.000Z', '2025-09-08T15:20:00.000Z'],
    ['2025年09月18日22:10到22:20', '2025-09-18T14:10:00.000Z', '2025-09-18T14:20:00.000Z'],
    [
      '2025年9月18日 22:10 - 2025年9月19日 02:20',
      '2025-09-18T14:10:00.000Z',
      '2025-09-18T18:20:00.000Z',
    ],
    [
      '2024年12月31日 22:10至2025年1月1日 02:20',
      '2024-12-31T14:10:00.000Z',
      '2024-12-31T18:20:00.000Z',
    ],
    ['22:10至22:20', '2025-10-21T04:00:00.000Z', '2025-10-21T04:00:00.000Z'],
  ])('reads the range %s', (text, startedAt, resolvedAt) => {
    expect(ranges(text)).toEqual([startedAt, resolvedAt]);
  });

  it('begins with its first post and ends with its last where no range is told', () => {
    const post = (title: string, hour: number) => ({
      title,
      pubDate: `2025-10-20T${hour}:00:00+08:00`,
    });
    const over = read([post('异常（已恢复）', 22), post('异常', 20), post('异常', 21)]);
    expect(over).toMatchObject([
      { startedAt: '2025-10-20T12:00:00.000Z', resolvedAt: '2025-10-20T14:00:00.000Z' },
    ]);
    expect(read([post('异常', 20)])).toMatchObject([{ status: 'unknown', resolvedAt: null }]);
  });

  it('is over where any of its posts says so, by the last one, and begins no later than the first', () => {
    const [over] = read([
      { title: '异常', pubDate: '2025-10-20T21:00:00+08:00' },
      { title: '异常（已恢复）', pubDate: '2025-10-20T20:00:00+08:00' },
    ]);
    expect(over).toMatchObject({ status: 'resolved', resolvedAt: '2025-10-20T13:00:00.000Z' });
    const description = '2025年10月20日 22:10至22:20';
    const [told] = read([{ title: '异常', description, pubDate: '2025-10-20T22:00:00+08:00' }]);
    expect(told).toMatchObject({ startedAt: '2025-10-20T14:00:00.000Z', resolvedAt: null });
  });

  it('is over only where a title says so, and goes on as a text does', () => {
    const [told] = read([{ title: '异常', description: 'We have identified the cause.' }]);
    expect(told).toMatchObject({ status: 'identified', resolvedAt: null, startedAt: null });
    const [planned] = read([{ title: '计划维护' }]);
    expect(planned?.kind).toBe('maintenance');
    expect(read([{ title: '异常', description: '计划维护' }])[0]?.kind).toBe('incident');
  });

  it('reads dates without a zone as Beijing time, or in the zone of the feed', () => {
    const items = [{ title: '异常', pubDate: '2025-10-20 22:00' }];
    expect(read(items)[0]?.startedAt).toBe('2025-10-20T14:00:00.000Z');
    expect(read(items, { timeZone: 'UTC' })[0]?.startedAt).toBe('2025-10-20T22:00:00.000Z');
  });

  it.each([
    ['火山引擎测试(华东1)服务状态', ['测试']],
    ['火山引擎测试（华东1）服务状态', ['测试']],
    ['火山引擎测试服务状态', ['测试']],
    ['其他', []],
  ])('names the product of the channel %s', (title, names) => {
    const [one] = read([{ title: '异常' }], {}, `<title>${title}</title>`);
    expect(one?.components.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['its fixture', FIXTURE, true],
    ['its title', rssDocument('', HEAD), true],
    [
      'its link',
      rssDocument('', '<title>T</title><link>https://status.volcengine.com/</link>'),
      true,
    ],
    ['a title that goes on', rssDocument('', '<title>火山引擎测试服务状态页</title>'), false],
    [
      'a title that begins otherwise',
      rssDocument('', '<title>新火山引擎测试服务状态</title>'),
      false,
    ],
    ['an Atom feed', feedFixture('atom/rewritten-in-place.xml'), false],
  ])('recognises %s: %s', (_name, document, isRecognised) => {
    expect(volcengineRss.recognises(document)).toBe(isRecognised);
  });

  it('is no Atom feed, whatever its title', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom">${HEAD}</feed>`;
    const body = new TextEncoder().encode(text);
    expect(volcengineRss.recognises({ ...FIXTURE, body })).toBe(false);
  });
});
