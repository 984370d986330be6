/** Compares names of parts as sources write them: "DynamoDB" continues "DynamoDB regional endpoint". */

const EMPTY = new Set(
  'a an and at by for from in into of on or other others over own several the to under with was were service'.split(
    ' ',
  ),
);

/** Words that carry meaning, small, without a plural s. */
export function keyWords(name: string): Set<string> {
  const words = name
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter((word) => word !== '' && !EMPTY.has(word));
  return new Set(words.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)));
}

/** True where every word of `part` occurs in `whole`. */
export function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size > 0 && [...part].every((word) => whole.has(word));
}

/**
 * How well two names fit, 0 for not at all: the same 4, one within the other 3, two common words 2,
 * a common acronym 1.
 */
export function fitOf(a: string, b: string, ignored: ReadonlySet<string>): 0 | 1 | 2 | 3 | 4 {
  if (a === b) return 4;
  const [left, right] = [keyWords(a), keyWords(b)];
  if (isWithin(left, right) || isWithin(right, left)) return 3;
  const common = [...left].filter((word) => right.has(word) && !ignored.has(word));
  if (common.length > 1) return 2;
  const acronyms = new Set(
    [...a.matchAll(/\b[A-Z][A-Z0-9]{2,}\b/g)].map(([one]) => one.toLowerCase()),
  );
  return common.some((word) => acronyms.has(word)) ? 1 : 0;
}

/** "DynamoDB and Network Load Balancer" names two. */
export function partsOf(name: string): string[] {
  return name.split(/,? and |, /).map((part) => part.trim());
}
