import type { Locale } from '../i18n/locale.ts';
import { archivedText } from '../knowledge/archived-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident, IncidentUpdate } from '../model/incident.ts';

/** Text of a post for a reader: the archive is told in both languages, feeds speak their own. */
export function postBody(
  incident: Pick<Incident, 'id' | 'origin'>,
  update: Pick<IncidentUpdate, 'id' | 'body'>,
  knowledge: Pick<Knowledge, 'event'>,
  locale: Locale,
): string {
  return archivedText(knowledge, incident, locale)?.bodies[update.id] ?? update.body;
}
