import { z } from 'zod';

/** The languages every text of the knowledge exists in. */
export const TEXT_LOCALES = ['en', 'de'] as const;
export type TextLocale = (typeof TEXT_LOCALES)[number];

const line = z.string().trim().min(1, 'is empty: write the text');
// Swiss spelling has no ß; one slip would stand out on every page beside the others.
const german = line.refine((text) => !text.includes('ß'), 'uses ß: Swiss spelling writes ss');

/** A name or label in both languages; product names read the same in both. */
export const localizedName = z.strictObject({
  /** British English. @example 'Swiss federal administration' */
  en: line,
  /** German in Swiss spelling. @example 'Bundesverwaltung' */
  de: german,
});

/** A sentence or more in both languages. The two must differ: a copied English text is no translation. */
export const localizedText = localizedName.refine((text) => text.en !== text.de, {
  path: ['de'],
  message: 'repeats the English text: translate it',
});

/** Our own words in both languages; plain text, no markup. */
export type LocalizedText = z.output<typeof localizedName>;
