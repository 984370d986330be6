/** Ids of all names a text holds, each once, in order of first mention. */
export type NameFinder = (text: string) => string[];

export interface NameRules {
  /** A plain word counts with its capital only: "Issues" is a part of GitHub, "issues" are trouble. */
  asProperNames?: boolean;
  /**
   * Spaces and hyphens stand for each other ("US East 1"), and an id may have its zone behind it:
   * `us-east-1a`, `europe-west1-b`, `fr-par-2`, `eu01-1`. Not for services: links hold their names.
   */
  asRegions?: boolean;
  /** Phrases that hold a name and mean something else ("Bad Gateway"). */
  otherThings?: readonly string[];
}

/** Short enough to be a word of some language: "de", "par", "hil", "sin". */
const SHORT = /^[a-z]{1,3}$/;
const PLAIN_WORD = /^\p{Lu}(?:\p{Ll}+|\p{Lu}+)$/u;
const ZONE =
  '(?:(?<=\\d)[a-h]|(?<=[a-z]-[a-z]{2,14}-?\\d?)-(?:[a-h]|0?\\d)|(?<=[a-z]{2}0\\d)-\\d)?';

/**
 * Finds names as whole words in any case, the longest first ("US West 2" is not "US West"). Bare
 * names of up to three letters count in capitals only.
 * @param names pairs of a name and the id it stands for; of equal names the last one counts
 */
export function createNameFinder(
  names: Iterable<readonly [name: string, id: string]>,
  { asProperNames = false, asRegions = false, otherThings = [] }: NameRules = {},
): NameFinder {
  const all = [...names];
  const ids = new Map(all.map(([name, id]) => [squash(name), id]));
  const proper = new Set(
    all.flatMap(([name]) => (asProperNames && PLAIN_WORD.test(name) ? squash(name) : [])),
  );
  const either = eitherOf([...all.map(([name]) => name), ...otherThings], asRegions);
  const pattern = new RegExp(`${STARTS}(${either})${asRegions ? ZONE : ''}${ENDS}`, 'giu');
  return (text) => {
    const found = new Set<string>();
    for (const { 1: match = '' } of plainly(text).matchAll(pattern)) {
      const name = squash(match);
      const id = ids.get(name);
      if (id === undefined) continue;
      if (SHORT.test(name) && match !== match.toUpperCase()) continue;
      if (proper.has(name) && !/^\p{Lu}/u.test(match)) continue;
      found.add(id);
    }
    return [...found];
  };
}

/** Where a name may start and end: no letter, digit or further "-1" beside it; East Asian names have no spaces. */
export const STARTS = '(?<![\\p{Script=Latin}\\p{N}_-])';
export const ENDS = '(?![\\p{Script=Latin}\\p{N}_]|-\\d)';

/** Any of the names, the longest first. */
export function eitherOf(names: readonly string[], isLoose: boolean): string {
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  return (
    longestFirst.map((name) => (isLoose ? loosely(name) : RegExp.escape(name))).join('|') || '(?!)'
  );
}

/** One kind of space and hyphen, and `us-east-{1,2}` written out. */
export function plainly(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[‐‑]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      /\b([a-z]{1,14}(?:-[a-z]{1,14}){1,3}-?)\{(\d{1,2}(?:, ?\d{1,2}){1,9})\}/gi,
      (_, stem: string, numbers: string) =>
        numbers.replaceAll(/\d+/g, (number) => `${stem}${number}`),
    );
}

/** "East US 2" is written "East US2" and "East-US-2" as well; a bare code (`gra`, `eu-de`) is not. */
function loosely(name: string): string {
  if (!/[ -]/.test(name) || !/[\d\p{Lu}]/u.test(name)) return RegExp.escape(name);
  return name
    .split(/[ -]+|(?<=\p{L})(?=\d)/u)
    .map((part, index) => {
      const between = index === 0 ? '' : /^\d/.test(part) ? '[ -]?' : '[ -]';
      return `${between}${RegExp.escape(part)}`;
    })
    .join('');
}

function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]+/g, '');
}
