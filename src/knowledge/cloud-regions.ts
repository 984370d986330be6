import {
  createNameFinder,
  ENDS,
  eitherOf,
  type NameFinder,
  plainly,
  STARTS,
} from './name-finder.ts';
import type { Regions } from './schemas/places.ts';

/** Clouds whose region ids nobody else writes, and how others call them. AWS first: some borrow its ids. */
const CLOUDS: Readonly<Record<string, string>> = {
  aws: 'aws|amazon web services',
  azure: '(?:microsoft )?azure',
  'google-cloud': 'gcp|google cloud(?: platform)?',
};
/** Most texts name no cloud: asked first, since looking for its regions is dear. */
const ANY_CLOUD = new RegExp(Object.values(CLOUDS).join('|'), 'iu');
const BETWEEN = '(?:[\'’]s)?[ ,/:(–—-]{1,3}(?:in )?(?:regions? )?["“„«]?';
const AND = '(?:,? (?:and|und|et|&) | ?[,/+] ?)';
/** A word that may hold an id, with other things around it: `gcp-us-central1-a`, `rds-us-gov-west-1`. */
const WORD = /(?<![\p{L}\p{N}_-])[a-z]+(?:-[a-z0-9]+|\d)+(?![\p{L}\p{N}_])|\b[a-z]{5,20}\d?\b/giu;
/** Parts of the longest id, `us-gov-west-1`, and its zone. */
const MOST_PARTS = 5;
const ZONE_BEHIND = /(?<=\d)-?[a-h]$/;
/** What AWS calls a region in the ids of its zones: `use1-az4`. */
const ZONE_STEM = /^[a-z]{3,5}\d$/;

/**
 * Finds the regions of clouds in the text of those who stand on them: by id anywhere, by name only
 * behind the name of the cloud ("Azure - West Europe, North Europe"), since "Frankfurt" may be anyone's.
 */
export function cloudRegionsIn(regions: Regions): NameFinder {
  const ids = new Map<string, string>();
  for (const cloud of Object.keys(CLOUDS).toReversed()) {
    for (const [id, names] of Object.entries(regions[cloud] ?? {})) {
      for (const one of [id, ...names.filter((name) => ZONE_STEM.test(name))]) {
        ids.set(one, `${cloud}:${id}`);
      }
    }
  }
  const byName = Object.entries(CLOUDS).flatMap(([cloud, called]) =>
    Object.hasOwn(regions, cloud) ? [namedFinder(cloud, called, regions[cloud] ?? {})] : [],
  );
  return (text) => {
    const plain = plainly(text);
    const found = new Set<string>();
    for (const [word] of plain.matchAll(WORD)) for (const id of idsIn(word, ids)) found.add(id);
    if (!ANY_CLOUD.test(plain)) return [...found];
    for (const find of byName) for (const id of find(plain)) found.add(id);
    return [...found];
  };
}

function idsIn(word: string, ids: ReadonlyMap<string, string>): string[] {
  const parts = word.toLowerCase().split('-');
  const found: string[] = [];
  let from = 0;
  while (from < parts.length) {
    let length = Math.min(MOST_PARTS, parts.length - from);
    for (; length > 0; length -= 1) {
      const one = parts.slice(from, from + length).join('-');
      const id = ids.get(one) ?? ids.get(one.replace(ZONE_BEHIND, ''));
      if (id === undefined) continue;
      found.push(id);
      break;
    }
    from += Math.max(1, length);
  }
  return found;
}

function namedFinder(
  cloud: string,
  called: string,
  table: Readonly<Record<string, readonly string[]>>,
): NameFinder {
  const names = Object.entries(table).flatMap(([id, own]) =>
    [id, ...own].map((name) => [name, `${cloud}:${id}`] as const),
  );
  const find = createNameFinder(names, { asRegions: true });
  const name = `(?:${eitherOf(
    names.map(([one]) => one),
    true,
  )})${ENDS}`;
  const behind = new RegExp(`${STARTS}(?:${called})${BETWEEN}${name}(?:${AND}${name})*`, 'giu');
  return (text) => [...text.matchAll(behind)].flatMap(([all]) => find(all));
}
