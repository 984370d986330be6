import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CachedAnswer } from './cached-answer.ts';
import { chooseEncoding, type Encoding } from './encode-body.ts';

const MAX_KNOWN = 200;

export type SendAnswer = (
  request: IncomingMessage,
  response: ServerResponse,
  answer: CachedAnswer,
  /** Monotonic milliseconds, for `Age`. */
  nowMs: number,
) => void;

/** A sender that remembers the few forms of Accept-Encoding browsers use, so each is parsed once. */
export function createAnswerSender(): SendAnswer {
  const known = new Map<string, Encoding>();
  return (request, response, answer, nowMs) => {
    const header = request.headers['accept-encoding'] ?? '';
    let encoding = known.get(header);
    if (encoding === undefined) {
      encoding = chooseEncoding(header);
      if (known.size < MAX_KNOWN) known.set(header, encoding);
    }
    send(request, response, answer, nowMs, encoding);
  };
}

/** Writes a kept answer: 304 where the client holds it, no body for HEAD. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: CachedAnswer,
  nowMs: number,
  encoding: Encoding,
): void {
  const form = answer.forms[encoding];
  const age = String(Math.max(0, Math.floor((nowMs - answer.renderedAtMs) / 1_000)));
  const condition = request.headers['if-none-match'];
  if (condition !== undefined && answer.status === 200 && matches(condition, answer.tag)) {
    response.writeHead(304, notModifiedHeaders(form.headers, age));
    response.end();
    return;
  }
  const headers = form.headers.concat('age', age);
  if (answer.isStale)
    headers.push('warning', '110 - "Response is Stale"', 'x-downstream-stale', '1');
  response.writeHead(answer.status, headers);
  if (request.method === 'HEAD') response.end();
  else response.end(form.body);
}

/** RFC 9110, 13.1.2: weak comparison over a list, or `*`. */
function matches(condition: string, tag: string): boolean {
  if (condition === '*') return true;
  const at = condition.indexOf(tag);
  return at >= 0 && /^["-]/.test(condition.slice(at + tag.length, at + tag.length + 1));
}

const KEPT_ON_304 = new Set(['etag', 'cache-control', 'vary', 'content-security-policy']);

function notModifiedHeaders(headers: readonly string[], age: string): string[] {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? '';
    if (KEPT_ON_304.has(name) || name.startsWith('access-control-'))
      kept.push(name, headers[index + 1] ?? '');
  }
  kept.push('age', age);
  return kept;
}
