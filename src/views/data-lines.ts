import type { Provider } from '../model/provider.ts';
import type { Store } from '../store/store.ts';
import type { DayCount } from '../store/store-queries.ts';
import { dataIncident } from './data-incident.ts';

const PAGE = 200;

/** The year of a file name; null where it is none of ours. @example yearOfFile('/data/incidents-2025.jsonl') // 2025 */
export function yearOfFile(path: string): number | null {
  const year = /^\/data\/incidents-(\d{4})\.jsonl$/.exec(path)?.[1];
  return year === undefined ? null : Number(year);
}

/**
 * Every incident that began in a UTC year, newest first, as JSONL, a page of the store at a time.
 * Nothing where there is none.
 */
export async function* dataLines(
  store: Pick<Store, 'incidents'>,
  year: number,
  { providers, siteUrl }: { providers: readonly Provider[]; siteUrl: string },
): AsyncGenerator<string> {
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const from = startOf(year);
  const to = startOf(year + 1);
  for (let before: string | null = null; ; ) {
    const page = await store.incidents({ to, limit: PAGE, ...(before === null ? {} : { before }) });
    const own = page.incidents.filter((incident) => incident.startedAt >= from);
    if (own.length > 0) {
      yield own
        .map((one) => `${JSON.stringify(dataIncident(one, byId.get(one.providerId), siteUrl))}\n`)
        .join('');
    }
    if (page.next === null || own.length < page.incidents.length) return;
    before = page.next;
  }
}

/** Years with incidents and how many began in each, newest first. */
export function dataYears(counts: readonly Pick<DayCount, 'day' | 'count'>[]): {
  year: number;
  count: number;
}[] {
  const years = new Map<number, number>();
  for (const { day, count } of counts) {
    const year = Number(day.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years]
    .map(([year, count]) => ({ year, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.year - a.year);
}

function startOf(year: number): string {
  return `${String(year).padStart(4, '0')}-01-01T00:00:00.000Z`;
}
