import type { FeedDocument } from '../adapter.ts';

const MAX_SCAN = 5_000_000;

/**
 * The JSON value that begins at `start` of a text, up to its closing bracket, or null where it does
 * not end. Brackets inside strings do not count.
 */
export function jsonFrom(text: string, start: number): string | null {
  let depth = 0;
  let isInString = false;
  for (let index = start; index < text.length && index - start < MAX_SCAN; index++) {
    const char = text[index];
    if (isInString) {
      if (char === '\\') index++;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') {
      depth--;
      if (depth === 0) return text.slice(start, index + 1);
    }
  }
  return null;
}

/** The same document with `json` as its body, to be checked by the ordinary reader. */
export function withBody(document: FeedDocument, json: string): FeedDocument {
  return { ...document, headers: {}, body: new TextEncoder().encode(json) };
}
