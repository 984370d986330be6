import type { Locale } from '../i18n/locale.ts';
import { archivedText } from '../knowledge/archived-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident } from '../model/incident.ts';

/** Title of an incident for a reader: the archive is told in both languages, feeds speak their own. */
export function incidentTitle(
  incident: Pick<Incident, 'id' | 'origin' | 'title'>,
  knowledge: Pick<Knowledge, 'event'>,
  locale: Locale,
): string {
  return archivedText(knowledge, incident, locale)?.title ?? incident.title;
}
