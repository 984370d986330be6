import { LANGUAGE_TAGS, type Locale } from './locale.ts';

/** Writes times, durations and numbers in one language. Times are ISO 8601, UTC, and stay in UTC. */
export interface Format {
  /** @example '12:45' */
  clock(iso: string): string;
  /** @example 'Monday 20 October 2025' */
  longDay(iso: string): string;
  /** @example 'Monday' */
  weekday(iso: string): string;
  /** @example '20 October 2025' */
  day(iso: string): string;
  /** As short as it can be read beside `now`. @example '12:45', '19 Oct 12:45', '19 Oct 2024 12:45' */
  moment(iso: string, now: string): string;
  /** @example '20 October 2025, 12:45 UTC' */
  full(iso: string): string;
  /** Rounded down to minutes. @example '2 h 5 min', '3 d 4 h' */
  duration(ms: number): string;
  number(value: number): string;
  /** @example 'a, b and c' */
  list(items: readonly string[]): string;
  /** Name of a country from its ISO 3166-1 code. */
  country(code: string): string;
}

const FORMATS = { en: createFormat('en'), de: createFormat('de') } satisfies Record<Locale, Format>;

export function formatFor(locale: Locale): Format {
  return FORMATS[locale];
}

function createFormat(locale: Locale): Format {
  const tag = LANGUAGE_TAGS[locale];
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  const long = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = dates({ weekday: 'long' });
  const plain = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = dates({ day: 'numeric', month: 'short' });
  const shortYear = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const countries = new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' });
  const dayWord = locale === 'de' ? 'T' : 'd';
  const clock = (iso: string) => iso.slice(11, 16);

  return {
    clock,
    longDay: (iso) => long.format(new Date(iso)),
    weekday: (iso) => weekday.format(new Date(iso)),
    day: (iso) => plain.format(new Date(iso)),
    moment(iso, now) {
      if (iso.slice(0, 10) === now.slice(0, 10)) return clock(iso);
      const date = iso.slice(0, 4) === now.slice(0, 4) ? short : shortYear;
      return `${date.format(new Date(iso)).replaceAll(' ', '\u00a0')} ${clock(iso)}`;
    },
    full: (iso) => `${plain.format(new Date(iso))}, ${clock(iso)}\u00a0UTC`,
    duration(ms) {
      const minutes = Math.max(0, Math.floor(ms / 60_000));
      const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
      const parts =
        days > 0
          ? [`${numbers.format(days)} ${dayWord}`, hours > 0 ? `${hours} h` : '']
          : [
              hours > 0 ? `${hours} h` : '',
              minutes % 60 > 0 || hours === 0 ? `${minutes % 60} min` : '',
            ];
      return parts.filter(Boolean).join(' ').replaceAll(' ', '\u00a0');
    },
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    country(code) {
      try {
        return countries.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}
