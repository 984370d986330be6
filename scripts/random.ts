/** Pseudo-random choices that repeat for a seed (mulberry32). Not for secrets. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** One to `most` different values, in the order given. */
  some<T>(values: readonly T[], most: number): T[];
}

export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let n = Math.imul(state ^ (state >>> 15), 1 | state);
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n;
    return ((n ^ (n >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[between(0, values.length - 1)];
    if (value === undefined) throw new RangeError('Nothing to pick from.');
    return value;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    some: (values, most) => {
      const count = between(1, most);
      const places = new Set<number>();
      while (places.size < Math.min(count, values.length)) {
        places.add(between(0, values.length - 1));
      }
      return values.filter((_, place) => places.has(place));
    },
  };
}
