import type { Locale } from '../i18n/locale.ts';
import { archivedText } from '../knowledge/archived-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident } from '../model/incident.ts';

/** The incident in a reader's language: the archive is told in both, feeds speak their own. */
export function localIncident(
  incident: Incident,
  knowledge: Pick<Knowledge, 'event'>,
  locale: Locale,
): Incident {
  const archived = archivedText(knowledge, incident, locale);
  if (archived === undefined) return incident;
  return {
    ...incident,
    title: archived.title,
    updates: incident.updates.map((update) => ({
      ...update,
      body: archived.bodies[update.id] ?? update.body,
    })),
  };
}
