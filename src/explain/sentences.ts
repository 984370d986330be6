import type { Incident } from '../model/incident.ts';

/** One sentence of a title or update, with its place in it. */
export interface Sentence {
  /** Update it stands in; `title` for the title. */
  updateId: string;
  text: string;
  /** Where it begins in the update's body (or the title). */
  offset: number;
  /** Rises with the time it was said; sentences of one post share it. The title comes first. */
  order: number;
}

/** Id that stands for the title where updates have theirs. */
export const TITLE_ID = 'title';

/** A full stop ends a sentence only before a space: "us.east" and "1.1.1.1" stay whole. */
const SENTENCE = /[^\n.!?;]+(?:[.!?;](?!\s|$)[^\n.!?;]*)*[.!?;]*/g;
/** Longer bodies are cut: a post-mortem's tail tells of remedies, and feeds are hostile. */
const MAX_BODY = 20_000;
/** And so are endless sentences: no sentence of a person is that long. */
const MAX_SENTENCE = 600;

/** And so are endless stories: the longest outages on record have a tenth of these. */
const MAX_SENTENCES = 2_000;

/** Title and all posts of an incident, sentence by sentence, oldest first. */
export function sentencesOf(incident: Pick<Incident, 'title' | 'updates'>): Sentence[] {
  const sentences = split(TITLE_ID, incident.title.slice(0, MAX_BODY), 0);
  for (const [n, { id, body }] of incident.updates.entries()) {
    if (sentences.length > MAX_SENTENCES) break;
    sentences.push(...split(id, body.slice(0, MAX_BODY), n + 1));
  }
  return sentences.slice(0, MAX_SENTENCES);
}

function split(updateId: string, body: string, order: number): Sentence[] {
  return [...body.matchAll(SENTENCE)].flatMap((match) => {
    const text = match[0].trim().slice(0, MAX_SENTENCE);
    if (text === '') return [];
    return [{ updateId, text, offset: match.index + match[0].indexOf(text), order }];
  });
}
