/** A span of the past that has an address. Times are ISO 8601, UTC. */
export interface HistoryPeriod {
  kind: 'year' | 'month' | 'day';
  /** As it stands in the address. @example '2025', '2025-10', '2025-10-20' */
  key: string;
  from: string;
  /** Excluded. */
  to: string;
}

/** Nothing of the web is older; a year before this one is a typing error. */
const FIRST_YEAR = 1990;
const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The period an address names; null for nonsense, for days that do not exist and for the future. */
export function historyPeriod(key: string | undefined, now: string): HistoryPeriod | null {
  const match = PATTERN.exec(key ?? '');
  if (match === null || key === undefined) return null;
  const [, year, month, day] = match;
  const kind = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const start = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const from = new Date(start).toISOString();
  // What rolls over (31 September) is a mistake, not another day.
  const isReal = from.startsWith(key) && Number(year) >= FIRST_YEAR;
  return isReal && from <= now ? { kind, key, from, to: endOf(kind, start) } : null;
}

function endOf(kind: HistoryPeriod['kind'], start: number): string {
  return shift(kind, start, 1);
}

function shift(kind: HistoryPeriod['kind'], start: number, by: number): string {
  const date = new Date(start);
  if (kind === 'year') date.setUTCFullYear(date.getUTCFullYear() + by);
  else if (kind === 'month') date.setUTCMonth(date.getUTCMonth() + by);
  else date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString();
}

/** The period before and after, each null where it has no page. */
export function neighbours(
  period: HistoryPeriod,
  now: string,
): { before: HistoryPeriod | null; after: HistoryPeriod | null } {
  const { kind, from, key } = period;
  const near = (by: number) =>
    historyPeriod(shift(kind, Date.parse(from), by).slice(0, key.length), now);
  return { before: near(-1), after: near(1) };
}

/** UTC days of a period, in order. @example ['2025-10-01', … '2025-10-31'] */
export function daysOf(period: Pick<HistoryPeriod, 'from' | 'to'>): string[] {
  const count = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000);
  return Array.from({ length: count }, (_, day) =>
    new Date(Date.parse(period.from) + day * 86_400_000).toISOString().slice(0, 10),
  );
}
