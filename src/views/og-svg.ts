import { escapeUTF8 } from 'entities';
import type { ProviderStatus } from '../model/status.ts';
import { PAINTS, STATUS_SHAPES } from './status-paint.ts';
import { fitText, textWidth } from './text-width.ts';

/** The size every network shows without cropping. */
export const OG_SIZE = { width: 1200, height: 630 } as const;

/** What a picture of a shared link says. */
export interface OgCard {
  /** Above the title: provider, kind. */
  kicker: string;
  title: string;
  status: ProviderStatus | 'resolved';
  /** The state in words, with its time. */
  word: string;
  /** Below: when it began, how long it took. */
  detail: string;
}

const LEFT = 80;
const WIDTH = OG_SIZE.width - 2 * LEFT;
const TITLE_SIZE = 58;
const MAX_LINES = 3;
const FONT = "'DejaVu Sans',Verdana,'Noto Sans','Liberation Sans',Arial,sans-serif";

/** The picture as SVG, to be rendered on the server: paper, a rule, the state as shape and word. */
export function ogSvg(card: OgCard): string {
  const paint = PAINTS.light;
  const colour = card.status === 'resolved' ? paint.status.operational : paint.status[card.status];
  const lines = wrap(clean(card.title), TITLE_SIZE, WIDTH, MAX_LINES);
  const line = (value: string, y: number, size: number, fill: string, weight = 'normal') =>
    `<text x="${LEFT}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeUTF8(value)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${OG_SIZE.width}" height="${OG_SIZE.height}" viewBox="0 0 ${OG_SIZE.width} ${OG_SIZE.height}">`,
    `<path fill="${paint.paper}" d="M0 0h1200v630H0z"/>`,
    `<path fill="${colour}" d="M0 0h1200v14H0z"/>`,
    `<g font-family="${FONT}">`,
    line('Downstream', 92, 34, paint.ink, 'bold'),
    line(fitText(clean(card.kicker), 28, 'regular', WIDTH), 168, 28, paint.soft),
    ...lines.map((text, index) => line(text, 248 + index * 72, TITLE_SIZE, paint.ink, 'bold')),
    sign(card.status, colour),
    `<text x="${LEFT + 62}" y="522" font-size="36" font-weight="bold" fill="${paint.ink}">${escapeUTF8(fitText(clean(card.word), 36, 'bold', WIDTH - 62))}</text>`,
    line(fitText(clean(card.detail), 26, 'regular', WIDTH), 578, 26, paint.soft),
    `</g><path fill="${paint.ink}" d="M${LEFT} 462h${WIDTH}v2H${LEFT}z"/>`,
    '</svg>',
  ].join('');
}

function sign(status: OgCard['status'], colour: string): string {
  const place = `transform="translate(${LEFT + 22} 509) scale(3.4)"`;
  if (status === 'resolved') {
    return `<path ${place} d="M-5 .5-1.2 4 5.5-4" fill="none" stroke="${colour}" stroke-width="1.9"/>`;
  }
  const drawn =
    status === 'unknown'
      ? `fill="none" stroke="${colour}" stroke-width="1.7" stroke-dasharray="2.51 2.51"`
      : `fill="${colour}" fill-rule="evenodd"`;
  return `<path ${place} ${drawn} d="${STATUS_SHAPES[status]}"/>`;
}

/** Breaks a line at spaces; what does not fit in the last one ends in an ellipsis. */
function wrap(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ');
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size, 'bold') <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      line = [line, ...words.slice(index)].join(' ');
      break;
    }
    lines.push(fitText(line, size, 'bold', width));
    line = word;
  }
  return [...lines, fitText(line, size, 'bold', width)];
}

function clean(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Cf}\uFFFE\uFFFF]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .toWellFormed()
    .trim();
}
