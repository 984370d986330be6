const WIDTH = 24;

/**
 * A bar of fixed width for a terminal; empty where there is nothing to do.
 * @example progressBar(6, 24) // '[######..................] 6/24'
 */
export function progressBar(done: number, total: number): string {
  const share = total > 0 ? Math.min(Math.max(done / total, 0), 1) : 1;
  const filled = Math.round(share * WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total}`;
}
