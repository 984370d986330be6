import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../src/server/client-address.ts';
import { createRateLimit } from '../../src/server/rate-limit.ts';

describe('rate limit', () => {
  const create = (maxAddresses = 100) => {
    const clock = { ms: 0 };
    const limit = createRateLimit({ burst: 5, perSecond: 2, maxAddresses, nowMs: () => clock.ms });
    return { clock, limit };
  };

  it('lets a burst through, then says how long to wait, then goes on', () => {
    const { clock, limit } = create();
    expect(Array.from({ length: 5 }, () => limit.take('192.0.2.1'))).toEqual([0, 0, 0, 0, 0]);
    expect(limit.take('192.0.2.1')).toBe(1);
    clock.ms += 500;
    expect(limit.take('192.0.2.1')).toBe(0);
    expect(limit.take('192.0.2.1')).toBe(1);
    clock.ms += 60_000;
    expect(Array.from({ length: 6 }, () => limit.take('192.0.2.1')).filter(Boolean)).toHaveLength(
      1,
    );
  });

  it('counts each address by itself, and a network of IPv6 as one', () => {
    const { limit } = create();
    for (let i = 0; i < 5; i++) limit.take(`2001:db8:1:2::${i}`);
    expect(limit.take('2001:db8:1:2:ffff:1:2:3')).toBe(1);
    expect(limit.take('2001:db8:1:3::1')).toBe(0);
    expect(limit.take('::ffff:192.0.2.9')).toBe(0);
  });

  it('forgets the longest silent address where there are too many', () => {
    const { limit } = create(2);
    for (let i = 0; i < 6; i++) limit.take('192.0.2.1');
    limit.take('192.0.2.2');
    limit.take('192.0.2.3');
    expect(limit.take('192.0.2.1')).toBe(0);
  });
});

describe('address of a client', () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    clientAddress({
      socket: { remoteAddress },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    });

  it('is the peer, unless that is a proxy of ours', () => {
    expect(from('8.8.8.8')).toBe('8.8.8.8');
    expect(from('8.8.8.8', '1.1.1.1')).toBe('8.8.8.8');
    expect(from('127.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.3')).toBe('1.1.1.1');
    expect(from('::1')).toBeNull();
    expect(from('10.0.0.2', 'nonsense')).toBeNull();
  });
});
