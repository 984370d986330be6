import { createNameFinder, type NameFinder, wholeWords } from './name-finder.ts';
import type { Regions } from './schemas/places.ts';

/** Clouds whose region ids nobody else writes, and how others call them. AWS first: some borrow its ids. */
const CLOUDS: Readonly<Record<string, string>> = {
  aws: 'aws|amazon web services',
  azure: '(?:microsoft )?azure',
  'google-cloud': 'gcp|google cloud(?: platform)?',
};
const BETWEEN = "(?:'s)?[ ,/(–—-]{1,3}(?:regions? )?";
/** A word that may be an id, with the cloud in front or a zone behind: `gcp-us-central1-a`, `us-east-1a`. */
const WORD = /(?<![\p{L}\p{N}_-])[a-z]+(?:-[a-z0-9]+|\d)+(?![\p{L}\p{N}_])|\b[a-z]{5,20}\d?\b/giu;
const CLOUD_IN_FRONT = /^(?:aws|gcp|azure)-/;
const ZONE_BEHIND = /(?<=\d)-?[a-f]$/;

/**
 * Finds the regions of clouds in the text of those who stand on them: by id anywhere, by name only
 * behind the name of the cloud ("Azure - West Europe"), since "Frankfurt" may be anyone's.
 */
export function cloudRegionsIn(regions: Regions): NameFinder {
  const ids = new Map<string, string>();
  for (const cloud of Object.keys(CLOUDS).toReversed()) {
    for (const id of Object.keys(regions[cloud] ?? {})) ids.set(id, `${cloud}:${id}`);
  }
  const byName = Object.entries(CLOUDS).flatMap(([cloud, called]) =>
    Object.hasOwn(regions, cloud) ? [namedFinder(cloud, called, regions[cloud] ?? {})] : [],
  );
  return (text) => {
    const found = new Set<string>();
    for (const [word] of text.matchAll(WORD)) {
      const bare = word.toLowerCase().replace(CLOUD_IN_FRONT, '');
      const id = ids.get(bare) ?? ids.get(bare.replace(ZONE_BEHIND, ''));
      if (id !== undefined) found.add(id);
    }
    for (const find of byName) for (const id of find(text)) found.add(id);
    return [...found];
  };
}

function namedFinder(
  cloud: string,
  called: string,
  table: Readonly<Record<string, readonly string[]>>,
): NameFinder {
  const names = Object.entries(table).flatMap(([id, own]) =>
    [id.replaceAll('-', ' '), ...own].map((name) => [name, `${cloud}:${id}`] as const),
  );
  const find = createNameFinder(names);
  const behind = wholeWords(
    names.map(([name]) => name),
    `(?:${called})${BETWEEN}`,
  );
  return (text) => [...text.matchAll(behind)].flatMap(([both]) => find(both));
}
