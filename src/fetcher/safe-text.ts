const MAX_LENGTH = 300;

/**
 * Text from elsewhere made fit for a message: no control or direction characters, no line breaks,
 * a bounded length. Messages land in logs and on the sources page.
 */
export function safeText(text: string): string {
  const clean = text
    // C0, C1, zero-width, line separators, bidi controls
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH - 1)}…` : clean;
}
