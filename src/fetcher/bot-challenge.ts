/**
 * Names the bot protection that answered in the place of the feed, so that the sources page says
 * what is in the way instead of a bare 403. Told by headers each product documents, and by the
 * title of Cloudflare's interstitial page.
 */
export function botChallenge(
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): string | null {
  if (headers['cf-mitigated'] === 'challenge') return 'Cloudflare';
  if (headers['x-amzn-waf-action'] !== undefined) return 'AWS WAF';
  if (headers['x-datadome'] !== undefined) return 'DataDome';
  if (headers['x-sucuri-block'] !== undefined) return 'Sucuri';
  const start = new TextDecoder('latin1').decode(body.subarray(0, 4096)).toLowerCase();
  if (!start.includes('<html')) return null;
  if (start.includes('<title>just a moment...') || start.includes('/cdn-cgi/challenge-platform/')) {
    return 'Cloudflare';
  }
  if (start.includes('_incapsula_resource')) return 'Imperva';
  if (start.includes('px-captcha')) return 'PerimeterX';
  return null;
}
