/** Words looked at; more would only slow the search down. */
const MAX_WORDS = 10;
const MAX_WORD_LENGTH = 40;
/** One letter matches only itself: its beginnings would be half the dictionary. */
const MIN_PREFIX_LENGTH = 2;

/**
 * Full-text expression of what a visitor typed: every word, or its beginning, must occur. Only
 * letters and digits are taken over, each word quoted, so that no operator of FTS5 gets through.
 * @returns null where the text holds no word
 */
export function searchExpression(text: string, providers?: readonly string[]): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  // What is no letter to FTS5's older tables of Unicode leaves an empty phrase, which matches nothing.
  const terms = words.slice(0, MAX_WORDS).map((word) => {
    const spellings = spellingsOf(word.slice(0, MAX_WORD_LENGTH).toWellFormed());
    const phrases = spellings.map((term) =>
      term.length >= MIN_PREFIX_LENGTH ? `"${term}"*` : `"${term}"`,
    );
    return phrases.length === 1 ? phrases[0] : `(${phrases.join(' OR ')})`;
  });
  if (terms.length === 0) return null;
  const wanted = `{title updates components} : (${terms.join(' AND ')})`;
  if (providers === undefined) return wanted;
  return `(${wanted}) AND (tags : (${providers.map((id) => `"${providerTag(id)}"`).join(' OR ')}))`;
}

/**
 * The word, and how else it may stand in the index, which knows no umlauts but keeps ß: people type
 * `stoerung` for `Störung`, and `strasse` for `Straße`.
 */
function spellingsOf(word: string): string[] {
  return [
    ...new Set([
      word,
      word.replace(/([aou])e/gi, '$1'),
      word.replaceAll('ß', 'ss'),
      word.replaceAll('ss', 'ß'),
    ]),
  ];
}

/** One token for a provider, so that "this word at that provider" is decided within the index. */
export function providerTag(providerId: string): string {
  return `provider${Buffer.from(providerId, 'utf8').toString('hex')}`;
}
