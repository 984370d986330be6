import type { Locale } from '../i18n/locale.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident } from '../model/incident.ts';
import type { Store } from '../store/store.ts';
import type { ExplainedWorld } from './explained-world.ts';
import { incidentTitle } from './incident-title.ts';

/** An event as feeds and embeds need it: its name and the incidents it consists of. */
export interface EventIncidents {
  id: string;
  title: string;
  /** The one it began with, others of the same outage, and what is counted as fallen with it. */
  incidents: Incident[];
}

export interface EventSources {
  store: Pick<Store, 'incident'>;
  knowledge: Knowledge;
  explained: ExplainedWorld;
}

/** An event with its incidents, named in a reader's language; null where there is none. */
export async function eventIncidents(
  id: string,
  { knowledge, store, explained }: EventSources,
  locale: Locale,
): Promise<EventIncidents | null> {
  const story = (await explained.event(id))?.story;
  if (story === undefined) return null;
  const ids = [
    story.upstreamId,
    ...story.twinIds,
    ...story.members.map(({ incidentId }) => incidentId),
  ];
  const found = await Promise.all([...new Set(ids)].map((one) => store.incident(one)));
  const incidents = found.filter((incident) => incident !== null);
  const [first] = incidents;
  const archived = knowledge.event(story.id)?.title[locale];
  const named = first === undefined ? story.id : incidentTitle(first, knowledge, locale);
  return { id: story.id, title: archived ?? named, incidents };
}
