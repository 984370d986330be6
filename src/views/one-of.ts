/** The word where it is one of the allowed ones, else the first of them. */
export function oneOf<const T extends string>(
  allowed: readonly [T, ...T[]],
  word: string | null,
): T {
  return allowed.find((one) => one === word) ?? allowed[0];
}
