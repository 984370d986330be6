import { type Incident, isEndedStatus } from '../model/incident.ts';
import { publishedAt } from '../model/published-at.ts';
import type { Entry, Paragraph } from './entry.ts';
import type { EntryWords } from './entry-words.ts';

/** Address of an incident's page. */
export type LinkOf = (incident: Incident) => string;

/**
 * At most two entries per incident: one when it begins, whose title, date and opening text never
 * change (chat bots post again what changes), and one when it ends or is taken back.
 */
export function incidentEntries(incident: Incident, words: EntryWords, linkOf: LinkOf): Entry[] {
  const opening = openingEntry(incident, words, linkOf(incident));
  const closing = closingEntry(incident, words, opening);
  return closing === null ? [opening] : [closing, opening];
}

function openingEntry(incident: Incident, words: EntryWords, link: string): Entry {
  const first = incident.updates[0];
  const at = publishedAt(incident);
  return {
    id: `urn:downstream:incident:${incident.id}`,
    title: entryTitle(incident, words),
    link,
    publishedAt: at,
    updatedAt: latest(at, incident.updatedAt),
    opening: [beginning(incident, words), first?.body ?? ''].filter(Boolean).join('\n\n'),
    paragraphs: [
      { text: beginning(incident, words) },
      ...posts(incident, words),
      ...affected(incident, words),
    ],
    categories: [words.providerName(incident.providerId), words.kind[incident.kind]],
  };
}

function closingEntry(incident: Incident, words: EntryWords, opening: Entry): Entry | null {
  const { withdrawnAt, resolvedAt } = incident;
  const endedAt = withdrawnAt ?? resolvedAt;
  if (endedAt === null) return null;
  const isWithdrawn = withdrawnAt !== null;
  const time = words.time(endedAt);
  const sentence = isWithdrawn ? words.withdrawnAt(time) : words.endedAt(time);
  const last = incident.updates.findLast((update) => isEndedStatus(update.status));
  return {
    ...opening,
    id: `${opening.id}:${endName(incident)}`,
    title: isWithdrawn ? words.withdrawn(opening.title) : words.ended(opening.title),
    publishedAt: latest(opening.publishedAt, endedAt),
    updatedAt: latest(opening.publishedAt, endedAt),
    opening: [sentence, last?.body ?? ''].filter(Boolean).join('\n\n'),
    paragraphs: [{ text: sentence }, ...opening.paragraphs],
  };
}

/** An incident that was reopened ends anew: each end is one of its own, else nobody is told of it. */
function endName({ updates }: Incident): string {
  const reopened = updates.filter((update, index) => {
    const before = updates[index - 1];
    return before !== undefined && isEndedStatus(before.status) && !isEndedStatus(update.status);
  });
  return reopened.length === 0 ? 'end' : `end-${reopened.length + 1}`;
}

/** @example 'AWS: Increased error rates' */
export function entryTitle(incident: Incident, words: EntryWords): string {
  const name = words.providerName(incident.providerId);
  const kind = incident.kind === 'incident' ? '' : `${words.kind[incident.kind]}: `;
  const isNamed = incident.title.toLowerCase().startsWith(name.toLowerCase());
  return `${isNamed ? '' : `${name}: `}${kind}${incident.title}`;
}

/** When it began, or is planned, as a sentence. */
export function beginning(incident: Incident, words: EntryWords): string {
  if (incident.scheduledFor === undefined) return words.began(words.time(incident.startedAt));
  const until = incident.scheduledUntil;
  return words.planned(
    words.time(incident.scheduledFor),
    until === undefined ? null : words.time(until),
  );
}

function posts(incident: Incident, words: EntryWords): Paragraph[] {
  return incident.updates.map((update) => ({
    lead: `${words.time(update.at)}, ${words.status[update.status]}`,
    text: update.body,
  }));
}

function affected(incident: Incident, words: EntryWords): Paragraph[] {
  const names = incident.components.map((component) => component.name);
  return names.length === 0 ? [] : [{ lead: words.affected, text: names.join(', ') }];
}

export function latest(a: string, b: string): string {
  return a > b ? a : b;
}
