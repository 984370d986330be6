import type { Incident } from '../model/incident.ts';
import { foldLetters, spellingsOf } from './match-words.ts';

/** A stretch of text; `isHit` where it is a word that was looked for. */
export interface ExcerptPart {
  text: string;
  isHit: boolean;
}

const BEFORE = 50;
const LENGTH = 180;

/**
 * Where a search struck beyond the title: a stretch of the newest post, or of the components, that
 * holds most of the words. Null where the title alone holds them all, or nothing more is to be seen.
 * @param words as searchWords gives them
 */
export function searchExcerpt(
  incident: Pick<Incident, 'title' | 'updates' | 'components'>,
  words: readonly string[],
): ExcerptPart[] | null {
  const hits = (text: string) => words.filter((word) => hitAt(foldLetters(text), word) !== null);
  if (words.length === 0 || hits(incident.title).length === words.length) return null;
  const texts = [
    ...incident.updates.toReversed().map(({ body }) => body),
    incident.components.map(({ name }) => name).join(', '),
  ].map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim());
  let best = { text: '', count: 0 };
  for (const text of texts) {
    const { length: count } = hits(text);
    if (count > best.count) best = { text, count };
  }
  return best.count === 0 ? null : cutOut(best.text, words);
}

function cutOut(text: string, words: readonly string[]): ExcerptPart[] {
  const folded = foldLetters(text);
  const first = Math.min(...words.map((word) => hitAt(folded, word)?.at ?? text.length));
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1 || first;
  const end = from + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', from + LENGTH);
  const to = end > first ? end : Math.min(text.length, from + LENGTH);
  const parts: ExcerptPart[] = [];
  const add = (part: string, isHit: boolean) => {
    if (part !== '') parts.push({ text: part, isHit });
  };
  let at = from;
  add(from > 0 ? '… ' : '', false);
  while (at < to) {
    const next = words
      .flatMap((word) => hitAt(folded, word, at) ?? [])
      .filter((hit) => hit.at < to)
      .toSorted((a, b) => a.at - b.at || b.length - a.length)[0];
    if (next === undefined) break;
    add(text.slice(at, next.at), false);
    add(text.slice(next.at, next.at + next.length), true);
    at = next.at + next.length;
  }
  add(text.slice(at, Math.max(at, to)), false);
  add(to < text.length ? ' …' : '', false);
  return parts;
}

/** The first place from `from` on where a word begins with the one looked for. */
function hitAt(folded: string, word: string, from = 0): { at: number; length: number } | null {
  let best: { at: number; length: number } | null = null;
  for (const one of spellingsOf(word)) {
    let at = folded.indexOf(one, from);
    while (at > 0 && /[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) at = folded.indexOf(one, at + 1);
    if (at >= 0 && (best === null || at < best.at)) best = { at, length: one.length };
  }
  return best;
}
