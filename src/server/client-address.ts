import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/**
 * Address a request is counted under. A peer on this machine or in a private network is a proxy of
 * ours: the last public address it forwards is the client's. Null where it forwards none, so that
 * a proxy without the header, or a health check, is not taken for one busy visitor. What a public
 * peer claims about others is not believed.
 */
export function clientAddress(
  request: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
): string | null {
  const peer = request.socket.remoteAddress ?? '';
  if (isPublic(peer)) return peer;
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  return (
    forwarded
      .map((address) => address.trim())
      .filter(isPublic)
      .at(-1) ?? null
  );
}

function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  // Documentation networks stand for public ones in tests and examples.
  return range === 'unicast' || range === 'reserved';
}
