import { BOLD_WIDTHS, FIRST_MEASURED, REGULAR_WIDTHS } from './badge-widths.ts';

/** Scripts whose letters are as wide as high. */
const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{1faff}]/u;
/** Marks that stand on another letter. */
const MARK = /\p{M}/u;

/**
 * Width of a line of text in the units of `size`, rounded up to a tenth.
 * @example textWidth('AWS', 12, 'bold') // 26.2
 */
export function textWidth(text: string, size: number, weight: 'regular' | 'bold'): number {
  const widths = weight === 'bold' ? BOLD_WIDTHS : REGULAR_WIDTHS;
  let sum = 0;
  for (const letter of text) sum += letterWidth(letter, widths);
  return Math.ceil((sum * size) / 100) / 10;
}

function letterWidth(letter: string, widths: readonly number[]): number {
  const measured = widths[(letter.codePointAt(0) ?? 0) - FIRST_MEASURED];
  if (measured !== undefined) return measured;
  if (MARK.test(letter)) return 0;
  // Neither too narrow for what is not measured, nor twice as wide.
  return WIDE.test(letter) ? 1000 : 700;
}

/** The text cut to a width, with an ellipsis where something is missing. */
export function fitText(
  text: string,
  size: number,
  weight: 'regular' | 'bold',
  width: number,
): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1) {
    letters.pop();
    const short = `${letters.join('').trimEnd()}…`;
    if (textWidth(short, size, weight) <= width) return short;
  }
  return '…';
}
