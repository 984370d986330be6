/** What response headers say about when to come back. Seconds, whole, never negative; null where silent. */

const DELTA_SECONDS = /^\d{1,10}$/;

/** `Retry-After` (RFC 9110 10.2.3): seconds, or an HTTP date seen from `now`. */
export function retryAfterSeconds(value: string | undefined, now: string): number | null {
  const text = value?.trim() ?? '';
  if (DELTA_SECONDS.test(text)) return Number(text);
  // Date.parse also takes lone numbers and odd words for dates; an HTTP date has letters and a time.
  const time = /[a-z]{3}.*\d:\d/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return null;
  return Math.max(0, Math.ceil((time - Date.parse(now)) / 1000));
}

/** `max-age` of `Cache-Control` less the `Age` the answer already has (RFC 9111 4.2). */
export function maxAgeSeconds(headers: Readonly<Record<string, string>>): number | null {
  const directives = (headers['cache-control'] ?? '').toLowerCase().split(',');
  const names = directives.map((directive) => directive.trim());
  if (names.includes('no-store') || names.includes('no-cache')) return null;
  const maxAge = names.find((name) => name.startsWith('max-age='))?.slice('max-age='.length);
  const text = maxAge?.replaceAll('"', '') ?? '';
  if (!DELTA_SECONDS.test(text)) return null;
  const age = headers.age?.trim() ?? '';
  return Math.max(0, Number(text) - (DELTA_SECONDS.test(age) ? Number(age) : 0));
}

/** The longer of both: how long the answer asks to be left alone. */
export function freshForSeconds(
  headers: Readonly<Record<string, string>>,
  now: string,
): number | null {
  const asked = [retryAfterSeconds(headers['retry-after'], now), maxAgeSeconds(headers)].filter(
    (seconds) => seconds !== null,
  );
  return asked.length > 0 ? Math.max(...asked) : null;
}
