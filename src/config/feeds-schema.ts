import { z } from 'zod';
import type { FeedConfig, Provider } from '../model/provider.ts';
import { CATEGORIES, EVIDENCE } from '../model/provider.ts';
import { isIsoCountry } from './iso-country.ts';

/** Ids are addresses of pages, so they are lower-case words joined by single hyphens. */
export const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const id = z.string().regex(KEBAB_CASE, { error: 'is not in kebab case' });
const text = z.string().trim().min(1, { error: 'is empty' });

/** An https address without credentials; http only on this machine, for trying things out. */
export const httpsAddress = z.string().superRefine((value, context) => {
  const problem = addressProblem(value);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const timeZone = z.string().refine(isTimeZone, { error: 'is not an IANA time zone' });

/** One feed of a provider, exactly `FeedConfig`. Whether the format exists is checked by `checkFeeds`. */
export const feedConfigSchema = z.strictObject({
  /** Name of an adapter, see docs/adapters.md. */
  format: text,
  /** Page or feed address, as the format wants it. */
  url: httpsAddress,
  /** How sure we are that the address answers in this format. */
  evidence: z.enum(EVIDENCE),
  /** IANA zone of times without one. */
  timeZone: timeZone.exactOptional(),
  /** Only these components of a shared page. */
  scopeComponents: z.array(text).min(1, { error: 'is empty' }).exactOptional(),
  /** Title an empty feed must carry to count as "nothing reported". */
  expectTitle: text.exactOptional(),
  /** Seconds between reads. Less than 30 would be impolite to the other side. */
  intervalSeconds: z
    .int({ error: 'is not a whole number' })
    .min(30, { error: 'is below 30' })
    .exactOptional(),
}) satisfies z.ZodType<FeedConfig>;

/** One provider, exactly `Provider`. Rules between providers are checked by `checkFeeds`. */
export const providerSchema = z.strictObject({
  /** Short name people say, kebab case; never changes. */
  id,
  name: text,
  /** Home page of the company or product. */
  homepage: httpsAddress,
  /** Official status page for people. */
  statusPage: httpsAddress,
  category: z.enum(CATEGORIES),
  /** Country of the company, ISO 3166-1 alpha-2. */
  country: z.string().refine(isIsoCountry, { error: 'is not a country of ISO 3166-1' }),
  /** Former ids, kept so that old addresses still lead here. */
  aliases: z.array(id).exactOptional(),
  /** May be empty; then `noFeedReason` is required. */
  feeds: z.array(feedConfigSchema),
  /** Why there is no feed, in both languages. */
  noFeedReason: z.strictObject({ en: text, de: text }).exactOptional(),
}) satisfies z.ZodType<Provider>;

function addressProblem(value: string): string | undefined {
  const url = URL.parse(value);
  if (url === null) return 'is not an address';
  if (url.username !== '' || url.password !== '') return 'carries credentials';
  if (url.protocol === 'https:') return undefined;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return undefined;
  return 'is not an https address';
}

/** Hosts that never leave this machine. `URL` has already normalised forms such as 127.1. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

function isTimeZone(value: string): boolean {
  try {
    // Offsets such as "+02:00" pass in some engines; a zone name always has a letter.
    return /[A-Za-z]/.test(value) && new Intl.DateTimeFormat('en', { timeZone: value }) !== null;
  } catch {
    return false;
  }
}
