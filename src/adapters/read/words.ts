import type { UnknownWord } from '../adapter.ts';

/** Reads the words of a source through mapping tables and remembers those it does not know. */
export interface WordReader {
  /**
   * The mapped word: looked up trimmed and in lower case, then as is. A word without a row is
   * `unknown` and recorded once; null and undefined are recorded as `(missing)`.
   */
  read<T extends string>(
    field: string,
    raw: unknown,
    table: Readonly<Record<string, T>>,
  ): T | 'unknown';
  readonly unknownWords: UnknownWord[];
}

const MAX_WORD_LENGTH = 100;
const MAX_WORDS = 100;

/** A fresh reader for one document or snapshot. */
export function createWordReader(): WordReader {
  const unknownWords: UnknownWord[] = [];
  return {
    unknownWords,
    read(field, raw, table) {
      const isMissing = raw === null || raw === undefined;
      // JSON may hold an object here, even one whose `toString` is not a function.
      const word = isMissing
        ? '(missing)'
        : typeof raw === 'object'
          ? '(object)'
          : String(raw).trim();
      const known = isMissing ? undefined : (own(table, word.toLowerCase()) ?? own(table, word));
      if (known !== undefined) return known;
      const noted = word
        .replace(/[\0-\x1f\x7f]/g, ' ')
        .slice(0, MAX_WORD_LENGTH)
        .toWellFormed();
      const isNew = !unknownWords.some((seen) => seen.field === field && seen.word === noted);
      if (isNew && unknownWords.length < MAX_WORDS) unknownWords.push({ field, word: noted });
      return 'unknown';
    },
  };
}

/** Own rows only: a feed must not reach `constructor` and its kin. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
