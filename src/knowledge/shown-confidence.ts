import type { EventConfidence } from './schemas/event.ts';
import { type KnowledgeSource, publicSources } from './schemas/source.ts';

/**
 * What a page may claim about an entry: `confirmed` only where a source that may be shown backs it.
 * An entry that rests on weak or unread sources alone is `unconfirmed` to the reader.
 */
export function shownConfidence(entry: {
  confidence: EventConfidence;
  sources: readonly KnowledgeSource[];
}): EventConfidence {
  const isBacked = publicSources(entry.sources).length > 0;
  return entry.confidence === 'confirmed' && !isBacked ? 'unconfirmed' : entry.confidence;
}
