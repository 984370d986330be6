import type { Incident } from '../model/incident.ts';
import { publishedAt } from '../model/published-at.ts';
import type { Entry } from './entry.ts';
import { withoutControls } from './entry-html.ts';
import type { EntryWords } from './entry-words.ts';
import { entryTitle, type LinkOf } from './incident-entries.ts';

/** One entry per post, newest first; each keeps its own id and date for good. */
export function updateEntries(incident: Incident, words: EntryWords, linkOf: LinkOf): Entry[] {
  const title = entryTitle(incident, words);
  const firstAt = publishedAt(incident);
  const entries = incident.updates.map((update, index): Entry => {
    // The first post appears when the incident does, however far back its source dates it.
    const at = index === 0 && firstAt > update.at ? firstAt : update.at;
    // A post without words tells its state all the same.
    const text = withoutControls(update.body).trim() || words.status[update.status];
    return {
      id: `urn:downstream:update:${incident.id}:${encodeURIComponent(update.id)}`,
      title: `${title} (${words.status[update.status]})`,
      link: `${linkOf(incident)}#${encodeURIComponent(update.id)}`,
      publishedAt: at,
      updatedAt: at,
      opening: text,
      paragraphs: [{ text }],
      categories: [words.providerName(incident.providerId), words.kind[incident.kind]],
    };
  });
  // A withdrawal comes with a post of ours that says so; where it does not, it is told here.
  if (incident.withdrawnAt !== null && !incident.updates.some(({ id }) => id === 'withdrawn')) {
    const sentence = words.withdrawnAt(words.time(incident.withdrawnAt));
    entries.push({
      id: `urn:downstream:update:${incident.id}:withdrawn`,
      title: words.withdrawn(title),
      link: linkOf(incident),
      publishedAt: incident.withdrawnAt,
      updatedAt: incident.withdrawnAt,
      opening: sentence,
      paragraphs: [{ text: sentence }],
      categories: [words.providerName(incident.providerId), words.kind[incident.kind]],
    });
  }
  return entries.reverse();
}
