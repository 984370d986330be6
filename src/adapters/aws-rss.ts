import { worstImpact } from '../model/impact.ts';
import { type Impact, type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { AdapterContext, SnapshotIncident } from './adapter.ts';
import { awsPlace } from './aws-words.ts';
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

/** One of these words, or one that looks like them. */
const PREFIX = /^(?=[^:[\]]{3,40}:)(?:service \S[^:]*?|[^:]*?(?:issues|message))(?=\s*:)/i;
const OPERATING_NORMALLY = 'service is operating normally';
const RESOLVED_MARK = /\[resolved\]/i;
const OPERATING = /\boperating (?:as )?normal/i;
/** `https://status.aws.amazon.com/#<service>-<region>_<seconds>` */
const GUID = /#([a-z0-9._-]+)_\d{9,11}$/i;
/** The channel of one service or of all. */
const CHANNEL_TITLE = /\bService Status$/;

interface AwsPost extends Post {
  /** What names this post alone, and the incident it begins. */
  key: string;
  title: string;
  /** `<service>-<region>`; '' where the guid is another. */
  slug: string;
  /** Null where the title names none. */
  impact: Impact | null;
  isMarkedResolved: boolean;
}

/** Posts of one incident, oldest first. */
interface PostGroup {
  oldest: AwsPost;
  newest: AwsPost;
  posts: AwsPost[];
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
  const prefix = PREFIX.exec(title)?.[0].toLowerCase();
  const bare = (prefix === undefined ? title : title.slice(title.indexOf(':') + 1))
    .replace(RESOLVED_MARK, '')
    .trim();
  const body = htmlToText(item.html);
  return {
    key: item.id.split('#').at(-1) || bare,
    at: readDate(item.published, { timeZone: context.timeZone }),
    status: prefix === OPERATING_NORMALLY ? 'resolved' : openStatus(statusFromText(body)),
    body: body || bare,
    title: bare || title,
    slug: GUID.exec(item.id)?.[1] ?? '',
    impact: prefix === undefined ? null : words.read('item.title', prefix, AWS_TITLE_IMPACT),
    isMarkedResolved: RESOLVED_MARK.test(title),
  };
}

/** Sentences say how work goes on, and what of it is back; that all is over they say in one way only. */
function openStatus(status: IncidentStatus | null): IncidentStatus | null {
  return isEndedStatus(status) ? null : status;
}

function groupPosts(posts: readonly AwsPost[]): PostGroup[] {
  const groups: PostGroup[] = [];
  const open = new Map<string, PostGroup>();
  for (const post of sortPosts(oldestFirst(posts))) {
    const key = (post.slug || post.title).toLowerCase();
    const group = open.get(key);
    if (group !== undefined && isSameIncident(group.newest, post)) {
      group.posts.push(post);
      group.newest = post;
    } else {
      const begun = { oldest: post, newest: post, posts: [post] };
      groups.push(begun);
      open.set(key, begun);
    }
  }
  return groups;
}

/** Same title: one incident until it ends, however long; another title or an end: only within a day. */
function isSameIncident(last: AwsPost, post: AwsPost): boolean {
  const isSameTitle = last.title.toLowerCase() === post.title.toLowerCase();
  if (last.at === null || post.at === null) return isSameTitle;
  const isWithinDay = Date.parse(post.at) - Date.parse(last.at) <= DAY_MS;
  const hasEnded = last.status === 'resolved';
  return isSameTitle ? isWithinDay || !hasEnded : isWithinDay && !hasEnded;
}

function readGroup(
  { oldest, newest, posts }: PostGroup,
  context: AdapterContext,
): SnapshotIncident {
  const hasEnded = isOver(newest);
  const impact = worstImpact(posts.flatMap((post) => post.impact ?? []));
  const { region, service } = awsPlace(oldest.slug);
  return buildFeedIncident(
    {
      // The oldest visible post scrolls out in time; the aliases keep the incident one.
      upstreamId: oldest.key,
      aliases: posts.map(({ key }) => key),
      kind: 'incident',
      title: newest.title,
      posts: posts.map((post) => ({
        id: post.key,
        at: post.at,
        status: post === newest && hasEnded ? 'resolved' : post.status,
        body: post.body,
      })),
      firstStatus: 'investigating',
      ...(impact !== 'unknown' && impact !== 'none' && { impact }),
      stated: statedIn(newest, context),
      regions: region === undefined ? [] : [region],
      services: service === undefined ? [] : [service],
      url: context.statusPage,
    },
    context,
  );
}

function isOver(post: AwsPost): boolean {
  if (post.isMarkedResolved) return true;
  // "Networking has been restored for the other zones" ends nothing: AWS closes with this formula.
  return OPERATING.test(post.body) && statusFromText(post.body) === 'resolved';
}

/** AWS tells the times of an incident in its last post, "Between 1:40 AM and 3:05 AM PDT …". */
function statedIn({ at, body }: AwsPost, context: AdapterContext) {
  const timeZone = context.timeZone ?? 'America/Los_Angeles';
  return statedRange(body, { reference: at ?? context.fetchedAt, timeZone });
}
