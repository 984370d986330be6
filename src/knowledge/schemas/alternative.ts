import { z } from 'zod';
import { CATEGORIES } from '../../model/provider.ts';
import { knowledgeSource } from './source.ts';
import { localizedText } from './text.ts';

export const INDEPENDENCE = ['yes', 'partly', 'no', 'depends-on-operator', 'unknown'] as const;

/** Something that stands elsewhere, and what it stands on itself. */
export const alternativeSchema = z.strictObject({
  /** Kebab case. @example 'hetzner' */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  /** Our provider id where it is on the board. */
  provider: z.string().optional(),
  category: z.enum(CATEGORIES),
  /** What it does, in one sentence. */
  what: localizedText,
  /** Our ids of providers or services it can stand in for. @example ['aws', 'azure:front-door'] */
  replaces: z.array(z.string()),
  /** What it can stand in for that has no id here. @example ['Google Translate'] */
  replacesNames: z.array(z.string().min(1)).default([]),
  /** Country of the company, ISO 3166-1 alpha-2; null for projects without one. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  owner: localizedText,
  openSource: z.boolean(),
  selfHostable: z.boolean(),
  license: z.string().optional(),
  homepage: z.url(),
  /** What it itself runs on. Nothing is called independent without a source that was read. */
  base: z.strictObject({
    summary: localizedText,
    independentOfUsBigTech: z.enum(INDEPENDENCE),
    evidence: z.enum(['confirmed', 'unconfirmed']),
    sources: z.array(knowledgeSource),
  }),
  statusPage: z.url().nullable(),
  caveat: localizedText.optional(),
  sources: z.array(knowledgeSource).min(1),
});
export type Alternative = z.output<typeof alternativeSchema>;

/** alternatives.yaml: every source once, with an anchor the entries point to by YAML aliases. */
export const alternativesSchema = z.strictObject({
  sources: z.array(knowledgeSource),
  alternatives: z.array(alternativeSchema),
});
