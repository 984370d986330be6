/**
 * Zone abbreviations that mean one offset wherever they are printed, in minutes east of UTC.
 * The first block is RFC 822, section 5.1, read literally: EST is -05:00 in July, too.
 */
const OFFSETS = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  wet: 0,
  west: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  hkt: 480,
  sgt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
} as const satisfies Record<string, number>;

/** CST is Chicago in RFC 822, but Shanghai or Havana on a page that is not bound to that RFC. */
const CST_OFFSET = -360;

/** "PT" on a status page is Pacific time, whichever of PST and PDT applies. */
const WALL_CLOCKS = {
  pt: 'America/Los_Angeles',
  mt: 'America/Denver',
  ct: 'America/Chicago',
  et: 'America/New_York',
} as const satisfies Record<string, string>;

/** Abbreviations people print that name no single zone. */
const AMBIGUOUS = ['cst', 'bst', 'ist'];

/** Every abbreviation known here, as part of a regular expression, longest first. */
export const ZONE_PATTERN = [...Object.keys(OFFSETS), ...Object.keys(WALL_CLOCKS), ...AMBIGUOUS]
  .toSorted((a, b) => b.length - a.length)
  .join('|');

export type Zone =
  | { kind: 'offset'; minutes: number }
  | { kind: 'wall-clock'; timeZone: string }
  | { kind: 'ambiguous' };

/**
 * What a printed zone means.
 * @example zoneOf('+0530') // { kind: 'offset', minutes: 330 }
 * @example zoneOf('IST') // { kind: 'ambiguous' }: India, Israel and Ireland
 */
export function zoneOf(printed: string, options: { isRfc822?: boolean } = {}): Zone {
  const word = printed.trim().toLowerCase();
  const numeric = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(word);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 14 * 60
      ? { kind: 'ambiguous' }
      : { kind: 'offset', minutes: numeric[1] === '-' ? -minutes || 0 : minutes };
  }
  if (Object.hasOwn(OFFSETS, word)) {
    return { kind: 'offset', minutes: OFFSETS[word as keyof typeof OFFSETS] };
  }
  if (word === 'cst' && options.isRfc822 === true) return { kind: 'offset', minutes: CST_OFFSET };
  if (Object.hasOwn(WALL_CLOCKS, word)) {
    return { kind: 'wall-clock', timeZone: WALL_CLOCKS[word as keyof typeof WALL_CLOCKS] };
  }
  if (/^[a-z]+\/[a-z_]+(\/[a-z_]+)?$/i.test(word)) {
    return { kind: 'wall-clock', timeZone: printed.trim() };
  }
  return { kind: 'ambiguous' };
}
