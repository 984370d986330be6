import { TZDate } from '@date-fns/tz';
import { MONTH_PATTERN } from './month-names.ts';
import { readDate } from './read-date.ts';

export interface StatedRange {
  startedAt: string | null;
  resolvedAt: string | null;
}

interface StatedMoment {
  /** As printed, with an am or pm of its own or of its partner. */
  time: string;
  half: string | undefined;
  zone: string | undefined;
  /** `2025-10-19`, `19 Oct 2025` or `19 Oct`; undefined where only a time is told. */
  date: string | undefined;
}

const MAX_TEXT = 6000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A text may be posted slightly before the end it tells. */
const TOLERANCE_MS = HOUR_MS;

const MONTH = `(?:${MONTH_PATTERN})\\b\\.?`;
const MONTH_NAME = new RegExp(MONTH_PATTERN, 'iu');
const WEEKDAY =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? |(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),? )?';
const DATE = `${WEEKDAY}(?:\\d{4}-\\d{2}-\\d{2}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\.? ${MONTH}(?:,? \\d{4})?)`;
const TIME = '\\d{1,2}(?::\\d{2}){1,2}(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]m\\b';
const ZONE =
  '(?:utc|gmt|ut|p[sd]?t|e[sd]?t|m[sd]t|c[sd]t|ce(?:s)?t|me(?:s)?z|bst|ist|jst|ae[sd]t|z)\\b';
const moment = (name: string) =>
  `(?:(?<${name}Before>${DATE})(?:,| at| um)? (?:at )?)?(?:approximately |about |around |ca\\. )?(?<${name}Time>${TIME})(?: uhr)?(?:,? ?\\(?(?<${name}Zone>${ZONE})\\)?)?(?:,? (?:on |am |le )?(?<${name}After>${DATE}))?`;

const RANGE = new RegExp(
  `(?:\\b(?:on|am|le) (?<day>${DATE}),? )?\\b(?:between|from|starting(?: at)?|beginning at|zwischen|von|vom|entre|de|du) ${moment('start')} ?(?:and|to|until|till|through|und|bis|et|à|au|-|–|—) ?${moment('end')}`,
  'iu',
);
const START = new RegExp(
  `\\b(?:start(?:ing|ed)|beginning|began|since|seit|ab|depuis)(?: (?:at|on|from|um))? ${moment('start')}`,
  'iu',
);

/**
 * The start and end an incident's text tells, each null where it tells none.
 *
 * Missing halves are shared (zone, am/pm, date); a time without a date lies on the last day that
 * puts it before `reference`, the time of the post; a start after its end was the day before.
 *
 * @example statedRange('Between 11:49 PM PDT on October 19 and 2:24 AM PDT on October 20 …',
 *   { reference: '2025-10-20T10:00:00.000Z' })
 */
export function statedRange(
  text: string,
  options: { reference: string; timeZone?: string | undefined },
): StatedRange {
  const words = text.slice(0, MAX_TEXT).replace(/\s+/g, ' ');
  const range = RANGE.exec(words)?.groups;
  if (range !== undefined) {
    const first = momentIn(range, 'start');
    const date = first.date ?? plainDate(range.day);
    return rangeOf({ ...first, date }, momentIn(range, 'end'), options);
  }
  const start = START.exec(words)?.groups;
  if (start === undefined) return { startedAt: null, resolvedAt: null };
  return { startedAt: instantBefore(momentIn(start, 'start'), options), resolvedAt: null };
}

type Options = Parameters<typeof statedRange>[1];

function rangeOf(first: StatedMoment, second: StatedMoment, options: Options): StatedRange {
  const zone = { start: first.zone ?? second.zone, end: second.zone ?? first.zone };
  const end = {
    ...second,
    half: second.half ?? (isTwelveHour(second) ? first.half : undefined),
    zone: zone.end,
    date: second.date ?? first.date,
  };
  const endedAt = instantBefore(end, options);
  if (endedAt === null) return { startedAt: null, resolvedAt: null };
  const start = {
    ...first,
    half: first.half ?? (isTwelveHour(first) ? second.half : undefined),
    zone: zone.start,
  };
  // A start without a date is read against the end, not against the post.
  const startedAt =
    start.date !== undefined
      ? instantBefore(start, options)
      : instantBefore({ ...start, date: second.date }, { ...options, reference: endedAt }, 0);
  if (startedAt === null) return { startedAt: null, resolvedAt: endedAt };
  if (startedAt <= endedAt) return { startedAt, resolvedAt: endedAt };
  if (second.date === undefined) return { startedAt, resolvedAt: shift(endedAt, DAY_MS) };
  return first.date === undefined
    ? { startedAt: shift(startedAt, -DAY_MS), resolvedAt: endedAt }
    : { startedAt: null, resolvedAt: endedAt };
}

function instantBefore(
  moment: StatedMoment,
  options: Options,
  toleranceMs = TOLERANCE_MS,
): string | null {
  const clock = `${moment.time}${moment.half === undefined ? '' : ` ${moment.half}`}`;
  const zone = moment.zone === undefined ? '' : ` ${moment.zone}`;
  const read = (date: string) => readDate(`${date} ${clock}${zone}`, options);
  if (moment.date !== undefined) return read(moment.date);
  const latest = Date.parse(options.reference) + toleranceMs;
  for (let daysBack = -1; daysBack <= 2; daysBack++) {
    const day = localDay(Date.parse(options.reference) - daysBack * DAY_MS, options.timeZone);
    const instant = read(day);
    if (instant && Date.parse(instant) <= latest) return instant;
  }
  return null;
}

function localDay(ms: number, timeZone = 'UTC'): string {
  const local = new TZDate(ms, timeZone);
  const [year, month, day] = [local.getFullYear(), local.getMonth() + 1, local.getDate()];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function momentIn(
  groups: Readonly<Record<string, string | undefined>>,
  name: 'start' | 'end',
): StatedMoment {
  const printed = groups[`${name}Time`] ?? '';
  const half = /[ap](?=\.?m)/i.exec(printed)?.[0];
  const digits = printed.replace(/ ?[ap].*/i, '');
  return {
    time: digits.includes(':') ? digits : `${digits}:00`,
    half: half === undefined ? undefined : `${half}m`,
    zone: groups[`${name}Zone`],
    date: plainDate(groups[`${name}Before`] ?? groups[`${name}After`]),
  };
}

/** A printed date in the order day, month, year, without ordinals and weekday. */
function plainDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const iso = /\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  if (iso !== undefined) return iso;
  const name = MONTH_NAME.exec(date)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(date)?.[0];
  const year = /\d{4}/.exec(date)?.[0];
  return year === undefined ? `${day} ${name}` : `${day} ${name} ${year}`;
}

/** `0:40` is no hour of a clock with am and pm. */
function isTwelveHour({ time }: StatedMoment): boolean {
  return Number.parseInt(time, 10) >= 1;
}

function shift(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + ms).toISOString();
}
