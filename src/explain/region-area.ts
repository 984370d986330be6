import { splitPlace } from './dependency-graph.ts';

/** Parts of the world that status pages tell apart. */
export const AREAS = [
  'north-america',
  'south-america',
  'europe',
  'asia-pacific',
  'middle-east',
  'africa',
] as const;
export type Area = (typeof AREAS)[number];

/** By the id of a region, as the clouds form them. */
const BY_ID: readonly (readonly [Area, RegExp])[] = [
  [
    'north-america',
    /^(?:us|ca|mx|na|northamerica)(?:-|\d|$)|^(?:east|west|central|northcentral|southcentral|westcentral)us|^canada|^mexico|^usgov/,
  ],
  ['south-america', /^(?:sa|southamerica)(?:-|\d|$)|^brazil|^chile/],
  [
    'europe',
    /^(?:eu|europe|eusc|uk)(?:-|\d|$)|europe$|^(?:france|germany|switzerland|norway|sweden|poland|italy|spain|uk|austria|belgium|denmark|finland)/,
  ],
  [
    'asia-pacific',
    /^(?:ap|apac|asia|australia|cn)(?:-|\d|$)|asia$|^(?:japan|korea|australia|china|indonesia|malaysia|newzealand|taiwan)|india/,
  ],
  ['middle-east', /^(?:me|il)(?:-|\d|$)|^(?:uae|qatar|israel|saudi)/],
  ['africa', /^(?:af|africa)(?:-|\d|$)|^southafrica/],
];

/** In titles and names of components: "API (EU)", "[US] Login", "Rechenzentrum Europa". */
const IN_NAMES: readonly (readonly [Area, RegExp])[] = [
  ['north-america', /\b(?:US|USA|U\.S\.|NA|North America|United States|Canada|Nordamerika)\b(?!-)/],
  ['south-america', /\b(?:LATAM|South America|Brazil|Südamerika)\b/],
  [
    'europe',
    /\b(?:EU|EMEA|Europe|European|UK|Germany|Frankfurt|Europa|Deutschland|Schweiz)\b(?!-)/,
  ],
  ['asia-pacific', /\b(?:APAC|AP|Asia|Australia|AU|Japan|India|Singapore|Asien|Australien)\b(?!-)/],
  ['middle-east', /\b(?:Middle East|UAE|Bahrain|EMEA|Naher Osten)\b/],
  ['africa', /\b(?:Africa|EMEA|Afrika)\b/],
];

/** Area of a canonical region; undefined where its id does not tell. @example areaOfRegion('aws:eu-west-1') // 'europe' */
export function areaOfRegion(region: string): Area | undefined {
  const [, ownId] = splitPlace(region);
  return BY_ID.find(([, pattern]) => pattern.test(ownId))?.[0];
}

/** Areas that names and a title speak of; empty where they speak of none. */
export function areasNamed(texts: readonly string[]): Set<Area> {
  return new Set(
    texts.flatMap((text) =>
      IN_NAMES.flatMap(([area, pattern]) => (pattern.test(text) ? [area] : [])),
    ),
  );
}
