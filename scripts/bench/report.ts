/** One line of a benchmark: what was measured, and how it stands to its baseline or budget. */
export interface Row {
  name: string;
  /** ≥ 1 where the budget is met or the stated share of the baseline is reached. */
  ratio: number;
  [figure: string]: number | string;
}

/** Prints the one JSON line every benchmark ends with. */
export function report(bench: string, rows: readonly Row[]): void {
  const worst = Math.min(...rows.map((row) => row.ratio));
  const line = { bench, rows: rows.map(rounded), worst: round(worst) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Progress for whoever waits; standard output stays clean. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function rounded(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' ? round(value) : value,
    ]),
  ) as Row;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
