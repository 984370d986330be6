import { FeedError } from '../model/feed-error.ts';
import { safeText } from './safe-text.ts';

const TIMEOUTS: Record<string, string> = {
  UND_ERR_CONNECT_TIMEOUT: 'No connection within the time allowed',
  ETIMEDOUT: 'No connection within the time allowed',
  UND_ERR_HEADERS_TIMEOUT: 'No answer within the time allowed',
  UND_ERR_BODY_TIMEOUT: 'The body stopped arriving',
};
const TROUBLES: Record<string, string> = {
  ENOTFOUND: 'The name does not exist',
  EAI_AGAIN: 'The name could not be resolved just now',
  ECONNREFUSED: 'The connection was refused',
  ECONNRESET: 'The connection was reset',
  EHOSTUNREACH: 'The host cannot be reached',
  ENETUNREACH: 'The network cannot be reached',
  UND_ERR_SOCKET: 'The connection broke off',
  UND_ERR_HEADERS_OVERFLOW: 'The answer has too many headers',
  CERT_HAS_EXPIRED: 'The certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name',
};
const MAX_DEPTH = 5;

/** Whatever a request threw, as the one error of the fetcher; a FeedError inside is found again. */
export function networkError(error: unknown, url: string): FeedError {
  const chain = causes(error);
  const own = chain.find((one) => one instanceof FeedError);
  if (own !== undefined) return own;
  const codes = chain.flatMap((one) =>
    one instanceof Error && 'code' in one && typeof one.code === 'string' ? [one.code] : [],
  );
  for (const code of codes) {
    const timeout = TIMEOUTS[code];
    if (timeout !== undefined) return new FeedError('timeout', timeout, { url, cause: error });
  }
  const known = codes.map((code) => TROUBLES[code]).find((text) => text !== undefined);
  const raw = error instanceof Error ? error.message : String(error);
  const message = known ?? `The request failed: ${safeText(raw) || 'no reason given'}`;
  return new FeedError('network', message, { url, cause: error });
}

/** An error with its causes; several connection attempts at once come as an AggregateError. */
function causes(error: unknown, depth = 0): unknown[] {
  if (depth > MAX_DEPTH || error === null || typeof error !== 'object') return [error];
  const inner = error instanceof AggregateError ? error.errors : [];
  const cause = error instanceof Error && error.cause !== undefined ? [error.cause] : [];
  return [error, ...[...inner, ...cause].flatMap((one) => causes(one, depth + 1))];
}
