import type { Strength } from '../knowledge/schemas/dependency.ts';

export const GRADES = ['confirmed', 'likely', 'possible'] as const;
/**
 * - `confirmed`: the dependent's own text names the upstream as the cause, and the upstream has an open incident
 * - `likely`: several independent signs, nothing against it
 * - `possible`: a known dependency and fitting times, little more
 */
export type Grade = (typeof GRADES)[number];

/** What can speak for an explanation. Weights: src/explain/weights.ts; words: i18n `explain.reason`. */
export const FOR_CODES = [
  'names-cause',
  'names-upstream',
  'names-unnamed-provider',
  'names-service',
  'same-region',
  'edge-documented',
  'edge-reported',
  'edge-inferred',
  'edge-hard',
  'starts-with',
  'starts-soon-after',
  'starts-while-open',
  'starts-before-said',
  'fall-together',
  'recovers-in-step',
  'upstream-severe',
  'same-house',
] as const;
/** What can speak against it. */
export const AGAINST_CODES = [
  'names-other-cause',
  'names-other-upstream',
  'mentions-other-upstream',
  'own-maintenance',
  'upstream-maintenance',
  'upstream-minor',
  'upstream-over',
  'upstream-silent',
  'upstream-elsewhere',
  'late-start',
  'edge-soft',
  'region-unknown',
  'part-not-named',
  'indirect',
] as const;
export type ForCode = (typeof FOR_CODES)[number];
export type AgainstCode = (typeof AGAINST_CODES)[number];
export type ReasonCode = ForCode | AgainstCode;

/** One thing that speaks for or against, as data; pages turn it into a sentence. */
export interface Reason<Code extends ReasonCode = ReasonCode> {
  code: Code;
  /** Positive for, negative against. */
  weight: number;
  /** Values of the sentence: minutes, counts, ids, names. */
  params: Readonly<Record<string, string | number>>;
}

/** A passage of the dependent's own text. */
export interface Quote {
  /** Update the passage stands in; `title` for the title. */
  updateId: string;
  /** The whole sentence, so that it can be shown as it was said. */
  sentence: string;
  /** What names the upstream within the update's text (or the title). */
  text: string;
  /** Where `text` begins and how long it is, in UTF-16 units of the update's body (or the title). */
  offset: number;
  length: number;
}

/** One step of a chain, from the dependent outwards. */
export interface ChainStep {
  /** Edge this step goes along. */
  edgeId: string;
  strength: Strength;
  providerId: string;
  /** Incident of that provider; null where it posted none. */
  incidentId: string | null;
}

/** Why an incident probably happened: the same shape for pages, API and the command line. */
export interface Explanation {
  /** Incident of the upstream; null where the text names the upstream and it has none open. */
  because: string | null;
  /** Provider id of the upstream. */
  upstream: string;
  /** Canonical service and region, where edge or text say them. */
  service?: string;
  region?: string;
  grade: Grade;
  /** Sum of all weights. */
  score: number;
  for: Reason<ForCode>[];
  against: Reason<AgainstCode>[];
  quotes: Quote[];
  /** The way to the upstream; one step where it is direct. */
  chain: ChainStep[];
}
