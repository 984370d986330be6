import type { Locale } from '../i18n/locale.ts';
import { archivedText } from '../knowledge/archived-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type KnowledgeSource, publicSources } from '../knowledge/schemas/source.ts';
import type { Incident } from '../model/incident.ts';

export interface ArchivedIncidentView {
  title: string;
  /** Texts of the posts by their id. */
  bodies: Readonly<Record<string, string>>;
  /** Names of the parts by their English ones. */
  parts: Readonly<Record<string, string>>;
  /** What a page may show as checked. */
  sources: KnowledgeSource[];
}

/** Our own texts for an incident of the archive, in one language; null for what feeds told. */
export function archivedIncident(
  knowledge: Knowledge,
  incident: Incident,
  locale: Locale,
): ArchivedIncidentView | null {
  const archived = archivedText(knowledge, incident, locale);
  if (!archived) return null;
  const { title, bodies, parts, event } = archived;
  return { title, bodies, parts, sources: publicSources(event.sources) };
}
