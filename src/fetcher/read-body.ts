import { FeedError } from '../model/feed-error.ts';
import { tooLarge } from './decode-body.ts';

/**
 * Collects a body up to `maxBytes`, as it comes over the wire. The deadline is for the whole body:
 * a server that sends a byte now and then keeps any per-chunk time-out happy for ever.
 * @throws FeedError of kind `too-large` or `timeout`; stream errors as they are
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array> & { destroy(error?: Error): unknown },
  maxBytes: number,
  timeoutMs: number,
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
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
    stream.destroy();
  }
  return Buffer.concat(chunks);
}
