import { z } from 'zod';
import { knowledgeSource } from './source.ts';
import { localizedText } from './text.ts';

export const STRENGTHS = ['documented', 'reported', 'inferred'] as const;
/**
 * What an edge rests on: the dependent or its upstream says so; press or another third party does;
 * or we conclude it (general knowledge, fell together n times).
 */
export type Strength = (typeof STRENGTHS)[number];

export const PURPOSES = [
  'hosting',
  'data-store',
  'data-stream',
  'compute',
  'placement',
  'network',
  'cdn',
  'dns',
  'sign-in',
  'authorisation',
  'control-plane',
  'configuration',
  'messaging',
  'e-mail',
  'payments',
  'storage',
  'monitoring',
  'security',
  'support',
  'software',
  'status-page',
  'ai-model',
  'sub-processor',
  'own-infrastructure',
  'other',
] as const;

const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'is no date: write 2025, 2025-10 or 2025-10-23');

/** One end of an edge, at the finest grain known. */
export const endSchema = z.strictObject({
  /** Our provider id. @example 'aws' */
  provider: z.string().min(1),
  /** Canonical service id. @example 'aws:dynamodb' */
  service: z.string().optional(),
  /** Canonical region id or `global`; absent where nobody says. @example 'aws:us-east-1' */
  region: z.string().optional(),
});
export type EdgeEnd = z.output<typeof endSchema>;

/** `dependent` needs `upstream`. */
export const dependencySchema = z.strictObject({
  /** Stable, kebab case. @example 'slack-on-aws' */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  dependent: endSchema,
  upstream: endSchema,
  strength: z.enum(STRENGTHS),
  /** What it is for. */
  purpose: z.enum(PURPOSES),
  /** `hard`: falls with it; `soft`: a part or only changes fail. */
  criticality: z.enum(['hard', 'soft', 'unknown']),
  /** Dates, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent where unknown or still so. */
  since: partialDate.optional(),
  until: partialDate.optional(),
  /** When this edge was last checked against its sources. */
  checkedAt: z.iso.date(),
  note: localizedText.optional(),
  sources: z.array(knowledgeSource),
});
export type Dependency = z.output<typeof dependencySchema>;

/** dependencies.yaml: every source once, with an anchor the edges point to by YAML aliases. */
export const dependenciesSchema = z.strictObject({
  sources: z.array(knowledgeSource),
  edges: z.array(dependencySchema),
});
