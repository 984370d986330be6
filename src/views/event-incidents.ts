import type { Locale } from '../i18n/locale.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import type { Store } from '../store/store.ts';
import { eventTitle } from './event-list.ts';
import { livingName } from './event-name.ts';
import type { ExplainedWorld } from './explained-world.ts';
import { incidentTitle } from './incident-title.ts';
import { providerById } from './provider-links.ts';

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
  providers: readonly Provider[];
}

/** An event with its incidents, named in a reader's language; null where there is none. */
export async function eventIncidents(
  id: string,
  { knowledge, store, explained, providers }: EventSources,
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
  const archived = knowledge.event(story.id);
  if (first === undefined) return { id: story.id, title: story.id, incidents };
  const providerName = providerById(providers, story.providerId)?.name ?? story.providerId;
  const titled = { ...first, title: incidentTitle(first, knowledge, locale) };
  const title = eventTitle({ archived, name: livingName(titled, providerName) }, locale);
  return { id: story.id, title, incidents };
}
