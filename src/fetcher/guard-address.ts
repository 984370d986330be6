import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FeedError } from '../model/feed-error.ts';
import { safeText } from './safe-text.ts';

/** Resolves a name to all its addresses; `dns.lookup` in production, a table in tests. */
export type ResolveHost = (
  hostname: string,
  callback: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void;

/** Azure's host agent answers on a public-looking address from inside every virtual machine there. */
const METADATA_ADDRESSES = new Set(['168.63.129.16']);
const NAT64_BYTES = 12;

/**
 * True where an address is a public one that a status feed may live on: not private, loopback,
 * link-local, carrier-grade NAT, cloud metadata, multicast or reserved, and not an IPv6 form
 * (mapped, NAT64, 6to4, Teredo) that leads to such a one.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  const range = parsed.range();
  if (range === 'ipv4Mapped' && parsed instanceof ipaddr.IPv6) {
    return isPublicAddress(parsed.toIPv4Address().toString());
  }
  // Networks with IPv6 only reach IPv4 hosts through this prefix; the host inside decides.
  if (range === 'rfc6052' && parsed.toNormalizedString().startsWith('64:ff9b:0:0:0:0:')) {
    return isPublicAddress(parsed.toByteArray().slice(NAT64_BYTES).join('.'));
  }
  return range === 'unicast' && !METADATA_ADDRESSES.has(bare);
}

/**
 * Refuses addresses that are not http(s), carry credentials, or name a local host or a non-public
 * IP literally. Names are checked after DNS by `guardedLookup`: a literal never gets that far.
 * @throws FeedError of kind `blocked-address`
 */
export function checkUrl(url: URL, allowPrivate: boolean): void {
  const refuse = (why: string) => {
    const shown = safeText(`${url.protocol}//${url.host}`);
    throw new FeedError('blocked-address', `Refused to read ${shown}: ${why}`);
  };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') refuse('only http and https are read');
  if (url.username !== '' || url.password !== '') refuse('the address carries credentials');
  if (allowPrivate) return;
  const host = url.hostname.replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) refuse('it is this machine');
  if (ipaddr.isValid(host.replace(/^\[|\]$/g, '')) && !isPublicAddress(host)) {
    refuse('it is not a public address');
  }
}

/**
 * A `lookup` for the socket itself: the addresses that were checked are the ones connected to, so
 * a name that answers differently the second time (DNS rebinding) gains nothing. One non-public
 * address among several refuses the name: honest feeds have none.
 */
export function guardedLookup(
  allowPrivate: boolean,
  resolveHost: ResolveHost = resolveAll,
): LookupFunction {
  return (hostname, options, callback) => {
    resolveHost(hostname, (error, found) => {
      if (error !== null) return callback(error, '', 0);
      const bad = allowPrivate ? undefined : found.find((one) => !isPublicAddress(one.address));
      if (bad !== undefined) {
        const message = `Refused to read ${safeText(hostname)}: it leads to ${safeText(bad.address)}, which is not a public address`;
        return callback(new FeedError('blocked-address', message), '', 0);
      }
      if (options.all === true) return callback(null, found);
      const first = found[0];
      if (first === undefined) return callback(new Error('The name has no address'), '', 0);
      return callback(null, first.address, first.family);
    });
  };
}

const resolveAll: ResolveHost = (hostname, callback) => {
  dnsLookup(hostname, { all: true }, (error, addresses) => callback(error, addresses ?? []));
};
