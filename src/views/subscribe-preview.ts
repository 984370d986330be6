import type { Locale } from '../i18n/locale.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Cut } from '../model/cut.ts';
import type { Provider } from '../model/provider.ts';
import type { Store } from '../store/store.ts';
import type { Entry } from '../syndication/entry.ts';
import { feedOfCut } from './feed-of-cut.ts';
import { feedCandidates } from './feed-page.ts';
import { localIncident } from './local-incident.ts';
import { queryOfCut } from './query-of-cut.ts';

const SHOWN = 5;

/** The newest entries a feed of this cut holds right now, as a reader would show them. */
export async function subscribePreview(
  cut: Cut,
  sources: {
    store: Pick<Store, 'published'>;
    knowledge: Knowledge;
    providers: readonly Provider[];
    siteUrl: string;
  },
  locale: Locale,
): Promise<Entry[]> {
  const { before: _before, limit: _limit, ...rest } = cut;
  const found = queryOfCut(rest, sources.providers, SHOWN);
  if (found === null) return [];
  const { before: _cursor, ...query } = found;
  const items = cut.items ?? 'incidents';
  const { incidents, floor } = await feedCandidates(sources.store, query, items, null);
  const { entries } = feedOfCut({
    cut: { ...rest, limit: SHOWN },
    items,
    locale,
    pagePath: '/timeline',
    feedPath: '/feed.xml',
    incidents: incidents.map((one) => localIncident(one, sources.knowledge, locale)),
    before: null,
    floor,
    providers: sources.providers,
    siteUrl: sources.siteUrl,
  });
  return entries;
}
