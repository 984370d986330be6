import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const COMPRESSIBLE =
  /^(text\/|application\/(json|[a-z.+-]*\+(json|xml)|xml|javascript|schema\+json|problem\+json)|image\/svg)/;
/** Below this a compressed body saves less than its header costs. */
const MIN_BYTES = 512;

export function isCompressible(contentType: string, bytes: number): boolean {
  return bytes >= MIN_BYTES && COMPRESSIBLE.test(contentType);
}

/** @param quality 4 answers the waiting visitor fast, 11 is for what will be sent many times. */
export async function toBrotli(body: Buffer, quality: 4 | 11): Promise<Buffer> {
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

export async function toGzip(body: Buffer): Promise<Buffer> {
  return gzipped(body, { level: 6 });
}

/**
 * The encoding to send for an Accept-Encoding header (RFC 9110, 12.5.3): brotli before gzip before
 * identity among those not refused with q=0.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === '') return 'identity';
  const refused = new Set<string>();
  const accepted = new Set<string>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    if (weight !== undefined && Number(weight.slice(2)) === 0) refused.add(name);
    else accepted.add(name);
  }
  const takes = (name: string) => accepted.has(name) || (accepted.has('*') && !refused.has(name));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}
