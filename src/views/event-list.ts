import type { EventState } from '../explain/event-story.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Messages } from '../i18n/messages.ts';
import { type EventPage, type EventSources, eventPage } from './event-page.ts';

/** "AWS us-east-1, and 38 who stood on it"; the subject with its story where nobody fell with it. */
export function eventHeadline(
  page: Pick<EventPage, 'name' | 'counted'>,
  isOpen: boolean,
  words: Messages,
  format: Format,
): string {
  const { length } = page.counted;
  if (length > 0) {
    return words.event.headline(page.name.subject, length, format.number(length), isOpen);
  }
  return page.name.story === '' ? page.name.subject : `${page.name.subject}: ${page.name.story}`;
}

/** The archive's title; a living event is named after what broke and what its provider calls it. */
export function eventTitle(
  { archived, name }: Pick<EventPage, 'archived' | 'name'>,
  locale: Locale,
) {
  return archived?.title[locale] ?? `${name.subject}: ${name.story}`;
}

/** The archive holds the past: what a source left open there is not open now. */
export function eventStateOf({
  archived,
  story,
}: Pick<EventPage, 'archived' | 'story'>): EventState {
  return archived === undefined ? story.state : 'closed';
}

/** One event in a list. */
export interface EventRow {
  page: EventPage;
  isOpen: boolean;
}

/** Open events first, then the closed ones of the feeds and the archive, newest start first. */
export function eventRows(
  sources: EventSources,
  locale: Locale,
): { open: EventRow[]; past: EventRow[] } {
  const rows = sources.within.events.flatMap((story): EventRow[] => {
    const page = eventPage(story, sources, locale);
    return page === null ? [] : [{ page, isOpen: eventStateOf(page) === 'open' }];
  });
  return { open: rows.filter(({ isOpen }) => isOpen), past: rows.filter(({ isOpen }) => !isOpen) };
}
