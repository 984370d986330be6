import { worstImpact } from '../model/impact.ts';
import { type Impact, type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { buildFeedIncident } from './build-feed-incident.ts';
import { defineFeedAdapter, isExpectedChannel, isFresh } from './define-feed-adapter.ts';
import { sortPosts } from './incident-course.ts';
import { oldestFirst } from './oldest-first.ts';
import type { Post } from './posts-in-html.ts';
import type { FeedItem, FeedXml } from './read/parse-feed-xml.ts';
import { cleanTitle, htmlToText } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { statedRange } from './read/stated-times.ts';
import { statusFromText } from './read/status-words.ts';
import type { WordReader } from './read/words.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What stands before the colon of a title: the colour of the old dashboard, worst last. */
export const AWS_TITLE_IMPACT = {
  'service is operating normally': 'none',
  'informational message': 'minor',
  'performance issues': 'major',
  'service degradation': 'major',
  'service impact': 'major',
  'service disruption': 'critical',
} as const satisfies Record<string, Impact>;

const OPERATING_NORMALLY = 'service is operating normally';
const RESOLVED_MARK = /\[resolved\]/i;
const OPERATING = /\boperating (?:as )?normal/i;
const GUID =
  /#(?:(.+)-)?((?:[a-z]{2,3}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central|[a-z]+(?:east|west))-\d)|[a-z0-9-]+)_(\d{9,11})$/i;
const REGION = /^[a-z]{2,3}(-gov|-iso[a-z]?)?-[a-z]+-\d$/i;
/** The channel of one service or of all. */
const CHANNEL_TITLE = /\bService Status$/;

interface AwsPost extends Post {
  title: string;
  slug: string;
  key: string;
  impact: Impact | 'unknown';
  isMarkedResolved: boolean;
}

/**
 * AWS Service Health Dashboard RSS, `https://status.aws.amazon.com/rss/all.rss` or per service: one
 * item per post, guid `#<service>-<region>_<epoch>`. Posts of one service and region belong to one
 * incident until it ends. `[RESOLVED]` is put into the titles of all its posts when it is over, so
 * only the newest is believed.
 */
export const awsRss = defineFeedAdapter({
  format: 'aws-rss',
  coverage: 'window',
  recognises: (feed) =>
    feed.kind === 'rss' &&
    CHANNEL_TITLE.test(feed.title) &&
    (feed.items.length === 0 || feed.items.some(({ id }) => GUID.test(id))),
  read(feed, context, words) {
    const posts = feed.items.map((item) => readPost(item, context, words));
    return {
      incidents: groupPosts(posts).map((group) => readGroup(group, context)),
      provesNothingReported: provesNothing(feed, context),
    };
  },
});

/** A list that is there shows all that is open; an empty one must also be young. */
function provesNothing(feed: FeedXml, context: AdapterContext): boolean {
  const isExpected =
    context.expectTitle === undefined
      ? CHANNEL_TITLE.test(feed.title)
      : isExpectedChannel(feed, context);
  const isYoung = isFresh(feed, context, DAY_MS);
  return isExpected && (isYoung || (feed.items.length > 0 && feed.builtAt === ''));
}

function readPost(item: FeedItem, context: AdapterContext, words: WordReader): AwsPost {
  const title = cleanTitle(item.title);
  const prefix = /^([^:[\]]{3,40}):\s*/.exec(title)?.[1]?.trim().toLowerCase() ?? '';
  const isKnown = Object.hasOwn(AWS_TITLE_IMPACT, prefix);
  const isPrefix = isKnown || /^service |issues$|message$/.test(prefix);
  const bare = (isPrefix ? title.slice(title.indexOf(':') + 1) : title)
    .replace(RESOLVED_MARK, '')
    .trim();
  const body = htmlToText(item.html);
  const [, service, place] = GUID.exec(item.id) ?? [];
  const slug = [service, place]
    .filter((part) => part !== undefined)
    .join('-')
    .toLowerCase();
  return {
    id: item.id.replace(/^.*#/, '') || bare,
    at: readDate(
      item.published,
      context.timeZone === undefined ? {} : { timeZone: context.timeZone },
    ),
    status: prefix === OPERATING_NORMALLY ? 'resolved' : (openStatus(statusFromText(body)) ?? null),
    body: body || bare,
    title: bare || title,
    slug,
    key: item.id.replace(/^.*#/, '') || bare,
    impact: isPrefix ? words.read('item.title', prefix, AWS_TITLE_IMPACT) : 'unknown',
    isMarkedResolved: RESOLVED_MARK.test(title),
  };
}

/** Sentences say how work goes on, and what of it is back; that all is over they say in one way only. */
function openStatus(status: IncidentStatus | null): IncidentStatus | null {
  return status !== null && isEndedStatus(status) ? null : status;
}

function groupPosts(posts: readonly AwsPost[]): AwsPost[][] {
  const groups: AwsPost[][] = [];
  const open = new Map<string, AwsPost[]>();
  const byTime = sortPosts(oldestFirst(posts));
  for (const post of byTime) {
    const key = post.slug || post.title.toLowerCase();
    const group = open.get(key);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && isSameIncident(last, post)) group.push(post);
    else {
      const begun = [post];
      groups.push(begun);
      open.set(key, begun);
    }
  }
  return groups;
}

/** Same title: one incident until it ends, however long; another title or an end: only within a day. */
function isSameIncident(last: AwsPost, post: AwsPost): boolean {
  const gapMs = Date.parse(post.at ?? '') - Date.parse(last.at ?? '');
  if (Number.isNaN(gapMs)) return last.title.toLowerCase() === post.title.toLowerCase();
  const isSameTitle = last.title.toLowerCase() === post.title.toLowerCase();
  const hasEnded = last.status === 'resolved';
  return isSameTitle ? !hasEnded || gapMs <= DAY_MS : !hasEnded && gapMs <= DAY_MS;
}

function readGroup(posts: readonly AwsPost[], context: AdapterContext): SnapshotIncident {
  const newest = posts.at(-1);
  const oldest = posts[0];
  const hasEnded = newest !== undefined && isOver(newest);
  const impact = worstImpact(posts.map((post) => post.impact));
  const { regions, services } = placesOf(oldest?.slug ?? '', context.providerId);
  return buildFeedIncident(
    {
      // The oldest visible post scrolls out in time; the aliases keep the incident one.
      upstreamId: oldest?.key ?? '',
      aliases: posts.slice(1).map(({ key }) => key),
      kind: 'incident',
      title: newest?.title ?? '',
      posts: [
        ...posts.slice(0, -1),
        ...(newest === undefined
          ? []
          : [{ ...newest, status: hasEnded ? ('resolved' as const) : newest.status }]),
      ].map(({ id, at, status, body }, index) => ({
        id: id ?? '',
        at,
        status: status ?? (index === 0 ? 'investigating' : null),
        body,
      })),
      ...(impact !== 'unknown' && impact !== 'none' && { impact }),
      stated: statedIn(posts, context),
      components: [],
      regions,
      services,
      url: context.statusPage,
    },
    context,
  );
}

function isOver(post: AwsPost): boolean {
  if (post.status === 'resolved' || post.isMarkedResolved) return true;
  // "Networking has been restored for the other zones" ends nothing: AWS closes with this formula.
  return OPERATING.test(post.body) && statusFromText(post.body) === 'resolved';
}

/** AWS tells the times of an incident in its last post, "Between 1:40 AM and 3:05 AM PDT …". */
function statedIn(posts: readonly AwsPost[], context: AdapterContext) {
  const newest = posts.at(-1);
  const timeZone = context.timeZone ?? 'America/Los_Angeles';
  return statedRange(newest?.body ?? '', { reference: newest?.at ?? context.fetchedAt, timeZone });
}

/** `directconnect-eu-central-1` → region and service; `multipleservices` and global ones name one only. */
function placesOf(slug: string, providerId: string): { regions: string[]; services: string[] } {
  const region = /(?:^|-)([a-z]{2,3}(?:-gov|-iso[a-z]?)?-[a-z]+-\d)$/.exec(slug)?.[1];
  const service = region === undefined ? slug : slug.slice(0, -region.length - 1);
  const hasService = service !== '' && service !== 'multipleservices' && service !== 'global';
  const hasRegion = region !== undefined && REGION.test(region);
  return {
    regions: hasRegion ? [`${providerId}:${region}`] : [],
    services: hasService ? [`${providerId}:${service}`] : [],
  };
}
