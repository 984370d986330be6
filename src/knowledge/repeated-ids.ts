import type { KnowledgeProblem } from './knowledge-error.ts';

/** A problem for each entry of a list whose id an earlier entry took. */
export function repeatedIds(
  file: string,
  list: string,
  entries: readonly { id: string }[],
): KnowledgeProblem[] {
  const firstOf = new Map<string, number>();
  return entries.flatMap(({ id }, n) => {
    const first = firstOf.get(id);
    if (first === undefined) {
      firstOf.set(id, n);
      return [];
    }
    const message = `"${id}" is taken by ${list}.${first}: choose another one`;
    return [{ file, path: `${list}.${n}.id`, message }];
  });
}
