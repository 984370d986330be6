import type { Locale } from '../i18n/locale.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Cut } from '../model/cut.ts';
import type { Incident } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import type { Store } from '../store/store.ts';
import type { IncidentPage } from '../store/store-queries.ts';
import { queryOfCut } from './query-of-cut.ts';
import { type Found, findKnown, namedProvider } from './search.ts';

/** All a search found. */
export interface SearchResult extends Found {
  /** Where the words name a provider: its own incidents that hold the words that remain. */
  own: { provider: Provider; rest: string; incidents: Incident[] } | null;
  /** Incidents that hold all words; without those of `own`'s provider, which stand there. */
  incidents: Incident[];
  /** Cursor of the next page of `incidents`. */
  next: string | null;
}

const ON_A_PAGE = 30;
const OWN = 8;
const NOTHING: IncidentPage = { incidents: [], next: null };

/** Asks everything a cut with words can be answered from. Without words it finds nothing. */
export async function readSearch(
  store: Pick<Store, 'incidents'>,
  cut: Cut,
  locale: Locale,
  known: { providers: readonly Provider[]; knowledge: Knowledge },
): Promise<SearchResult> {
  const found = findKnown(cut, locale, known);
  if (cut.text === undefined) return { ...found, own: null, ...NOTHING };
  const query = queryOfCut(cut, known.providers, ON_A_PAGE);
  const named = namedProvider(cut.text, known.providers);
  const { text: _text, before: _before, providers: _providers, ...filters } = cut;
  const ownCut: Cut | null =
    named === null || query === null || query.providers?.includes(named.provider.id) === false
      ? null
      : {
          ...filters,
          providers: [named.provider.id],
          ...(named.rest === '' ? {} : { text: named.rest }),
        };
  const ownQuery =
    ownCut === null || cut.before !== undefined ? null : queryOfCut(ownCut, known.providers, OWN);
  const [page, own] = await Promise.all([
    query === null ? NOTHING : store.incidents(query),
    ownQuery === null ? NOTHING : store.incidents({ ...ownQuery, limit: OWN }),
  ]);
  const ownId = ownCut === null ? null : (named?.provider.id ?? null);
  return {
    ...found,
    own: named === null || ownId === null ? null : { ...named, incidents: own.incidents },
    incidents: page.incidents.filter(({ providerId }) => providerId !== ownId),
    next: page.next,
  };
}
