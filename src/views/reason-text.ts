import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { FeedHealth } from '../model/feed-health.ts';
import type { Provider } from '../model/provider.ts';
import type { BoardReason } from './board-reason.ts';
import { incidentTitle } from './incident-title.ts';

const MAX_PARTS = 4;

/** Why a provider is not simply fine, as one sentence or two; the incident's own title where there is one. */
export function reasonText(
  reason: BoardReason,
  provider: Provider,
  words: Messages,
  format: Format,
  locale: Locale,
  knowledge: Pick<Knowledge, 'event'>,
): string {
  switch (reason.kind) {
    case 'incident':
      return titleAndOthers(
        incidentTitle(reason.incident, knowledge, locale),
        reason.others > 0 ? words.home.more(format.number(reason.others)) : null,
      );
    case 'parts':
      return words.home.partsAffected(reason.names.length, partNames(reason.names, words, format));
    case 'page-says':
      return words.home.pageSays;
    case 'no-feed':
      return provider.noFeedReason?.[locale] ?? words.provider.noFeed;
    case 'no-record':
      return words.history.noRecord;
    case 'not-read':
      return reason.error === null ? words.home.unreadNever : errorText(reason.error, words);
    case 'too-old':
      return reason.error === null ? words.sources.tooOld : errorText(reason.error, words);
    case 'unknown-word':
      return words.home.unknownWord(reason.word.slice(0, 60));
    case 'silent':
      return words.home.silent;
    case 'unclear':
      return words.home.unknownState;
    case 'fine':
      return '';
    default:
      return reason satisfies never;
  }
}

function titleAndOthers(title: string, others: string | null): string {
  return others === null ? title : `${title} (${others})`;
}

/** What went wrong with a feed, in words; with the HTTP status where that is the error. */
export function errorText(error: NonNullable<FeedHealth['error']>, words: Messages): string {
  const sentence = words.words.feedError[error.kind];
  return error.httpStatus === undefined
    ? sentence
    : `${sentence} ${words.home.httpStatus(String(error.httpStatus))}`;
}

function partNames(names: readonly string[], words: Messages, format: Format): string {
  if (names.length <= MAX_PARTS) return format.list(names);
  const shown = names.slice(0, MAX_PARTS - 1);
  return `${shown.join(', ')} ${words.home.more(format.number(names.length - shown.length))}`;
}
