import { describe, expect, it } from 'vitest';
import { FeedError } from '../../src/model/feed-error.ts';

describe('FeedError', () => {
  it('keeps kind, message, address and cause', () => {
    const cause = new Error('below');
    const error = new FeedError('parse', 'broken', { url: 'https://x.example', cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'FeedError', kind: 'parse', message: 'broken' });
    expect(error.url).toBe('https://x.example');
    expect(error.cause).toBe(cause);
  });

  it('keeps what the answer said, and knows nothing where it said nothing', () => {
    const limited = new FeedError('rate-limited', 'slow down', {
      httpStatus: 429,
      retryAfterSeconds: 30,
    });
    expect([limited.httpStatus, limited.retryAfterSeconds]).toEqual([429, 30]);
    const bare = new FeedError('network', 'no route');
    expect([bare.url, bare.httpStatus, bare.retryAfterSeconds, bare.cause]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
