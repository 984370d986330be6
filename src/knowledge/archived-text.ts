import type { Incident } from '../model/incident.ts';
import { incidentSlug } from '../model/incident-id.ts';
import { storiesOf } from './archived-story.ts';
import type { Knowledge } from './knowledge.ts';
import type { ArchivedEvent } from './schemas/event.ts';
import type { TextLocale } from './schemas/text.ts';

/** Texts of an archived incident in one language. */
export interface ArchivedText {
  /** The event the incident belongs to. */
  event: ArchivedEvent;
  title: string;
  /** Text of each post by the id of its update. @example { 'post-1': 'Erste öffentliche Meldung: …' } */
  bodies: Readonly<Record<string, string>>;
  /** Name of each part by its English one. @example { Console: 'Konsole' } */
  parts: Readonly<Record<string, string>>;
}

/**
 * The texts of an incident of the archive in a reader's language; undefined for any other incident.
 * The store keeps the English ones only.
 */
export function archivedText(
  knowledge: Pick<Knowledge, 'event'>,
  incident: Pick<Incident, 'id' | 'origin'>,
  locale: TextLocale,
): ArchivedText | undefined {
  if (incident.origin !== 'archive') return undefined;
  const event = knowledge.event(incidentSlug(incident.id));
  if (event === undefined) return undefined;
  const story = storiesOf(event).find((candidate) => candidate.incidentId === incident.id);
  if (story === undefined) return undefined;
  return {
    event,
    title: story.title[locale],
    bodies: Object.fromEntries(story.posts.map((post) => [post.id, post.text[locale]])),
    parts: Object.fromEntries(story.componentNames.map((name) => [name.en, name[locale]])),
  };
}
