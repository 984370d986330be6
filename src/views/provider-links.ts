import type { Provider } from '../model/provider.ts';
import { compareNames } from './compare-names.ts';

/** The provider an address names, by its id or a former one. */
export function providerById(providers: readonly Provider[], id: string): Provider | undefined {
  return (
    providers.find((provider) => provider.id === id) ??
    providers.find((provider) => provider.aliases?.includes(id))
  );
}

/** Providers whose name or id holds every word asked for, best match first. */
export function findProviders(providers: readonly Provider[], query: string): Provider[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...providers];
  const name = fold(query.trim());
  return providers
    .map((provider) => ({ provider, text: textOf(provider) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ provider, text }) => ({
      provider,
      rank:
        fold(provider.name) === name || provider.id === name ? 0 : text.startsWith(name) ? 1 : 2,
    }))
    .toSorted((a, b) => a.rank - b.rank || compareNames(a.provider, b.provider))
    .map(({ provider }) => provider);
}

function textOf(provider: Provider): string {
  return fold([provider.name, provider.id, ...(provider.aliases ?? [])].join(' '));
}

/** Small letters without marks: «zurich» finds «Zürich». */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
