import { instantOf, toIso, type WallTime } from './instant.ts';
import { MONTH_PATTERN, monthNumber } from './month-names.ts';
import { zoneOf } from './zone-offset.ts';

export interface ReadDateOptions {
  /** IANA zone of times that carry none, and of ambiguous abbreviations. Default UTC for the former. */
  timeZone?: string | undefined;
  /** ISO time near which a date without a year lies: at most one day before that date. */
  reference?: string | undefined;
  /** `10/11/2025` is 10 November. Default: month first with slashes, day first with dots and dashes. */
  dayFirst?: boolean;
}

/** Below this a number is seconds since the epoch, from here on milliseconds. */
const MILLISECONDS_FROM = 1e11;
/** Smaller numbers are counters and durations, not times. */
const FIRST_SECOND = 1e8;
const MAX_LENGTH = 100;
const DAY_MS = 86_400_000;

const WEEKDAY = '(?:\\p{L}{2,12}(?:\\.?,?\\s+|,))?';
const TIME =
  '(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?(?:\\s*(?<half>[ap])\\.?m\\.?(?!\\p{L}))?(?:\\s*Uhr)?';
const ZONE =
  '(?:\\s*\\(?(?<zone>(?:UTC|GMT)?\\s?[+-]\\d{1,2}(?::?\\d{2})?|[A-Za-z]{1,5}|[A-Za-z]+\\/[A-Za-z_/]+)\\)?)?';
const MONTH = `(?<name>${MONTH_PATTERN})\\.?`;
const AT = '(?:,|\\s+-|\\s+at|\\s+um|\\s+à)?\\s+';

interface Pattern {
  expression: RegExp;
  /** RFC 822 dates carry that RFC's zones. */
  isRfc822?: boolean;
  /** All-numeric dates whose order of day and month is a convention. */
  order?: 'month-first' | 'day-first';
}

const pattern = (source: string) => new RegExp(`^${source}$`, 'iu');

const PATTERNS: readonly Pattern[] = [
  // 2025-10-20T06:48:00.1234567Z · 2025-10-20 06:48:00 · 2025-10-20
  {
    expression: pattern(
      `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:(?:[T\\s]+|,\\s+|\\s+(?:-|at)\\s+)${TIME}${ZONE})?`,
    ),
  },
  // 2025/10/20 06:48:00
  {
    expression: pattern(
      `(?<year>\\d{4})/(?<month>\\d{2})/(?<day>\\d{2})(?:[T\\s]+${TIME}${ZONE})?`,
    ),
  },
  // Mon, 20 Oct 2025 06:48:00 GMT · 20. Oktober 2025, 14:35 Uhr
  {
    expression: pattern(
      `${WEEKDAY}(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|er)?(?:\\s+(?:of\\s+)?|-)${MONTH}(?:,?\\s+|-)(?<year>\\d{4}|\\d{2})(?:${AT}${TIME}${ZONE})?`,
    ),
    isRfc822: true,
  },
  // 29 Oct, 23:15 UTC
  {
    expression: pattern(
      `${WEEKDAY}(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|er)?\\s+${MONTH}${AT}${TIME}${ZONE}`,
    ),
  },
  // Fri, Feb 9 2024 22:41:10 MST · October 20, 2025 at 3:01 PM PDT
  {
    expression: pattern(
      `${WEEKDAY}${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?:${AT}${TIME}${ZONE})?`,
    ),
    isRfc822: true,
  },
  // Oct 29, 23:15 UTC
  {
    expression: pattern(
      `${WEEKDAY}${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?${AT}${TIME}${ZONE}`,
    ),
  },
  // Mon Oct 20 06:48:00 UTC 2025
  {
    expression: pattern(
      `${WEEKDAY}${MONTH}\\s+(?<day>\\d{1,2})\\s+${TIME}${ZONE}\\s+(?<year>\\d{4})`,
    ),
    isRfc822: true,
  },
  // 10/20/25 3:01 PM PDT · 10/20/2025 15:01 PDT
  {
    expression: pattern(
      `(?<first>\\d{1,2})/(?<other>\\d{1,2})/(?<year>\\d{4}|\\d{2})(?:${AT}${TIME}${ZONE})?`,
    ),
    order: 'month-first',
  },
  // 20-10-2025 14:35 +0400 · 20.10.2025 14:35
  {
    expression: pattern(
      `(?<first>\\d{1,2})(?<mark>[.-])(?<other>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})(?:${AT}${TIME}${ZONE})?`,
    ),
    order: 'day-first',
  },
];

