import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';
import type { CachePolicy } from './cache-policy.ts';
import { type Encoding, isCompressible, toBrotli, toGzip } from './encode-body.ts';

/** One encoded form of an answer: ready-made header list and bytes. */
export interface EncodedForm {
  etag: string;
  body: Buffer;
  /** Flat name, value list as `writeHead` takes it without copying; `Age` is filled in per second. */
  headers: string[];
}

/** An answer as the cache keeps it, encoded once for everyone. */
export interface CachedAnswer {
  key: string;
  /** What all ETags of this answer begin with: a match on it is a match of the content. */
  tag: string;
  /** Store revision the render began with. */
  revision: number;
  /** Milliseconds of the monotonic clock when it was rendered. */
  renderedAtMs: number;
  status: number;
  policy: CachePolicy;
  forms: Record<Encoding, EncodedForm>;
  bytes: number;
  /** Set while rendering anew has failed: the last good answer, marked. */
  isStale: boolean;
}

const HOP = new Set(['content-length', 'etag', 'cache-control', 'age', 'content-encoding', 'vary']);

/**
 * Encodes an answer in every form clients ask for. Brotli begins at a fast quality;
 * `improveBrotli` replaces it when nobody waits.
 */
export async function encodeAnswer(
  key: string,
  answer: Answer,
  policy: CachePolicy,
  revision: number,
  nowMs: number,
): Promise<CachedAnswer> {
  const type = answer.headers['content-type'] ?? 'application/octet-stream';
  const isText = isCompressible(type, answer.body.length);
  const [br, gz] = isText
    ? await Promise.all([toBrotli(answer.body, 4), toGzip(answer.body)])
    : [answer.body, answer.body];
  const hash = createHash('sha256').update(answer.body).digest('base64url').slice(0, 22);
  const form = (body: Buffer, encoding: Encoding): EncodedForm => {
    const isEncoded = isText && encoding !== 'identity';
    const etag = `"${hash}${isEncoded ? `-${encoding}` : ''}"`;
    return {
      etag,
      body,
      headers: headerList(answer, policy, etag, isText, isEncoded ? encoding : null, body),
    };
  };
  return {
    key,
    tag: `"${hash}`,
    revision,
    renderedAtMs: nowMs,
    status: answer.status,
    policy,
    forms: { br: form(br, 'br'), gzip: form(gz, 'gzip'), identity: form(answer.body, 'identity') },
    bytes: answer.body.length + (isText ? br.length + gz.length : 0) + 2_000,
    isStale: false,
  };
}

/** Replaces the fast brotli by the densest one, under an ETag of its own: its bytes differ. */
export async function improveBrotli(cached: CachedAnswer): Promise<void> {
  const { br, identity } = cached.forms;
  if (br.body === identity.body || br.body.length < 2_048) return;
  const body = await toBrotli(identity.body, 11);
  if (body.length >= br.body.length) return;
  const headers = br.headers.slice();
  const etag = br.etag.replace('-br"', '-br11"');
  headers[headers.indexOf('content-length') + 1] = String(body.length);
  headers[headers.indexOf('etag') + 1] = etag;
  cached.bytes -= br.body.length - body.length;
  cached.forms.br = { etag, body, headers };
}

function headerList(
  answer: Answer,
  policy: CachePolicy,
  etag: string,
  isText: boolean,
  encoding: Encoding | null,
  body: Buffer,
): string[] {
  const list: string[] = [];
  for (const [name, value] of Object.entries(answer.headers)) {
    if (!HOP.has(name)) list.push(name, value);
  }
  list.push('etag', etag, 'cache-control', answer.headers['cache-control'] ?? policy.cacheControl);
  if (isText) list.push('vary', 'accept-encoding');
  if (encoding !== null) list.push('content-encoding', encoding);
  list.push('content-length', String(body.length));
  return list;
}
