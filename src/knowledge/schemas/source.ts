import { z } from 'zod';

export const SOURCE_KINDS = [
  'provider-postmortem',
  'provider-status-page',
  'status-page-copy',
  'vendor-statement',
  'vendor-documentation',
  'sub-processor-list',
  'customer-status-page',
  'customer-postmortem',
  'customer-report',
  'press',
  'analysis',
  'reference',
  'directory',
  'secondary',
  'blog',
  'forum',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * How near a source stands to what happened: the provider, customer or authority itself, a copy of
 * its words, a newsroom, or anything weaker (collections, mirrors, private blogs).
 */
export const SOURCE_TIERS = ['first-party', 'copy-of-first-party', 'press', 'weak'] as const;
export type SourceTier = (typeof SOURCE_TIERS)[number];

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export const knowledgeSource = z.strictObject({
  /** Address of the page itself, http or https. */
  url: z.url({ protocol: /^https?$/, error: 'is no http(s) address: give the page that says it' }),
  /** Who published it. @example 'AWS' */
  publisher: z.string().trim().min(1, 'is empty: say who published it'),
  /** Day, month or year of publication; null where the page gives none. @example '2025-10-23' */
  date: z
    .string()
    .regex(PARTIAL_DATE, 'is no date: write 2025, 2025-10 or 2025-10-23')
    .nullable()
    .default(null),
  /** What sort of page it is. */
  kind: z.enum(SOURCE_KINDS),
  /** How near it stands to what happened. */
  tier: z.enum(SOURCE_TIERS),
  /** True when the text of this address, or a copy of it, was read for this entry. */
  foundHere: z.boolean(),
});
export type KnowledgeSource = z.output<typeof knowledgeSource>;

/**
 * The sources a page may show as checked: read by us, and not weak. The others stay in the files as
 * hints where to look next, and are never shown.
 */
export function publicSources(sources: readonly KnowledgeSource[]): KnowledgeSource[] {
  return sources.filter((source) => source.foundHere && source.tier !== 'weak');
}
