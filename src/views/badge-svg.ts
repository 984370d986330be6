import { escapeUTF8 } from 'entities';
import type { ProviderStatus } from '../model/status.ts';
import { PAINTS, type Paint, STATUS_SHAPES } from './status-paint.ts';
import { fitText, textWidth } from './text-width.ts';

export const BADGE_STYLES = ['flat', 'compact'] as const;
export type BadgeStyle = (typeof BADGE_STYLES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Badge {
  /** What the state is of. */
  label: string;
  status: ProviderStatus;
  /** The state in words. */
  word: string;
}

const SIZE = 12;
const PAD = 7;
const SIGN = 12;
const GAP = 5;
/** Longer labels are cut: a badge stands in a line of text. */
const MAX_LABEL = 320;
const FONT = "Verdana,'DejaVu Sans',Geneva,sans-serif";

/**
 * A badge: label, shape and word; `compact` leaves the label to the title. The text is given its
 * measured length, so that it fits whatever font a reader has. No script, nothing loaded.
 */
export function badgeSvg(badge: Badge, style: BadgeStyle, theme: Theme): string {
  const height = style === 'compact' ? 18 : 22;
  const label = style === 'compact' ? '' : fitText(clean(badge.label), SIZE, 'bold', MAX_LABEL);
  const word = fitText(clean(badge.word), SIZE, 'regular', MAX_LABEL);
  const labelWidth = label === '' ? 0 : textWidth(label, SIZE, 'bold');
  const wordWidth = textWidth(word, SIZE, 'regular');
  const signX = PAD + (label === '' ? 0 : labelWidth + PAD + 2) + SIGN / 2;
  const wordX = signX + SIGN / 2 + GAP;
  const width = Math.ceil(wordX + wordWidth + PAD);
  const name = `${clean(badge.label)}: ${clean(badge.word)}`;
  const paint = PAINTS[theme === 'dark' ? 'dark' : 'light'];
  const baseline = height / 2 + 4.3;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeUTF8(name)}">`,
    `<title>${escapeUTF8(name)}</title>`,
    theme === 'auto' ? darkStyle(badge.status) : '',
    `<path class="p" d="M.5.5h${width - 1}v${height - 1}H.5z" fill="${paint.paper}" stroke="${paint.edge}"/>`,
    `<g font-family="${FONT}" font-size="${SIZE}">`,
    label === '' ? '' : text(label, PAD, baseline, labelWidth, paint.ink, ' font-weight="bold"'),
    shape(badge.status, paint, signX, height / 2),
    text(word, wordX, baseline, wordWidth, paint.ink, ''),
    '</g></svg>',
  ].join('');
}

function text(
  value: string,
  x: number,
  y: number,
  width: number,
  fill: string,
  extra: string,
): string {
  return `<text class="t" x="${round(x)}" y="${round(y)}" fill="${fill}" textLength="${width}" lengthAdjust="spacingAndGlyphs"${extra}>${escapeUTF8(value)}</text>`;
}

function shape(status: ProviderStatus, paint: Paint, x: number, y: number): string {
  const colour = paint.status[status];
  const drawn =
    status === 'unknown'
      ? `class="u" fill="none" stroke="${colour}" stroke-width="1.7" stroke-dasharray="2.51 2.51"`
      : `class="s" fill="${colour}" fill-rule="evenodd"`;
  return `<path ${drawn} transform="translate(${round(x)} ${round(y)})" d="${STATUS_SHAPES[status]}"/>`;
}

function darkStyle(status: ProviderStatus): string {
  const { paper, edge, ink, status: colours } = PAINTS.dark;
  const colour = colours[status];
  return `<style>@media(prefers-color-scheme:dark){.p{fill:${paper};stroke:${edge}}.t{fill:${ink}}.s{fill:${colour}}.u{stroke:${colour}}}</style>`;
}

/** One line without what XML forbids. */
function clean(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Cf}\uFFFE\uFFFF]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .toWellFormed()
    .trim();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
