import type { Regions, Services } from './schemas/places.ts';

/** What ids the knowledge may name. */
export interface KnownIds {
  /** Ids of all configured providers. */
  readonly providers: ReadonlySet<string>;
  readonly regions: Regions;
  readonly services: Services;
}

/** What is wrong with a provider id, null where nothing is. */
export function providerMistake(id: string, { providers }: KnownIds): string | null {
  return providers.has(id)
    ? null
    : `names the provider "${id}", which feeds.config.ts does not have: add it there, with feeds: [] where it has none`;
}

/** What is wrong with a service id such as `aws:dynamodb`, null where nothing is. */
export function serviceMistake(id: string, { services }: KnownIds): string | null {
  return isListed(id, services)
    ? null
    : `names the service "${id}", which services.yaml does not list: add it there`;
}

/** What is wrong with a region id such as `aws:us-east-1` or `global`, null where nothing is. */
export function regionMistake(id: string, { regions }: KnownIds): string | null {
  return id === 'global' || isListed(id, regions)
    ? null
    : `names the region "${id}", which regions.yaml does not list: add it there`;
}

function isListed(
  id: string,
  table: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): boolean {
  const colon = id.indexOf(':');
  return colon > 0 && Object.hasOwn(table[id.slice(0, colon)] ?? {}, id.slice(colon + 1));
}
