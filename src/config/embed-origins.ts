export interface EmbedOrigins {
  /** Accepted, each once, in the form a CSP takes; `['*']` for everyone. */
  origins: readonly string[];
  /** What is not an origin, as written. */
  rejected: readonly string[];
}

/**
 * Scheme, host (with one leading wildcard label at most) and port: exactly what `frame-ancestors`
 * takes as a host source. A path would be ignored by browsers, and a semicolon or blank would end
 * the directive and let the rest of the value rewrite the policy.
 */
const ORIGIN =
  /^https?:\/\/(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/i;

/**
 * Reads the comma-separated list of origins that may frame `/embed/…`.
 * @example parseEmbedOrigins('https://docs.example.org, https://*.example.org').rejected // []
 */
export function parseEmbedOrigins(value: string): EmbedOrigins {
  const entries = value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const rejected = entries.filter((entry) => entry !== '*' && !isOrigin(entry));
  if (entries.includes('*')) return { origins: ['*'], rejected };
  return { origins: [...new Set(entries.map((entry) => entry.toLowerCase()))], rejected };
}

function isOrigin(entry: string): boolean {
  return ORIGIN.test(entry) && URL.canParse(entry.replace('//*.', '//any.'));
}
