const MONTHS = [
  'jan',
  'feb',
  'mar|mär|mrz',
  'apr|avr',
  'may|mai',
  'jun|juin',
  'jul|juil',
  'aug|aoû',
  'sep',
  'oct|okt',
  'nov',
  'dec|dez|déc',
];
const MONTH = `(${MONTHS.join('|')})[\\p{L}]*`;
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ${MONTH}(?![\\p{L}])`,
  'iu',
);
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}])${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])`,
  'iu',
);
const WEEKDAY = /\b(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day['’]s\b/i;
const WEEKDAYS = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'];
const ISO = /\b\d{4}-(\d{2})-(\d{2})\b/;
const DAY_MS = 86_400_000;

/**
 * Whole days from the day a sentence names to `at`; null where it names none. Years are seldom
 * written, so the nearest one counts.
 * @example daysSinceNamedDate('the AWS outage of 20 October', '2025-10-27T09:00:00.000Z') // 7
 */
export function daysSinceNamedDate(sentence: string, at: string): number | null {
  const named = dateIn(sentence);
  if (named === null) return daysSinceWeekday(sentence, at);
  const [month, day] = named;
  const year = Number(at.slice(0, 4));
  const today = Date.parse(`${at.slice(0, 10)}T00:00:00.000Z`);
  const distances = [year - 1, year, year + 1].map((one) =>
    Math.round((today - Date.UTC(one, month - 1, day)) / DAY_MS),
  );
  return distances.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null;
}

function dateIn(sentence: string): [month: number, day: number] | null {
  const iso = ISO.exec(sentence);
  if (iso !== null) return [Number(iso[1]), Number(iso[2])];
  const dayFirst = DAY_FIRST.exec(sentence);
  if (dayFirst !== null) return [monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1])];
  const monthFirst = MONTH_FIRST.exec(sentence);
  if (monthFirst !== null) return [monthNumber(monthFirst[1] ?? ''), Number(monthFirst[2])];
  return null;
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => new RegExp(`^(?:${month})`, 'i').test(name)) + 1;
}

/** "Wednesday's outage" means the last one. */
function daysSinceWeekday(sentence: string, at: string): number | null {
  const name = WEEKDAY.exec(sentence)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return (new Date(at).getUTCDay() - WEEKDAYS.indexOf(name) + 7) % 7;
}
