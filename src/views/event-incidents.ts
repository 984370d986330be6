import type { Locale } from '../i18n/locale.ts';
import { storiesOf } from '../knowledge/archived-story.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident } from '../model/incident.ts';
import type { Store } from '../store/store.ts';

/** An event as feeds and embeds need it: its name and the incidents it consists of. */
export interface EventIncidents {
  id: string;
  title: string;
  incidents: Incident[];
}

/** An event of the archive with its incidents, in a reader's language; null where there is none. */
export async function eventIncidents(
  id: string,
  { knowledge, store }: { knowledge: Knowledge; store: Pick<Store, 'incident'> },
  locale: Locale,
): Promise<EventIncidents | null> {
  const event = knowledge.event(id);
  if (event === undefined) return null;
  const found = await Promise.all(
    storiesOf(event).map(({ incidentId }) => store.incident(incidentId)),
  );
  return {
    id: event.id,
    title: event.title[locale],
    incidents: found.filter((incident) => incident !== null),
  };
}
