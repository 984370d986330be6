/** Ids of all names a text holds, each once, in order of first mention. */
export type NameFinder = (text: string) => string[];

/** Short enough to be a word of some language: "de", "par", "hil", "sin". */
const SHORT = /^[a-z]{1,3}$/;

/**
 * Finds names as whole words in any case, the longest first ("US West 2" is not "US West"). Bare
 * names of up to three letters count in capitals only.
 * @param names pairs of a name and the id it stands for; of equal names the last one counts
 */
export function createNameFinder(names: Iterable<readonly [name: string, id: string]>): NameFinder {
  const ids = new Map([...names].map(([name, id]) => [fold(name), id]));
  const pattern = wholeWords([...ids.keys()]);
  return (text) => {
    const found = new Set<string>();
    for (const [match] of text.replaceAll(/\s+/g, ' ').matchAll(pattern)) {
      const name = match.toLowerCase();
      const id = ids.get(name);
      if (id !== undefined && !(SHORT.test(name) && match !== match.toUpperCase())) found.add(id);
    }
    return [...found];
  };
}

/** A name ends where no letter, digit or further "-1" follows; East Asian names have no spaces. */
export function wholeWords(names: readonly string[], before = ''): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const either = longestFirst.map((name) => RegExp.escape(name)).join('|');
  return new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}_-])${before}(?:${either})(?![\\p{Script=Latin}\\p{N}_]|-\\d)`,
    'giu',
  );
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ');
}
