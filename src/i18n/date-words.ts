import { LANGUAGE_TAGS, type Locale } from './locale.ts';

/** Dates and shares as pages of the past write them. Times are ISO 8601, read in UTC. */
export interface DateWords {
  /** @example 'October 2025' */
  monthYear(iso: string): string;
  /** @example 'October' */
  month(iso: string): string;
  /** @example 'Oct' */
  shortMonth(iso: string): string;
  /** @example '20 Oct' */
  shortDay(iso: string): string;
  /** @example 'Mon 20' */
  weekdayDay(iso: string): string;
  /** @example 'Monday 20 October' */
  dayOfYear(iso: string): string;
  /** Rounded down, so that trouble never reads as none. @example '99.98 %' */
  percent(share: number): string;
}

const WORDS = { en: create('en'), de: create('de') } satisfies Record<Locale, DateWords>;

export function dateWords(locale: Locale): DateWords {
  return WORDS[locale];
}

function create(locale: Locale): DateWords {
  const tag = LANGUAGE_TAGS[locale];
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (iso: string) => format.format(new Date(iso));
  };
  const weekday = write({ weekday: 'short' });
  const percent = new Intl.NumberFormat(tag, {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    roundingMode: 'floor',
  });
  return {
    monthYear: write({ month: 'long', year: 'numeric' }),
    month: write({ month: 'long' }),
    shortMonth: write({ month: 'short' }),
    shortDay: write({ day: 'numeric', month: 'short' }),
    weekdayDay: (iso) => `${weekday(iso).replace('.', '')} ${Number(iso.slice(8, 10))}`,
    dayOfYear: write({ weekday: 'long', day: 'numeric', month: 'long' }),
    percent: (share) => percent.format(share),
  };
}
