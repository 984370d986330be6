import { Resvg } from '@resvg/resvg-js';
import { type OgCard, ogSvg } from '../../views/og-svg.ts';

const PROBE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="8" font-size="8">A</text></svg>';
/** Fonts of the machine; nothing is loaded from anywhere else. */
const OPTIONS = { font: { loadSystemFonts: true }, logLevel: 'off' } as const;

/**
 * A picture for shared links. A machine without any font draws shapes and colours only, and says so
 * in a header: the link is shown with its title all the same.
 */
export function answerPicture(card: OgCard): Response {
  const png = new Resvg(ogSvg(card), OPTIONS).render().asPng();
  return new Response(new Uint8Array(png), {
    headers: {
      'content-type': 'image/png',
      ...(hasFonts() ? {} : { 'x-downstream-note': 'no font installed: text is missing' }),
    },
  });
}

function hasFonts(): boolean {
  return new Resvg(PROBE, OPTIONS).getBBox() !== undefined;
}
