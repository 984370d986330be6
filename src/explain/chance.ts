/**
 * P(N ≥ k) for a Poisson distributed N with mean `lambda`: how likely it is that at least k of many
 * rare, independent things happen by chance. Summed from the tail, so that tiny results stay exact.
 * @example poissonTail(3, 0.1) // 0.000154…
 */
export function poissonTail(k: number, lambda: number): number {
  if (k <= 0) return 1;
  if (lambda <= 0) return 0;
  let term = Math.exp(-lambda);
  for (let n = 1; n <= k; n++) term *= lambda / n;
  let sum = 0;
  for (let n = k; n < k + 200 && term > sum * 1e-16; n++) {
    sum += term;
    term *= lambda / (n + 1);
  }
  return Math.min(1, sum);
}

/** n over k. */
export function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result *= (n - k + i) / i;
  return result;
}
