import { formatFor } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { messagesFor } from '../i18n/messages.ts';
import type { Incident } from '../model/incident.ts';
import { eventStateOf, eventTitle } from './event-list.ts';
import type { EventPage } from './event-page.ts';
import { headline, headlineSentence } from './headline.ts';
import { incidentLength, incidentSign, incidentState } from './incident-row.ts';
import type { OgCard } from './og-svg.ts';
import type { Board } from './provider-board.ts';
import { boardStatus } from './stack.ts';

/** The picture of an incident: what, whose, how it stands, since when. */
export function incidentCard(incident: Incident, providerName: string, locale: Locale): OgCard {
  const words = messagesFor(locale);
  const format = formatFor(locale);
  const state = incidentState(incident);
  const length = incidentLength(incident);
  return {
    kicker: `${providerName} / ${words.words.kind[incident.kind]}`,
    title: incident.title,
    status: state === 'ended' ? 'resolved' : incidentSign(incident),
    word: `${words.incident.state[state]}${state === 'open' ? ` ${words.words.incidentStatus[incident.status]}` : ''}`,
    detail: [
      words.feed.entry.began(format.full(incident.startedAt)),
      length === null ? '' : format.duration(length),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The picture of an event, of the archive or living: what broke, how many fell with it. */
export function eventCard(page: EventPage, locale: Locale): OgCard {
  const words = messagesFor(locale);
  const format = formatFor(locale);
  const { archived, upstream, endedAt } = page;
  const startedAt = archived?.startedAt ?? upstream.startedAt;
  const hit = page.counted.length;
  const length =
    endedAt === null ? '' : format.duration(Date.parse(endedAt) - Date.parse(startedAt));
  const isOpen = eventStateOf(page) === 'open';
  const state = isOpen ? words.event.open : format.day(startedAt);
  return {
    kicker: `${page.providerName} / ${format.day(startedAt)}`,
    title: eventTitle(page, locale),
    status: isOpen ? incidentSign(upstream) : endedAt === null ? 'unknown' : 'resolved',
    word: hit === 0 ? state : words.embed.fellWith(format.number(hit)),
    detail: [words.feed.entry.began(format.full(startedAt)), length].filter(Boolean).join(' '),
  };
}

/** The picture of the front page: its own sentence. */
export function homeCard(board: Board, locale: Locale): OgCard {
  const words = messagesFor(locale);
  const format = formatFor(locale);
  return {
    kicker: words.site.tagline,
    title: headlineSentence(headline(board), words.home, format.number, format.list),
    status: boardStatus(board),
    word: words.words.status[boardStatus(board)],
    detail: board.newestReadAt === null ? '' : words.embed.readAt(format.full(board.newestReadAt)),
  };
}