/**
 * A time as feeds write it → `2025-10-20T06:48:00.000Z`, or null where it says none. Never guesses
 * a zone from the machine: an ambiguous abbreviation without `timeZone` gives null.
 *
 * @example readDate('Mon, 20 Oct 2025 00:11:00 PDT') // '2025-10-20T07:11:00.000Z'
 * @example readDate('Oct 29, 23:15 UTC', { reference: '2025-10-30T08:00:00.000Z' })
 */
export function readDate(raw: unknown, options: ReadDateOptions = {}): string | null {
  if (typeof raw === 'number') return fromEpoch(raw);
  if (raw instanceof Date) return toIso(raw.getTime());
  if (typeof raw !== 'string' || raw.length > MAX_LENGTH) return null;
  const text = raw
    .replace(/\s*\([^()]*time\)\s*$/i, '')
    .replace(/([+-]\d{2}:?\d{2})\s*\([a-z]{1,5}\)\s*$/i, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\d{9,14}(\.\d{1,9})?$/.test(text)) return fromEpoch(Number(text));
  const dotNet = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(text);
  if (dotNet !== null) return fromMilliseconds(Number(dotNet[1]));
  for (const { expression, isRfc822, order } of PATTERNS) {
    const groups = expression.exec(text)?.groups;
    if (groups === undefined) continue;
    const dayAndTime = readDayAndTime(groups, order, options.dayFirst);
    const zone =
      groups.zone === undefined ? null : zoneOf(groups.zone, { isRfc822: isRfc822 === true });
    const instantIn = (year: number) => instantOf({ ...dayAndTime, year }, zone, options.timeZone);
    return groups.year === undefined
      ? nearestYear(options.reference, instantIn)
      : instantIn(fullYear(groups.year));
  }
  return null;
}

function fromEpoch(value: number): string | null {
  if (!Number.isFinite(value) || value < FIRST_SECOND) return null;
  return fromMilliseconds(Math.round(value < MILLISECONDS_FROM ? value * 1000 : value));
}

function fromMilliseconds(ms: number): string | null {
  return ms > 0 ? toIso(ms) : null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** What is printed; NaN stands where it cannot be, and no moment has it. */
function readDayAndTime(
  groups: Groups,
  order: Pattern['order'],
  dayFirst: boolean | undefined,
): Omit<WallTime, 'year'> {
  const [month, day] = monthAndDay(groups, order, dayFirst);
  return {
    month,
    day,
    hour: hourOf(groups),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    millisecond: Number((groups.fraction ?? '').padEnd(3, '0').slice(0, 3)),
  };
}

function monthAndDay(
  groups: Groups,
  order: Pattern['order'],
  dayFirst: boolean | undefined,
): [number, number] {
  if (groups.name !== undefined) return [monthNumber(groups.name) ?? NaN, Number(groups.day)];
  if (order === undefined) return [Number(groups.month), Number(groups.day)];
  const first = Number(groups.first);
  const other = Number(groups.other);
  const isDayFirst = first > 12 || (dayFirst ?? order === 'day-first');
  return isDayFirst ? [other, first] : [first, other];
}

function hourOf({ hour, half }: Groups): number {
  const printed = Number(hour ?? 0);
  if (half === undefined || printed > 12) return printed;
  if (printed < 1) return NaN;
  return (printed % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** RFC 2822, section 4.3: two digits below 50 are this century's. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length !== 2) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}

function nearestYear(
  reference: string | undefined,
  instantIn: (year: number) => string | null,
): string | null {
  const latest = Date.parse(reference ?? '') + DAY_MS;
  const newest = new Date(latest).getUTCFullYear() + 1;
  // So far back that 29 February finds its leap year: 2104 follows 2096.
  for (let year = newest; year >= newest - 9; year--) {
    const instant = instantIn(year);
    if (instant !== null && Date.parse(instant) <= latest) return instant;
  }
  return null;
}
