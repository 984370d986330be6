import type { OpenCount } from './open-over-time.ts';

/** The line everything hangs by: calm while nothing is open, trembling with what is. */
export interface ThreadLine {
  /** Path of the line with a stroke per moment, in a box of `width` × 24. */
  ink: string;
  /** Path of the inner part of the strokes that stands for grave incidents; empty where none. */
  grave: string;
  width: number;
}

const MIDDLE = 12;
const REACH = 11;
const STEP = 8;

/** Strokes grow with the number of open incidents: fast at first, never beyond the box. */
export function threadLine(counts: readonly OpenCount[]): ThreadLine {
  const width = counts.length * STEP;
  const strokes: string[] = [];
  const grave: string[] = [];
  for (const [index, count] of counts.entries()) {
    if (count.all === 0) continue;
    const x = index * STEP + STEP / 2;
    strokes.push(stroke(x, reach(count.all, index)));
    if (count.grave > 0) grave.push(stroke(x, reach(count.grave, index)));
  }
  return { ink: `M0 ${MIDDLE}H${width}${strokes.join('')}`, grave: grave.join(''), width };
}

/** The small alternation makes it a tremble; it says nothing and changes no order. */
function reach(open: number, index: number): number {
  const height = REACH * (1 - 1 / (1 + open / 2.5));
  return Math.max(1, Math.round((height - (index % 2) * Math.min(1.5, height / 4)) * 10) / 10);
}

function stroke(x: number, half: number): string {
  const top = Math.round((MIDDLE - half) * 10) / 10;
  return `M${x} ${top}v${Math.round(half * 20) / 10}`;
}
