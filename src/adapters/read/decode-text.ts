import iconv from 'iconv-lite';
import { FeedError } from '../../model/feed-error.ts';
import type { FeedDocument } from '../adapter.ts';

const BOMS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
] as const;

/** Encodings written in ASCII bytes only, which therefore always look like valid UTF-8. */
const ESCAPED_ENCODING = /^(iso-2022-|utf-7|hz-gb)/;
/** What is labelled Latin-1 in the wild is Windows-1252; WHATWG reads the label so, too. */
const LATIN_1 = /^(iso-?8859-1|iso8859-1|latin-?1|l1|us-ascii|ascii)$/;
const DECLARATION_BYTES = 256;

/**
 * The text of a document, without byte order mark. A BOM decides; without one the bytes count more
 * than what is declared (HTTP charset, then XML declaration): valid multi-byte UTF-8 is UTF-8.
 *
 * @throws FeedError `empty-response` where there is nothing but white space.
 */
export function decodeText(document: FeedDocument): string {
  const text = decodeBytes(document.body, declaredEncodings(document)).replace(/^\uFEFF+/, '');
  if (text.trim() === '') {
    throw new FeedError('empty-response', 'The answer is empty.', { url: document.url });
  }
  return text;
}

function decodeBytes(body: Uint8Array, declared: readonly string[]): string {
  const bom = BOMS.find(({ bytes }) => bytes.every((byte, index) => body[index] === byte));
  if (bom !== undefined) return decodeAs(bom.encoding, body);
  // XML and JSON begin with an ASCII character, so one zero byte in the first pair gives it away.
  if (body[0] === 0 && body[1] !== 0) return decodeAs('utf-16be', body);
  if (body[0] !== 0 && body[1] === 0) return decodeAs('utf-16le', body);

  const escaped = declared.find(
    (name) => ESCAPED_ENCODING.test(name) && iconv.encodingExists(name),
  );
  if (escaped !== undefined) return decodeAs(escaped, body);

  const utf8 = new TextDecoder('utf-8').decode(body);
  if (isMostlyUtf8(utf8)) return utf8;
  const other = declared.find((name) => !isUnicode(name) && iconv.encodingExists(name));
  return decodeAs(other ?? 'windows-1252', body);
}

/** One broken byte in a long UTF-8 text is damage; broken bytes all over are another encoding. */
function isMostlyUtf8(text: string): boolean {
  const broken = text.split('\uFFFD').length - 1;
  const multiByte = text.replace(/[\0-\x7f\uFFFD]/g, '').length;
  return multiByte >= broken * 4;
}

function declaredEncodings({ body, headers }: FeedDocument): string[] {
  const http = /charset\s*=\s*["']?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  const head = iconv.decode(body.subarray(0, DECLARATION_BYTES), 'latin1');
  const xml = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  return [http, xml]
    .filter((name) => name !== undefined)
    .map((name) => name.toLowerCase())
    .map((name) => (LATIN_1.test(name) ? 'windows-1252' : name));
}

/** Bytes that reach the declared encodings have neither BOM nor zero bytes: they are not UTF-16. */
function isUnicode(name: string): boolean {
  return /utf|ucs|unicode/.test(name);
}

function decodeAs(encoding: string, body: Uint8Array): string {
  return iconv.decode(body, encoding);
}
