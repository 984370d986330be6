import { TZDate } from '@date-fns/tz';
import { latest } from '../incident-course.ts';
import { MONTH_PATTERN } from './month-names.ts';
import { readDate } from './read-date.ts';
import { ZONE_PATTERN } from './zone-offset.ts';

export interface StatedTimeOptions {
  /** ISO time of the post. */
  reference: string;
  timeZone?: string | undefined;
  /** The text announces: what it tells lies after the post rather than before it. */
  isAhead?: boolean;
  /** `10/11/2025` is 10 November. Default: month first, except in French. */
  dayFirst?: boolean | undefined;
}

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
/** Work is announced less than a year ahead, so dates without a year lie within this. */
export const ANNOUNCED_AHEAD_MS = 300 * DAY_MS;

const MONTH = `(?:${MONTH_PATTERN})\\b\\.?`;
const MONTH_NAME = new RegExp(MONTH_PATTERN, 'iu');
const WEEKDAY =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? |(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?';
const DATE = `${WEEKDAY}(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:\\.\\d{1,2}\\.|/\\d{1,2}/)(?:\\d{4}|\\d{2})\\b|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\.? ${MONTH}(?:,? \\d{4})?)`;
const TIME = '\\d{1,2}(?::\\d{2}){1,2}(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]m\\b';
const ZONE = `(?:(?:utc|gmt)(?: ?[+-]\\d{1,2}(?::?\\d{2})?)?|\\+\\d{2}:?\\d{2}|${ZONE_PATTERN})\\b`;
const ABOUT = '(?:(?:approximately|about|around|roughly|circa|gegen|vers) |ca\\.? |~ ?)?';
const AT = '(?:,| at| um| à| -)? (?:at )?';
const moment = (name: string, isDated = false) =>
  `(?:(?<${name}Before>${DATE})${AT})${isDated ? '' : '?'}${ABOUT}(?<${name}Time>${TIME})(?: ?uhr)?(?:,? ?\\(?(?<${name}Zone>${ZONE})\\)?)?(?:,? (?:on |am |le )?(?<${name}After>${DATE}))?`;
const AND = ',? ?(?:and|to|until|till|through|und|bis|et|à|au|-|–|—) ?';

const RANGE = new RegExp(
  `(?:\\b(?:on|am|le) (?<day>${DATE}),? )?\\b(?:between|from|starting(?: at)?|beginning at|zwischen|von|vom|entre|de|du) ${moment('start')}${AND}${moment('end')}`,
  'iu',
);
/** "7 Nov 2025, 22:00 - 8 Nov 2025, 02:00 UTC": a day in front needs no word for a range. */
const DATED_RANGE = new RegExp(`(?<!\\d)${moment('start', true)}${AND}${moment('end')}`, 'iu');
const FRENCH_DATE = /\b(?:le|du) \d{1,2}\/\d/i;
/** A zone we do not know is no reason to read the time in another one. */
const OTHER_ZONE = /^ ?\(?[A-Z]{2,4}T\b/;
/** "… and again between": the same incident, later. */
const GOES_ON =
  /^,? (?:and|und|et|as well as)(?: \p{L}+)?,? (?=(?:between|from|zwischen|von|entre|de)\b)/iu;
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
export function statedRange(text: string, { dayFirst, ...given }: StatedTimeOptions): StatedRange {
  const words = plainWords(text);
  const options = { ...given, dayFirst: dayFirst ?? FRENCH_DATE.test(words) };
  const match = RANGE.exec(words) ?? DATED_RANGE.exec(words);
  if (match?.groups !== undefined) {
    const range = match.groups;
    const rest = words.slice(match.index + match[0].length);
    if (OTHER_ZONE.test(rest)) return { startedAt: null, resolvedAt: null };
    const first = momentIn(range, 'start');
    const date = first.date ?? plainDate(range.day);
    const told = rangeOf({ ...first, date }, momentIn(range, 'end'), options);
    const later = GOES_ON.test(rest) ? statedRange(rest, options).resolvedAt : null;
    return { ...told, resolvedAt: latest(told.resolvedAt, later) };
  }
  const start = START.exec(words)?.groups;
  if (start === undefined) return { startedAt: null, resolvedAt: null };
  return { startedAt: instantBefore(momentIn(start, 'start'), options), resolvedAt: null };
}

/** One line, times in one spelling: `10h30`, `10 Uhr`, `…T10:30`, without the same in another zone. */
function plainWords(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .replace(/\s+/g, ' ')
    .replace(/(?<=-\d{2})T(?=\d{2}:)/g, ' ')
    .replace(/\b(\d{1,2})[h.](\d{2})(?= ?uhr|(?<=h\d{2})\b)/gi, '$1:$2')
    .replace(/(?<![:.\d])(\d{1,2}) ?(?:uhr|h)\b/gi, '$1:00')
    .replace(/ ?\(\d{1,2}:\d{2}[^()]{0,20}\)/g, '');
}

type Options = StatedTimeOptions & { dayFirst: boolean };

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
  const start = { ...first, zone: zone.start };
  // A start without a date is read against the end, not against the post.
  const read = (half: string | undefined) =>
    start.date !== undefined
      ? instantBefore({ ...start, half }, options)
      : instantBefore(
          { ...start, half, date: second.date },
          { ...options, reference: endedAt, isAhead: false },
          0,
        );
  const borrowed = first.half === undefined && isTwelveHour(first) ? second.half : undefined;
  const printed = read(first.half ?? borrowed);
  // "Between 11:10 and 1:05 PM" began before noon.
  const isWithinHalfADay =
    printed !== null && printed <= endedAt && printed >= shift(endedAt, -DAY_MS / 2);
  const startedAt =
    borrowed === undefined || isWithinHalfADay ? printed : read(otherHalf(borrowed));
  if (startedAt === null) return { startedAt: null, resolvedAt: endedAt };
  if (startedAt <= endedAt) return { startedAt, resolvedAt: endedAt };
  if (second.date === undefined) return { startedAt, resolvedAt: shift(endedAt, DAY_MS) };
  return first.date === undefined
    ? { startedAt: shift(startedAt, -DAY_MS), resolvedAt: endedAt }
    : { startedAt: null, resolvedAt: endedAt };
}

function otherHalf(half: string): string {
  return half.toLowerCase() === 'am' ? 'pm' : 'am';
}

function instantBefore(
  moment: StatedMoment,
  options: Options,
  toleranceMs = TOLERANCE_MS,
): string | null {
  const clock = `${moment.time}${moment.half === undefined ? '' : ` ${moment.half}`}`;
  const zone = moment.zone === undefined ? '' : ` ${moment.zone}`;
  const { timeZone, dayFirst } = options;
  const reference = options.isAhead
    ? shift(options.reference, ANNOUNCED_AHEAD_MS)
    : options.reference;
  const dateOptions = { timeZone, reference, ...(dayFirst && { dayFirst }) };
  const read = (date: string) => readDate(`${date} ${clock}${zone}`, dateOptions);
  if (moment.date !== undefined) return read(moment.date);
  if (options.isAhead === true) return firstAfter(options, read);
  const bound = Date.parse(options.reference) + toleranceMs;
  for (let daysBack = -1; daysBack <= 2; daysBack++) {
    const day = localDay(Date.parse(options.reference) - daysBack * DAY_MS, options.timeZone);
    const instant = read(day);
    if (instant && Date.parse(instant) <= bound) return instant;
  }
  return null;
}

function firstAfter(options: Options, read: (date: string) => string | null): string | null {
  const from = Date.parse(options.reference);
  const days = [-1, 0, 1, 2].map((day) => read(localDay(from + day * DAY_MS, options.timeZone)));
  return days.find((at) => at !== null && at >= options.reference) ?? null;
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
  const found = (part: RegExp) => part.exec(date)?.[0];
  const numeric = found(/\d{4}-\d{2}-\d{2}|\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2}\/)\d{2,4}/);
  if (numeric !== undefined) return numeric;
  const [name, day] = [found(MONTH_NAME), found(/(?<!\d)\d{1,2}(?!\d)/)];
  const year = found(/\d{4}/);
  return year === undefined ? `${day} ${name}` : `${day} ${name} ${year}`;
}

/** `0:40` is no hour of a clock with am and pm. */
function isTwelveHour({ time }: StatedMoment): boolean {
  return Number.parseInt(time, 10) >= 1;
}

function shift(iso: string, ms: number): string {
  return new Date(Date.parse(iso) + ms).toISOString();
}
