import type { PlaceFinder } from '../model/place.ts';
import { cloudRegionsIn } from './cloud-regions.ts';
import { createNameFinder, type NameFinder } from './name-finder.ts';
import type { Colos, Regions, Services } from './schemas/places.ts';

/** The tables places are found by. */
export interface PlaceTables {
  regions: Regions;
  colos: Colos;
  services: Services;
}

const EVERYWHERE =
  /\b(?:global(?:ly)?|worldwide|all regions|weltweit|global(?:e|er|es)|alle(?:n)? regionen)\b/i;

/**
 * Finds regions and services by name in the text of one provider's feed. A provider's own tables
 * decide; of one without a table the regions of the clouds it stands on count, where it names them.
 */
export function createPlaceFinder({ regions, colos, services }: PlaceTables): PlaceFinder {
  const ofRegions = finders(regions, (names, id) => [id, ...names]);
  const ofColos = finders(colos, coloNames);
  // A service's id may be an everyday word ("support", "config"): only its names count.
  const ofServices = finders(services, ({ name, aliases }) => [name, ...aliases]);
  const inClouds = cloudRegionsIn(regions);
  return {
    regionsIn(providerId, text) {
      const own = ofRegions.get(providerId) ?? ofColos.get(providerId);
      const found = own === undefined ? inClouds(text) : own(text);
      if (own !== undefined && found.length === 0 && EVERYWHERE.test(text)) return ['global'];
      return found;
    },
    servicesIn: (providerId, text) => ofServices.get(providerId)?.(text) ?? [],
  };
}

/**
 * A point of presence counts by its code alone: posts about the whole network name cities too
 * ("we have turned off WARP in London"), and the codes are words (PER, CAN, SEA).
 */
function coloNames(place: string, id: string): string[] {
  const [city = place] = place.split(',');
  return [`(${id})`, `${id} (${city})`];
}

function finders<T>(
  table: Readonly<Record<string, Readonly<Record<string, T>>>>,
  namesOf: (entry: T, id: string) => readonly string[],
): Map<string, NameFinder> {
  return new Map(
    Object.entries(table).map(([providerId, entries]) => [
      providerId,
      createNameFinder(
        Object.entries(entries).flatMap(([id, entry]) =>
          namesOf(entry, id).map((name) => [name, `${providerId}:${id}`] as const),
        ),
      ),
    ]),
  );
}
