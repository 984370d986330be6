import type { AdapterContext } from './adapter.ts';
import { readDate } from './read/read-date.ts';

/** Dates of platforms that print the time of their server without its zone. */
export interface ZonelessDates {
  read(raw: unknown): string | null;
  /** Says once that UTC was assumed, if a date needed it. */
  warnings(): string[];
}

/** Reads them in the zone of the feed, and in UTC with a warning where the feed has none. */
export function createZonelessDates({ timeZone }: Pick<AdapterContext, 'timeZone'>): ZonelessDates {
  let hasGuessed = false;
  return {
    read(raw) {
      const hasZone =
        typeof raw !== 'string' || /(?:Z|[+-]\d{2}:?\d{2}|\b(?![ap]m\b)[a-z]{2,4})\s*$/i.test(raw);
      const time = readDate(raw, { timeZone });
      if (time !== null && !hasZone && timeZone === undefined) hasGuessed = true;
      return time;
    },
    warnings: () =>
      hasGuessed ? ['Times carry no zone and the feed names none (timeZone): read as UTC.'] : [],
  };
}
