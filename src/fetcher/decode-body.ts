import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { FeedError } from '../model/feed-error.ts';
import { safeText } from './safe-text.ts';

type Decode = (bytes: Uint8Array, maxBytes: number) => Promise<Buffer>;

const gunzip = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.gunzip);
const inflate = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const brotli = promisify<zlib.InputType, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);
const zstd = promisify<zlib.InputType, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress);

const DECODERS: Record<string, Decode> = {
  gzip: (bytes, maxBytes) => gunzip(bytes, { maxOutputLength: maxBytes }),
  // RFC 9110 8.4.1.2: zlib format; some servers send bare deflate data under that name.
  deflate: (bytes, maxBytes) =>
    (isZlib(bytes) ? inflate : inflateRaw)(bytes, { maxOutputLength: maxBytes }),
  br: (bytes, maxBytes) => brotli(bytes, { maxOutputLength: maxBytes }),
  zstd: (bytes, maxBytes) => zstd(bytes, { maxOutputLength: maxBytes }),
};
const ALIASES: Record<string, string> = { 'x-gzip': 'gzip' };
const MAX_LAYERS = 3;

/** What we ask for; what comes unasked is read all the same. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/**
 * Undoes the content encodings of a body. A gzip or zstd body without the header is recognised by
 * its first bytes, and a header that promises compression over plain bytes is ignored. Stops as
 * soon as more than `maxBytes` have come out, so that a small bomb stays small.
 * @throws FeedError `too-large`, `parse` (unknown encoding) or `network` (cut off or damaged)
 */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const named = (contentEncoding ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .map((word) => ALIASES[word] ?? word)
    .filter((word) => word !== '' && word !== 'identity');
  if (named.length > MAX_LAYERS) {
    throw new FeedError('parse', `The body is encoded ${named.length} times over`);
  }
  let decoded = body;
  for (const encoding of named.toReversed()) {
    decoded = await decodeLayer(decoded, encoding, maxBytes);
  }
  const magic = named.length === 0 ? encodingByMagic(decoded) : null;
  return magic === null ? decoded : decodeLayer(decoded, magic, maxBytes);
}

async function decodeLayer(body: Uint8Array, encoding: string, maxBytes: number) {
  const decode = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (decode === undefined) {
    throw new FeedError('parse', `Unknown content encoding "${safeText(encoding).slice(0, 40)}"`);
  }
  const isPlain =
    body.length === 0 ||
    ((encoding === 'gzip' || encoding === 'zstd') && encodingByMagic(body) === null);
  if (isPlain) return body;
  try {
    return await decode(body, maxBytes);
  } catch (cause) {
    if (isTooLarge(cause)) throw tooLarge(maxBytes, cause);
    throw new FeedError('network', `The ${encoding} body is cut off or damaged`, { cause });
  }
}

/** The one error for a body beyond the limit, whether it came compressed or not. */
export function tooLarge(maxBytes: number, cause?: unknown): FeedError {
  const limit = `${Math.round((maxBytes / (1024 * 1024)) * 10) / 10} MB`;
  return new FeedError('too-large', `The answer is larger than ${limit}`, { cause });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function encodingByMagic(body: Uint8Array): 'gzip' | 'zstd' | null {
  if (body[0] === 0x1f && body[1] === 0x8b) return 'gzip';
  if (body[0] === 0x28 && body[1] === 0xb5 && body[2] === 0x2f && body[3] === 0xfd) return 'zstd';
  return null;
}

function isZlib(body: Uint8Array): boolean {
  const [first = 0, second = 0] = body;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
