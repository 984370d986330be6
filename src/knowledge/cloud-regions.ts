import { createNameFinder, type NameFinder, wholeWords } from './name-finder.ts';
import type { Regions } from './schemas/places.ts';

interface Cloud {
  /** How others call it, as a pattern; what follows is then one of its regions. */
  called: string;
  /** How others write it before a region's id: `gcp-us-central1`. */
  prefix: string;
}

/** Clouds whose region ids nobody else writes, by provider id. AWS first: others borrow its ids. */
const CLOUDS: Readonly<Record<string, Cloud>> = {
  aws: { called: 'aws|amazon web services', prefix: 'aws-' },
  azure: { called: '(?:microsoft )?azure', prefix: 'azure-' },
  'google-cloud': { called: 'gcp|google cloud(?: platform)?', prefix: 'gcp-' },
};
const BETWEEN = "(?:'s)?[ ,/(–—-]{1,3}(?:regions? )?";

/**
 * Finds the regions of clouds in the text of those who stand on them: by id anywhere (`us-east-1`,
 * its zone `us-east-1a`, `gcp-us-central1`), by name only behind the name of the cloud
 * ("Azure - West Europe"), since "Frankfurt" may be anyone's.
 */
export function cloudRegionsIn(regions: Regions): NameFinder {
  const finders = Object.entries(CLOUDS).flatMap(([providerId, { called, prefix }]) => {
    const table = Object.entries(regions[providerId] ?? {});
    if (table.length === 0) return [];
    const finder = (namesOf: (id: string, own: readonly string[]) => readonly string[]) =>
      createNameFinder(
        table.flatMap(([id, own]) =>
          namesOf(id, own).map((name) => [name, `${providerId}:${id}`] as const),
        ),
      );
    const findId = finder((id) => [id, prefix + id, ...zonesOf(id)]);
    const spoken = (id: string, own: readonly string[]) => [id, id.replaceAll('-', ' '), ...own];
    const findName = finder(spoken);
    const named = wholeWords(
      table.flatMap(([id, own]) => spoken(id, own)),
      `(?:${called})${BETWEEN}`,
    );
    return [
      findId,
      (text: string) => [...text.matchAll(named)].flatMap(([both]) => findName(both)),
    ];
  });
  return (text) => [...new Set(finders.flatMap((find) => find(text)))];
}

/** Zones of AWS: a letter behind the region's id. Those of Google follow a hyphen. */
function zonesOf(id: string): string[] {
  return /-\d$/.test(id) ? [...'abcdef'].map((letter) => id + letter) : [];
}
