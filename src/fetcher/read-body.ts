import { FeedError } from '../model/feed-error.ts';
import { tooLarge } from './decode-body.ts';

/**
 * Collects a body up to `maxBytes`, as it comes over the wire. The deadline is for the whole body:
 * a server that sends a byte now and then keeps any per-chunk time-out happy for ever.
 * `endIn` says where in a chunk a body ends that its server leaves open (an event stream): what
 * follows is not waited for.
 * @throws FeedError of kind `too-large` or `timeout`; stream errors as they are
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array> & { destroy(error?: Error): unknown },
  maxBytes: number,
  timeoutMs: number,
  endIn: (chunk: Uint8Array) => number | null = () => null,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const late = new FeedError(
    'timeout',
    `The body had not arrived after ${Math.round(timeoutMs / 1000)} s`,
  );
  const timer = setTimeout(() => stream.destroy(late), timeoutMs);
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      const end = endIn(chunk);
      chunks.push(end === null ? chunk : chunk.subarray(0, end));
      if (end !== null) break;
    }
  } finally {
    clearTimeout(timer);
    stream.destroy();
  }
  return Buffer.concat(chunks);
}
