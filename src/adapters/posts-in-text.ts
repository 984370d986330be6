import type { AdapterContext } from './adapter.ts';
import { earliest, sortPosts } from './incident-course.ts';
import { oldestFirst, stateDirection } from './oldest-first.ts';
import type { Post } from './posts-in-html.ts';
import { MONTH_PATTERN } from './read/month-names.ts';
import { type ReadDateOptions, readDate } from './read/read-date.ts';
import { statusOfEntry } from './read/status-words.ts';
import { ZONE_PATTERN } from './read/zone-offset.ts';

const MONTH = `(?:${MONTH_PATTERN})\\b\\.?`;
const DAY = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})|${MONTH} \\d{1,2}(?:,? \\d{4})?|\\d{1,2}\\.? ${MONTH}(?:,? \\d{4})?)`;
const CLOCK = '\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?(?: ?uhr\\b)?';
const ZONE = `\\(?(?:(?:UTC|GMT)(?:[+-]\\d{1,2})?|${ZONE_PATTERN})\\b\\)?`;
const MARK =
  '(?:edit|update|nachtrag|aktualisierung|mise à jour|maj)\\b(?: ?#?\\d{1,2}(?= ?[-–:(\\[]))?';
const STAMP = new RegExp(
  `^[ *•–-]*(?:(?<mark>${MARK}) ?[:–-]? ?)?[\\[(]?(?:(?<before>${DAY})(?:,| -| at| um)? )?(?<clock>${CLOCK}(?: ?(?<zone>${ZONE}))?)(?:,? (?:on )?(?<after>${DAY}))?[\\])]? *(?:[:–—|-]+ +|\\n|(?<=\\]) )(?!(?:${DAY}(?:,| at)? )?\\d{1,2}[:.]\\d{2})`,
  'gimu',
);
const MAX_POSTS = 200;
const DAY_MS = 86_400_000;
const SKEW_MS = 10 * 60_000;
const FAR_MS = 200 * DAY_MS;

type Groups = Readonly<Record<string, string | undefined>>;
interface Addition extends Post {
  /** What stands in front: `clock` with its zone, and a day `before` or `after` it. */
  groups: Groups;
}

/**
 * The posts of an entry that is one text with a time in front of each addition, as people keep them
 * by hand: "EDIT 09:12 UTC: …", "11:40 UTC - …", a line of its own with day and time. Oldest first,
 * the text above the first stamp being the first post. Empty where the lines are no such log, or
 * where one of the times lies ahead: that is a timetable.
 *
 * @param published the time of the entry; stamps without a day lie near it, in their order.
 */
export function postsInText(
  text: string,
  published: string | null,
  context: Pick<AdapterContext, 'fetchedAt' | 'timeZone'>,
  options: ReadDateOptions = {},
): Post[] {
  const zoned = { timeZone: context.timeZone, reference: context.fetchedAt, ...options };
  const stamps = [...text.matchAll(STAMP)]
    .filter(({ groups = {} }) => groups.mark ?? groups.zone ?? groups.before ?? groups.after)
    .slice(0, MAX_POSTS);
  const preface = text.slice(0, stamps[0]?.index).trim();
  if (stamps.length + (preface === '' ? 0 : 1) < 2) return [];
  const listed = stamps.map((match, index) => {
    const rest = text.slice(match.index + match[0].length, stamps[index + 1]?.index).trim();
    return { groups: match.groups ?? {}, ...postOf(null, rest) };
  });
  const isNewestFirst = preface === '' && standsNewestFirst(listed, published, zoned);
  const dated = placePosts(isNewestFirst ? listed.toReversed() : listed, published, zoned);
  if (dated === undefined || dated.some(({ at }) => isFarOff(at, published, context))) return [];
  const posts = sortPosts(oldestFirst(dated));
  if (preface === '') return posts;
  const at = earliest(published, ...dated.map((post) => post.at));
  return [postOf(at, preface), ...posts];
}

function postOf(at: string | null, body: string): Post {
  return { at, status: statusOfEntry('', body), body };
}

function placePosts(
  listed: readonly Addition[],
  published: string | null,
  options: ReadDateOptions,
) {
  const posts: (Post & { at: string })[] = [];
  for (const { groups, status, body } of listed) {
    const at = timeOf(groups, posts.at(-1)?.at ?? null, published, options);
    if (at === null) return undefined;
    posts.push({ at, status, body });
  }
  return posts;
}

/** A time of day lies at its first occurrence after the post before it, the first one nearest to the entry. */
function timeOf(
  { before, after, clock }: Groups,
  previous: string | null,
  published: string | null,
  options: ReadDateOptions,
): string | null {
  const day = before ?? after;
  if (day !== undefined) return readDate(`${day} ${clock}`, options);
  const occurrences = occurrencesOf(clock, previous ?? published, options);
  return occurrences.find(({ at }) => previous === null || at >= previous)?.at ?? null;
}

/** The times a clock showed this around another time, the nearest first. */
function occurrencesOf(
  clock: string | undefined,
  anchor: string | null,
  options: ReadDateOptions,
): { at: string; distance: number }[] {
  if (anchor === null) return [];
  const time = Date.parse(anchor);
  // In zones far east, the time of day that comes next may lie on the day after tomorrow of UTC.
  return [-1, 0, 1, 2]
    .map((days) => new Date(time + days * DAY_MS).toISOString().slice(0, 10))
    .flatMap((day) => readDate(`${day} ${clock}`, options) ?? [])
    .map((at) => ({ at, distance: Math.abs(Date.parse(at) - time) }))
    .toSorted((a, b) => a.distance - b.distance);
}

/** States tell the order; where they do not, it is newest first with the last stamp nearer to the entry than the first. */
function standsNewestFirst(
  listed: readonly Addition[],
  published: string | null,
  options: ReadDateOptions,
): boolean {
  const direction = stateDirection(listed);
  if (direction !== 0) return direction < 0;
  const [first = 0, last = 0] = [...listed.slice(0, 1), ...listed.slice(-1)].map(
    ({ groups }) => occurrencesOf(groups.clock, published, options)[0]?.distance,
  );
  return last < first;
}

/** A post that lies ahead, or so far back that its year must have been guessed wrong. */
function isFarOff(
  at: string,
  published: string | null,
  { fetchedAt }: Pick<AdapterContext, 'fetchedAt'>,
): boolean {
  return (
    Date.parse(at) - Date.parse(fetchedAt) > SKEW_MS ||
    Date.parse(published ?? at) - Date.parse(at) > FAR_MS
  );
}
