/** Security headers for every answer, chosen by what it is and who may frame it. */

export interface SecurityOptions {
  /** Origins that may frame `/embed/…`; `['*']` for everyone. */
  embedOrigins: readonly string[];
  /** True when the site is served over https: only then HSTS makes sense. */
  isHttps: boolean;
}

const EMBED = /^(\/de)?\/embed\/./;
/** What other sites read by script: CORS open, no credentials involved. */
const SHARED = /^\/(api|data|badge|providers\/[^/]+\/api)\/|\.(xml|rss|atom|ics|json|svg|js|png)$/;

/**
 * @param path normalised path of the address
 * @param headers headers of the rendered answer, lower-case; Astro's CSP with its hashes among them
 */
export function securityHeaders(
  path: string,
  headers: Readonly<Record<string, string>>,
  options: SecurityOptions,
): Record<string, string> {
  const isEmbed = EMBED.test(path);
  const isHtml = (headers['content-type'] ?? '').startsWith('text/html');
  const ancestors = isEmbed ? embedAncestors(options.embedOrigins) : "'self'";
  const policy = isHtml
    ? (headers['content-security-policy'] ?? DOCUMENT_POLICY)
    : policyOf(headers);
  const result: Record<string, string> = {
    'content-security-policy': `${policy.replace(/;\s*$/, '')}; frame-ancestors ${ancestors}`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  };
  if (!isEmbed) result['x-frame-options'] = 'SAMEORIGIN';
  if (isHtml && !isEmbed) result['cross-origin-opener-policy'] = 'same-origin';
  if (SHARED.test(path)) {
    result['access-control-allow-origin'] = '*';
    result['access-control-expose-headers'] = 'etag, age, retry-after, link';
  }
  if (SHARED.test(path) || isEmbed) result['cross-origin-resource-policy'] = 'cross-origin';
  if (options.isHttps) result['strict-transport-security'] = 'max-age=31536000; includeSubDomains';
  return result;
}

/** A badge opened by itself carries its dark colours in a style of its own. */
function policyOf(headers: Readonly<Record<string, string>>): string {
  const isDrawing = (headers['content-type'] ?? '').startsWith('image/svg+xml');
  return isDrawing ? "default-src 'none'; style-src 'unsafe-inline'" : "default-src 'none'";
}

const DOCUMENT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'";

function embedAncestors(origins: readonly string[]): string {
  return origins.length === 0 || origins.includes('*') ? '*' : ["'self'", ...origins].join(' ');
}
