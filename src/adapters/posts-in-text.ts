import { TZDate } from '@date-fns/tz';
import type { AdapterContext } from './adapter.ts';
import { earliest } from './incident-course.ts';
import { oldestFirst } from './oldest-first.ts';
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
  `^[ *•–-]*(?:(?<mark>${MARK}) ?[:–-]? ?)?[\\[(]?(?:(?<before>${DAY})(?:,| -| at| um)? )?(?<clock>${CLOCK})(?: ?(?<zone>${ZONE}))?(?:,? (?:on )?(?<after>${DAY}))?[\\])]? *(?:[:–—|-]+ +|\\n|(?<=\\]) )(?!(?:${DAY}(?:,| at)? )?\\d{1,2}[:.]\\d{2})`,
  'gimu',
);
const MAX_POSTS = 200;
const DAY_MS = 86_400_000;
const SKEW_MS = 10 * 60_000;
const FAR_MS = 200 * DAY_MS;

type Groups = Readonly<Record<string, string | undefined>>;
type DatedPost = Post & { at: string };

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
  const listed = stamps.map((match, index) => ({
    groups: match.groups ?? {},
    body: text.slice(match.index + match[0].length, stamps[index + 1]?.index).trim(),
  }));
  const isNewestFirst = preface === '' && isNearer(listed, published, zoned);
  const dated = placePosts(isNewestFirst ? listed.toReversed() : listed, published, zoned);
  if (dated === undefined || dated.some(({ at }) => !isNear(at, published, context))) return [];
  const posts = oldestFirst(dated);
  if (preface === '') return posts;
  const at = earliest(published, posts[0]?.at);
  return [{ at, status: statusOfEntry('', preface), body: preface }, ...posts];
}

function placePosts(
  listed: readonly { groups: Groups; body: string }[],
  published: string | null,
  options: ReadDateOptions,
): DatedPost[] | undefined {
  const posts: DatedPost[] = [];
  let previous: string | null = null;
  for (const { groups, body } of listed) {
    const at: string | null = timeOf(groups, previous, published, options);
    if (at === null) return undefined;
    previous = at;
    posts.push({ at, status: statusOfEntry('', body), body });
  }
  return posts;
}

/** A time of day lies at its first occurrence after the post before it, the first one nearest to the entry. */
function timeOf(
  groups: Groups,
  previous: string | null,
  published: string | null,
  options: ReadDateOptions,
): string | null {
  const day = groups.before ?? groups.after;
  if (day !== undefined) return readDate(`${day} ${clockOf(groups)}`, options);
  if (previous === null) return published === null ? null : nearest(groups, published, options);
  return around(groups, previous, options).find((at) => at >= previous) ?? null;
}

function nearest(groups: Groups, published: string, options: ReadDateOptions): string | null {
  const distance = (at: string) => Math.abs(Date.parse(at) - Date.parse(published));
  return (
    around(groups, published, options).toSorted((a, b) => distance(a) - distance(b))[0] ?? null
  );
}

function around(groups: Groups, anchor: string, options: ReadDateOptions): string[] {
  return [-1, 0, 1].flatMap((days) => {
    const local = new TZDate(Date.parse(anchor) + days * DAY_MS, options.timeZone ?? 'UTC');
    const date = [local.getFullYear(), local.getMonth() + 1, local.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    return readDate(`${date} ${clockOf(groups)}`, options) ?? [];
  });
}

/** Without a day: newest first where the last stamp is nearer to the entry than the first. */
function isNearer(
  listed: readonly { groups: Groups }[],
  published: string | null,
  options: ReadDateOptions,
): boolean {
  const [first, last] = [listed[0]?.groups ?? {}, listed.at(-1)?.groups ?? {}].map((groups) => {
    const at = published === null ? null : nearest(groups, published, options);
    return at === null || published === null ? 0 : Math.abs(Date.parse(at) - Date.parse(published));
  });
  return (last ?? 0) < (first ?? 0);
}

function clockOf({ clock = '', zone = '' }: Groups): string {
  return `${clock} ${zone.replace(/[()]/g, '')}`.trim();
}

/** No post lies ahead, and none so far back that its year must have been guessed wrong. */
function isNear(
  at: string,
  published: string | null,
  { fetchedAt }: Pick<AdapterContext, 'fetchedAt'>,
): boolean {
  const isAhead = Date.parse(at) - Date.parse(fetchedAt) > SKEW_MS;
  return !isAhead && Date.parse(published ?? at) - Date.parse(at) < FAR_MS;
}
