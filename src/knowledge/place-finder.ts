import type { PlaceFinder } from '../model/place.ts';
import type { Regions, Services } from './schemas/places.ts';

interface Matcher {
  pattern: RegExp;
  /** Canonical id by folded name. */
  ids: ReadonlyMap<string, string>;
}

/** Ids that only AWS writes this way; a dependent that names one speaks of AWS. */
const AWS_REGION_ID =
  /\b(?:us|eu|ap|ca|sa|me|af|il|mx)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d\b/gi;
const EVERYWHERE =
  /\b(?:global(?:ly)?|worldwide|all regions|weltweit|global(?:e|er|es)|alle(?:n)? regionen)\b/i;

/**
 * Finds regions and services by name in the text of one provider's feed. A provider's own tables
 * decide; names are whole words, the longest wins ("US West 2" is not "US West").
 */
export function createPlaceFinder(regions: Regions, services: Services): PlaceFinder {
  const regionMatchers = buildAll(regions, (names, id) => [id, ...names]);
  // A service's id may be an everyday word ("support", "config"): only its names count.
  const serviceMatchers = buildAll(services, ({ name, aliases }) => [name, ...aliases]);
  const awsIds = new Set(Object.keys(regions.aws ?? {}));
  return {
    regionsIn(providerId, text) {
      const matcher = regionMatchers.get(providerId);
      const found = matcher === undefined ? awsRegionsIn(text, awsIds) : findAll(matcher, text);
      if (matcher !== undefined && found.length === 0 && EVERYWHERE.test(text)) return ['global'];
      return found;
    },
    servicesIn(providerId, text) {
      const matcher = serviceMatchers.get(providerId);
      return matcher === undefined ? [] : findAll(matcher, text);
    },
  };
}

function awsRegionsIn(text: string, known: ReadonlySet<string>): string[] {
  const ids = [...text.matchAll(AWS_REGION_ID)].map(([id]) => id.toLowerCase());
  return [...new Set(ids.filter((id) => known.has(id)).map((id) => `aws:${id}`))];
}

function buildAll<T>(
  table: Readonly<Record<string, Readonly<Record<string, T>>>>,
  namesOf: (entry: T, id: string) => readonly string[],
): Map<string, Matcher> {
  return new Map(
    Object.entries(table).map(([providerId, entries]) => {
      const ids = new Map<string, string>();
      for (const [id, entry] of Object.entries(entries)) {
        for (const name of namesOf(entry, id)) ids.set(fold(name), `${providerId}:${id}`);
      }
      const names = [...ids.keys()].toSorted((a, b) => b.length - a.length);
      // A name ends where no letter, digit or further "-1" follows; East Asian names have no spaces.
      const pattern = new RegExp(
        `(?<![\\p{Script=Latin}\\p{N}_-])(?:${names.map((name) => RegExp.escape(name)).join('|')})(?![\\p{Script=Latin}\\p{N}_]|-\\d)`,
        'giu',
      );
      return [providerId, { pattern, ids }];
    }),
  );
}

function findAll({ pattern, ids }: Matcher, text: string): string[] {
  const found = new Set<string>();
  for (const [name] of fold(text).matchAll(pattern)) {
    const id = ids.get(name);
    if (id !== undefined) found.add(id);
  }
  return [...found];
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ');
}
