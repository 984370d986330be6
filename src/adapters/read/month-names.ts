/** Month names and their abbreviations in the languages of the feeds we read, in lower case. */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jän', 'jänner', 'janvier', 'janv'],
  ['february', 'feb', 'februar', 'février', 'févr', 'fév'],
  ['march', 'mar', 'märz', 'mär', 'mrz', 'mars'],
  ['april', 'apr', 'avril', 'avr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni', 'juin'],
  ['july', 'jul', 'juli', 'juillet', 'juil'],
  ['august', 'aug', 'août'],
  ['september', 'sep', 'sept', 'septembre'],
  ['october', 'oct', 'oktober', 'okt', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'déc'],
];

const NUMBER = new Map(NAMES.flatMap((names, index) => names.map((name) => [name, index + 1])));

/** 1 to 12, or null where the word is no month. */
export function monthNumber(word: string): number | null {
  return NUMBER.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

/** A month name as part of a regular expression, longest first. */
export const MONTH_PATTERN = NAMES.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|');
