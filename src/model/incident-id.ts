/**
 * Ids of incidents: `<providerId>/<upstream id>`. An upstream id is kept where it is short and safe
 * in an address; anything else (URLs, ARNs, titles) becomes a stable hash, so that no feed can put
 * its own characters into our addresses.
 */

const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** @example incidentId('github', 'k7fy2hb5kw9p') // 'github/k7fy2hb5kw9p' */
export function incidentId(providerId: string, upstreamId: string): string {
  return `${providerId}/${SAFE.test(upstreamId) ? upstreamId : stableHash(upstreamId)}`;
}

/** The part after the provider, as it stands in addresses. */
export function incidentSlug(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/**
 * 128 bits of FNV-1a in four lanes, as 26 base-36 characters at most: stable over versions and
 * platforms, which is all an id needs. Not for secrets.
 */
export function stableHash(text: string): string {
  const lanes = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  for (const char of new TextEncoder().encode(text)) {
    for (let lane = 0; lane < lanes.length; lane++) {
      lanes[lane] = Math.imul((lanes[lane] ?? 0) ^ (char + lane * 31), 0x01000193) >>> 0;
    }
  }
  return lanes
    .map((lane) => lane.toString(36).padStart(7, '0'))
    .join('')
    .slice(0, 24);
}
