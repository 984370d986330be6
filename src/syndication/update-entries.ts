import { type Incident, isEndedStatus } from '../model/incident.ts';
import { publishedAt } from '../model/published-at.ts';
import type { Entry } from './entry.ts';
import { withoutControls } from './entry-html.ts';
import type { EntryWords } from './entry-words.ts';
import { beginning, entryTitle, type LinkOf, latest } from './incident-entries.ts';

/**
 * One entry per post, newest first; each keeps its own id and date for good. What no post tells,
 * that it began, ended or was taken back, has an entry of its own.
 */
export function updateEntries(incident: Incident, words: EntryWords, linkOf: LinkOf): Entry[] {
  const title = entryTitle(incident, words);
  const firstAt = publishedAt(incident);
  const told = (name: string, heading: string, at: string, text: string): Entry => ({
    id: `urn:downstream:update:${incident.id}:${name}`,
    title: heading,
    link: linkOf(incident),
    publishedAt: at,
    updatedAt: at,
    opening: text,
    paragraphs: [{ text }],
    categories: [words.providerName(incident.providerId), words.kind[incident.kind]],
  });
  const entries = incident.updates.map((update, index): Entry => {
    // The first post appears when the incident does, however far back its source dates it.
    const at = index === 0 ? latest(firstAt, update.at) : update.at;
    // A post without words tells its state all the same.
    const text = withoutControls(update.body).trim() || words.status[update.status];
    const name = encodeURIComponent(update.id);
    return {
      ...told(name, `${title} (${words.status[update.status]})`, at, text),
      link: `${linkOf(incident)}#${name}`,
    };
  });
  if (entries.length === 0) entries.push(told('begin', title, firstAt, beginning(incident, words)));
  const { withdrawnAt, resolvedAt, updates } = incident;
  // A withdrawal comes with a post of ours that says so; where it does not, it is told here.
  if (withdrawnAt !== null && !updates.some(({ id }) => id === 'withdrawn')) {
    const sentence = words.withdrawnAt(words.time(withdrawnAt));
    entries.push(told('withdrawn', words.withdrawn(title), withdrawnAt, sentence));
  }
  if (withdrawnAt === null && resolvedAt !== null && !updates.some(endsIt)) {
    const sentence = words.endedAt(words.time(resolvedAt));
    entries.push(told('end', words.ended(title), latest(firstAt, resolvedAt), sentence));
  }
  return entries.reverse();
}

function endsIt({ status }: Incident['updates'][number]): boolean {
  return isEndedStatus(status);
}
