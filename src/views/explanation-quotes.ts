import type { Explanation } from '../explain/explanation.ts';
import type { Incident } from '../model/incident.ts';

/** A sentence of somebody's own post, with the words that name the upstream set apart. */
export interface QuotedSentence {
  before: string;
  named: string;
  after: string;
}

/**
 * The sentences an explanation rests on, each once. Posts of the archive are paraphrased by us, so
 * nothing of them is shown as a quotation.
 */
export function quotedSentences(
  explanation: Explanation,
  incident: Pick<Incident, 'origin'>,
): QuotedSentence[] {
  if (incident.origin === 'archive') return [];
  const unique = new Map(explanation.quotes.map((quote) => [quote.sentence, quote]));
  return [...unique.values()].map(({ sentence, text }) => {
    const at = sentence.indexOf(text);
    if (at < 0) return { before: sentence, named: '', after: '' };
    return {
      before: sentence.slice(0, at),
      named: text,
      after: sentence.slice(at + text.length),
    };
  });
}
