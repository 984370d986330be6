import { stableHash } from '../model/incident-id.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { namesToComponents } from './components-in-html.ts';
import { defineFeedAdapter } from './define-feed-adapter.ts';
import { entryTimes } from './entry-posts.ts';
import { earliest, latest } from './incident-course.ts';
import type { FeedItem } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { kindFromText, statusFromText, titleWithoutStatus } from './read/status-words.ts';

const TIME_ZONE = 'Asia/Shanghai';
/** "北京时间2025年9月18日 22:10至22:20": Beijing time, from, until. */
const RANGE =
  /(\d{4})年(\d{1,2})月(\d{1,2})日\s*(\d{1,2}:\d{2})\s*[至到-]\s*(?:(\d{4})年(\d{1,2})月(\d{1,2})日\s*)?(\d{1,2}:\d{2})/;
const CHANNEL_TITLE = /^火山引擎(.+?)(?:[(（](.+)[)）])?服务状态$/;

/**
 * RSS per product of `https://status.volcengine.com/`: no guid, one link for all, `+0800`, the state
 * in brackets in the title (已恢复, recovered). Posts of one incident share title and day.
 */
export const volcengineRss = defineFeedAdapter({
  format: 'volcengine-rss',
  coverage: 'window',
  recognises: ({ kind, title, link }) =>
    kind === 'rss' && (CHANNEL_TITLE.test(title) || /volcengine\./.test(link)),
  read(feed, context) {
    const component = CHANNEL_TITLE.exec(feed.title)?.[1] ?? '';
    const zoned = { ...context, timeZone: context.timeZone ?? TIME_ZONE };
    const groups = Map.groupBy(feed.items, (item) => keyOf(item, zoned));
    return {
      incidents: [...groups].map(([key, items]) => readGroup(key, items, component, zoned)),
    };
  },
});

function keyOf(item: FeedItem, context: AdapterContext): string {
  const { published } = entryTimes(item, context);
  return stableHash(
    `${item.id}${titleWithoutStatus(cleanTitle(item.title))} ${published?.slice(0, 10) ?? ''}`,
  );
}

function readGroup(
  key: string,
  items: readonly FeedItem[],
  component: string,
  context: AdapterContext,
): SnapshotIncident {
  const title = cleanTitle(items[0]?.title ?? '');
  const range = rangeIn(items.map(({ html }) => htmlToText(html)).join('\n'));
  const times = items.map((item) => entryTimes(item, context).published);
  const isOver = items.some((item) => statusFromText(cleanTitle(item.title)) === 'resolved');
  return buildFeedIncident(
    {
      upstreamId: key,
      kind: kindFromText(title, ''),
      title: titleWithoutStatus(title),
      posts: items.map((item) => {
        const body = htmlToText(item.html);
        const status = statusFromText(cleanTitle(item.title)) ?? statusFromText(body);
        return {
          id: stableHash(`${status ?? ''} ${body}`).slice(0, 14),
          at: entryTimes(item, context).published,
          status,
          body,
        };
      }),
      startedAt: earliest(range?.startedAt, ...times),
      // Posts are dated back: only the last one, or the range it tells, says when it was over.
      resolvedAt: isOver ? (range?.resolvedAt ?? latest(...times)) : null,
      components: namesToComponents([component]),
      url: context.statusPage,
    },
    context,
  );
}

function rangeIn(text: string) {
  const match = RANGE.exec(text);
  if (match === null) return null;
  const [, year, month, day, from, endYear = year, endMonth = month, endDay = day, until] = match;
  return {
    startedAt: beijingTime([year, month, day], from),
    resolvedAt: beijingTime([endYear, endMonth, endDay], until),
  };
}

function beijingTime(date: readonly (string | undefined)[], time: string | undefined) {
  const day = date.map((part) => String(part).padStart(2, '0')).join('-');
  return readDate(`${day} ${time}`, { timeZone: TIME_ZONE });
}
