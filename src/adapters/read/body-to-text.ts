import { cleanText, htmlToText } from './plain-text.ts';

const MARKUP = /<\/?[a-z][^<>]*>|&(?:#x?[0-9a-f]+|[a-z]+);/i;
const BLOCK = /<(?:p|br|div|ul|ol|li|h[1-6]|table|pre)\b/i;

/** A post that is plain text on one page and HTML on the next, as plain text with its line breaks. */
export function bodyToText(body: string): string {
  if (!MARKUP.test(body)) return cleanText(body);
  // With inline elements only, the line breaks of the source are the author's.
  return htmlToText(BLOCK.test(body) ? body : body.replace(/\r?\n/g, '<br>'));
}
