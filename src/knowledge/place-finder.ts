import type { PlaceFinder } from '../model/place.ts';
import { cloudRegionsIn } from './cloud-regions.ts';
import { saysEverywhere } from './everywhere.ts';
import { createNameFinder, type NameFinder, type NameRules } from './name-finder.ts';
import { withoutAdvice, withoutGoals, withoutSpared } from './passing-mentions.ts';
import type { Colos, Regions, Services } from './schemas/places.ts';

/** The tables places are found by. */
export interface PlaceTables {
  regions: Regions;
  colos: Colos;
  services: Services;
}

/** What holds the name of a part or place and is none. */
const OTHER_SERVICES = [
  'Bad Gateway',
  'Gateway Timeout',
  'Gateway Time-out',
  ...['with', 'in', 'on', 'when', 'accessing', 'affecting', 'impacting', 'related'].map(
    (next) => `Issues ${next}`,
  ),
  ...['Connection', 'Connectivity', 'Network', 'Performance', 'Login'].map((of) => `${of} Issues`),
  'Error Pages',
  'Corrective Actions',
];
const OTHER_REGIONS = ['Central US EUAP', 'East US 2 EUAP'];

/**
 * Finds regions and services by name in the text of one provider's feed. A provider's own tables
 * decide; of one without a table the regions of the clouds it stands on count, where it names them.
 * Regions named as spared, or as where traffic was taken to, do not count; the latter do where a text
 * names no others.
 */
export function createPlaceFinder({ regions, colos, services }: PlaceTables): PlaceFinder {
  const ofRegions = finders(regions, (names, id) => [id, ...names], {
    asRegions: true,
    otherThings: OTHER_REGIONS,
  });
  const ofColos = finders(colos, coloNames);
  // A service's id may be an everyday word ("support", "config"): only its names count.
  const ofServices = finders(services, ({ name, aliases }) => [name, ...aliases], {
    asProperNames: true,
    otherThings: OTHER_SERVICES,
  });
  const inClouds = cloudRegionsIn(regions);
  return {
    regionsIn(providerId, text) {
      const own = ofRegions.get(providerId) ?? ofColos.get(providerId);
      const find = own ?? inClouds;
      const hit = withoutSpared(text);
      const left = withoutGoals(hit);
      const at = find(left);
      const found = at.length > 0 || left === hit ? at : find(hit);
      return own !== undefined && found.length === 0 && saysEverywhere(text) ? ['global'] : found;
    },
    servicesIn: (providerId, text) => ofServices.get(providerId)?.(withoutAdvice(text)) ?? [],
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
  rules: NameRules = {},
): Map<string, NameFinder> {
  return new Map(
    Object.entries(table).map(([providerId, entries]) => [
      providerId,
      createNameFinder(
        Object.entries(entries).flatMap(([id, entry]) =>
          namesOf(entry, id).map((name) => [name, `${providerId}:${id}`] as const),
        ),
        rules,
      ),
    ]),
  );
}
