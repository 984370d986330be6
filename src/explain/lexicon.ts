import type { Regions, Services } from '../knowledge/schemas/places.ts';
import { isDistinctive, type NamedProvider, namesOf } from './provider-names.ts';

/** What a name in a text may stand for. */
export interface NamedThing {
  providerId: string;
  /** Canonical ids, where the name is that of a service or region. */
  serviceId?: string;
  regionId?: string;
}

/** All names that can be recognised in a text. */
export interface Lexicon {
  /** Finds names as whole words, the longest first. */
  readonly pattern: RegExp;
  thingsCalled(name: string): readonly NamedThing[];
  /** Canonical regions of a provider that a sentence names in any of its forms. */
  regionsIn(providerId: string, sentence: string): string[];
  /** Canonical services of a provider that a sentence names. */
  servicesIn(providerId: string, sentence: string): string[];
}

export interface LexiconSources {
  providers: readonly NamedProvider[];
  services: Services;
  regions: Regions;
  places: Pick<Lexicon, 'regionsIn' | 'servicesIn'>;
}

/**
 * Names of providers from the config, of their services from the knowledge (only those that cannot
 * mean anything else), and the region ids of AWS, which nobody else writes.
 */
export function createLexicon({ providers, services, regions, places }: LexiconSources): Lexicon {
  const things = new Map<string, NamedThing[]>();
  const add = (name: string, thing: NamedThing) => {
    things.set(name, [...(things.get(name) ?? []), thing]);
  };
  for (const provider of providers) {
    for (const name of namesOf(provider)) add(name, { providerId: provider.id });
  }
  for (const [providerId, table] of Object.entries(services)) {
    for (const [ownId, { name, aliases }] of Object.entries(table)) {
      for (const one of new Set([name, ...aliases])) {
        if (!isDistinctive(one) && !isUnderFirmName(one) && !isLongName(one)) continue;
        add(one, { providerId, serviceId: `${providerId}:${ownId}` });
      }
    }
  }
  for (const ownId of Object.keys(regions.aws ?? {})) {
    for (const form of [ownId, ownId.toUpperCase()]) {
      add(form, { providerId: 'aws', regionId: `aws:${ownId}` });
    }
  }
  return {
    pattern: patternOf([...things.keys()]),
    thingsCalled: (name) => things.get(name) ?? [],
    regionsIn: places.regionsIn,
    servicesIn: places.servicesIn,
  };
}

function isUnderFirmName(name: string): boolean {
  return /^(?:Amazon|AWS|Azure|Microsoft|Google|Cloudflare|GitHub|Oracle) /.test(name);
}

function isLongName(name: string): boolean {
  return name.split(' ').length > 3;
}

/** A name may be followed by a hyphen ("Azure-hosted"), but never stand within an address or a word. */
function patternOf(names: readonly string[]): RegExp {
  if (names.length === 0) return /(?!)/gu;
  const sorted = names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(
    `(?<![\\p{L}\\p{N}_.@/-])(?:${sorted.map((name) => RegExp.escape(name)).join('|')})(?![\\p{L}\\p{N}_]|-\\d|\\.[\\p{L}])`,
    'gu',
  );
}
