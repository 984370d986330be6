import type { z } from 'zod';
import { FeedError } from '../../model/feed-error.ts';
import type { FeedDocument } from '../adapter.ts';
import { decodeText } from './decode-text.ts';
import { describePage, isWebPage } from './describe-page.ts';

/** `callback({…});`, with the guards some servers put before it. */
const JSONP =
  /^\s*(?:\/\*\*\/\s*)?(?:typeof [\w$.]+ === 'function' && )?[\w$.[\]]+\s*\(([\s\S]*)\)\s*;?\s*$/;
/** Prefixes that keep a JSON answer from being run as a script. */
const SCRIPT_GUARD = /^\s*(?:\)\]\}',?|while\s*\(1\);|for\s*\(;;\);)/;
const MAX_ISSUES = 3;

/**
 * A JSON (or JSONP) document checked against the wire schema of `format`.
 *
 * @throws FeedError `empty-response`; `not-a-feed` where a web page stands there; `parse` where the
 * JSON is broken or of another shape, naming path and expectation.
 */
export function readJson<T>(document: FeedDocument, schema: z.ZodType<T>, format: string): T {
  const { url } = document;
  const text = decodeText(document);
  if (isWebPage(text)) {
    throw new FeedError('not-a-feed', `${format}: expected JSON, got ${describePage(text)}.`, {
      url,
    });
  }
  if (text.trimStart().startsWith('<')) {
    throw new FeedError('not-a-feed', `${format}: expected JSON, got XML.`, { url });
  }
  let value: unknown;
  try {
    value = JSON.parse(unwrap(text));
  } catch (cause) {
    throw new FeedError('parse', `${format}: broken JSON: ${(cause as SyntaxError).message}`, {
      url,
      cause,
    });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues
    .slice(0, MAX_ISSUES)
    .map(({ path, message }) => `${path.map(String).join('.') || '(top)'}: ${message}`);
  throw new FeedError('parse', `${format}: unexpected shape: ${issues.join('; ')}`, {
    url,
    cause: result.error,
  });
}

/** The JSON of a document, or undefined where it holds none. For `recognises`. */
export function parseJsonLoosely(document: FeedDocument): unknown | undefined {
  try {
    return JSON.parse(unwrap(decodeText(document)));
  } catch {
    return undefined;
  }
}

function unwrap(text: string): string {
  const bare = text.replace(SCRIPT_GUARD, '').trim();
  return /^[[{"\d-]/.test(bare) ? bare : (JSONP.exec(bare)?.[1] ?? bare);
}
