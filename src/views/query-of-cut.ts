import type { Cut } from '../model/cut.ts';
import type { Provider } from '../model/provider.ts';
import type { IncidentQuery } from '../store/store-queries.ts';

/**
 * What to ask the store for a cut. Category and country are properties of providers, so they become
 * lists of providers. Null where no provider is left: then nothing can match.
 */
export function queryOfCut(
  cut: Cut,
  providers: readonly Provider[],
  limit: number,
): IncidentQuery | null {
  const chosen = providersOfCut(cut, providers);
  if (chosen !== null && chosen.length === 0) return null;
  return {
    ...(chosen === null ? {} : { providers: chosen }),
    ...(cut.kinds === undefined ? {} : { kinds: cut.kinds }),
    ...(cut.statuses === undefined ? {} : { statuses: cut.statuses }),
    ...(cut.impact === undefined ? {} : { impact: cut.impact }),
    ...(cut.regions === undefined ? {} : { regions: cut.regions }),
    ...(cut.services === undefined ? {} : { services: cut.services }),
    ...(cut.text === undefined ? {} : { text: cut.text }),
    ...(cut.from === undefined ? {} : { from: cut.from }),
    ...(cut.to === undefined ? {} : { to: cut.to }),
    ...(cut.before === undefined ? {} : { before: cut.before }),
    limit: cut.limit ?? limit,
  };
}

/** Ids of the providers a cut leaves, former ids resolved; null where it leaves all. */
export function providersOfCut(cut: Cut, providers: readonly Provider[]): string[] | null {
  if (!cut.providers && !cut.use && !cut.categories && !cut.countries) return null;
  const isNamed = (provider: Provider, ids: readonly string[] | undefined) =>
    !ids || [provider.id, ...(provider.aliases ?? [])].some((id) => ids.includes(id));
  return providers
    .filter(
      (provider) =>
        isNamed(provider, cut.providers) &&
        isNamed(provider, cut.use) &&
        (!cut.categories || cut.categories.includes(provider.category)) &&
        (!cut.countries || cut.countries.includes(provider.country)),
    )
    .map((provider) => provider.id);
}
