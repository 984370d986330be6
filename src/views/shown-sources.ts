import type { Grade } from '../explain/explanation.ts';
import type { EventConfidence } from '../knowledge/schemas/event.ts';
import { type KnowledgeSource, publicSources } from '../knowledge/schemas/source.ts';
import { shownConfidence } from '../knowledge/shown-confidence.ts';

/** What a page shows of an entry's evidence: the sources it may show, and the grade they allow. */
export function shownSources(entry: {
  confidence: EventConfidence;
  sources: readonly KnowledgeSource[];
}): { sources: KnowledgeSource[]; grade: Grade } {
  const sources = publicSources(entry.sources);
  if (shownConfidence(entry) !== 'confirmed') return { sources, grade: 'possible' };
  return { sources, grade: sources.some(({ tier }) => tier !== 'press') ? 'confirmed' : 'likely' };
}

/** All sources of an event that may be shown, those of the first hand first, each once. */
export function sourcesByTier(sources: readonly KnowledgeSource[]): KnowledgeSource[] {
  const order = { 'first-party': 0, 'copy-of-first-party': 1, press: 2, weak: 3 } as const;
  const unique = [...new Map(publicSources(sources).map((one) => [one.url, one])).values()];
  return unique.toSorted((a, b) => order[a.tier] - order[b.tier]);
}
