import { de } from './de.ts';
import { en } from './en.ts';
import type { Locale } from './locale.ts';
import type { Translated } from './translated.ts';

/** Every word of the interface. English is the shape; a language that lacks a key does not compile. */
export type Messages = Translated<typeof en>;

const MESSAGES = { en, de } satisfies Record<Locale, Messages>;

export function messagesFor(locale: Locale): Messages {
  return MESSAGES[locale];
}
