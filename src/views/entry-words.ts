import { formatFor } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { messagesFor } from '../i18n/messages.ts';
import type { Provider } from '../model/provider.ts';
import type { EntryWords } from '../syndication/entry-words.ts';

/** The words of a feed entry in one language. */
export function entryWords(locale: Locale, providers: readonly Provider[]): EntryWords {
  const { words, feed } = messagesFor(locale);
  const names = new Map(providers.map((provider) => [provider.id, provider.name]));
  return {
    providerName: (id) => names.get(id) ?? id,
    kind: words.kind,
    status: words.incidentStatus,
    impact: words.impact,
    time: formatFor(locale).full,
    ...feed.entry,
  };
}
