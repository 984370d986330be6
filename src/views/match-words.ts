/** Letters people write for an umlaut or sharp s, and what the folded text holds. */
const SPELLINGS = [
  [/ae|oe|ue/g, (pair: string) => pair.charAt(0)],
  [/ß/g, () => 'ss'],
] as const;

/**
 * Small letters without marks, of the same length as the text in NFC: «Zürich» becomes «zurich»,
 * and a place in the one is the same place in the other.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(/[^\p{ASCII}]/gu, (char) => {
      const folded = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return folded.length === char.length ? folded : char;
    });
}

/** The words of a text as they are compared. @example searchWords('Zürich us-east-1') // ['zurich', 'us', 'east', '1'] */
export function searchWords(text: string, limit = 10): string[] {
  return (foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, limit);
}

/** A text made ready to be asked many times. */
export function foldedText(parts: readonly string[]): string {
  return ` ${foldLetters(parts.join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

/**
 * True where the text holds the word or begins a word with it. One letter or figure matches only
 * itself. `stoerung` finds `Störung`.
 * @param text as foldedText makes it
 */
export function holdsWord(text: string, word: string): boolean {
  return spellingsOf(word).some((one) => text.includes(one.length < 2 ? ` ${one} ` : ` ${one}`));
}

/** Every way a folded word may stand in folded text. */
export function spellingsOf(word: string): string[] {
  const others = SPELLINGS.map(([pattern, letter]) => word.replace(pattern, letter));
  return [...new Set([word, ...others])];
}
