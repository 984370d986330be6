import type { EventStory } from '../explain/event-story.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import type { Incident } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import { type Cascade, cascadeOf, livingCascade } from './cascade.ts';
import { type EventTimeline, eventTimeline } from './event-lanes.ts';
import { type EventLateness, eventLateness, spokeBefore } from './event-lateness.ts';
import { countedLinks, type EventLink, eventLinks } from './event-link.ts';
import { archivedName, type EventName, livingName } from './event-name.ts';
import type { ExplainedIncidents } from './explained-world.ts';
import { incidentPath } from './incident-row.ts';
import { incidentTitle } from './incident-title.ts';
import { providerById } from './provider-links.ts';

/** Everything the page of an event shows. */
export interface EventPage {
  id: string;
  story: EventStory;
  name: EventName;
  providerName: string;
  archived: ArchivedEvent | undefined;
  upstream: Incident;
  links: EventLink[];
  /** Confirmed and likely. */
  counted: EventLink[];
  possible: EventLink[];
  cascade: Cascade;
  timeline: EventTimeline;
  lateness: EventLateness[];
  /** Those whose own post came before the provider's first. */
  spokeBefore: EventLink[];
  /** End as a source states it; null where it goes on or none does. */
  endedAt: string | null;
}

export interface EventSources {
  knowledge: Knowledge;
  providers: readonly Provider[];
  within: ExplainedIncidents;
  now: string;
}

/** Tells an event, of the archive or living, in a reader's language; null where its incident is gone. */
export function eventPage(
  story: EventStory,
  sources: EventSources,
  locale: Locale,
): EventPage | null {
  const { knowledge, providers, within, now } = sources;
  const upstream = within.incident(story.upstreamId);
  if (upstream === undefined) return null;
  const archived = knowledge.event(story.id);
  const provider = providerById(providers, story.providerId);
  const providerName = provider?.name ?? story.providerId;
  const titled = { ...upstream, title: incidentTitle(upstream, knowledge, locale) };
  const name =
    archived === undefined ? livingName(titled, providerName) : archivedName(archived, locale);
  const links = eventLinks(story, archived, {
    locale,
    dependencies: knowledge.dependencies,
    incident: (id) => within.incident(id),
    nameOf: (id) => providerById(providers, id)?.name ?? id,
    titleOf: (incident) => incidentTitle(incident, knowledge, locale),
    subject: name.subject,
  });
  const cascade =
    archived === undefined
      ? livingCascade(links)
      : cascadeOf(archived, links, {
          locale,
          subject: archivedName(archived, 'en').subject,
          providerName,
          otherNames: providers.filter(({ id }) => id !== archived.provider).map((one) => one.name),
          places: knowledge.places,
        });
  return {
    id: story.id,
    story,
    name,
    providerName,
    archived,
    upstream,
    links,
    counted: countedLinks(links),
    possible: links.filter(({ grade }) => grade === 'possible'),
    cascade,
    timeline: eventTimeline({
      name: name.subject,
      upstream,
      twins: story.twinIds.flatMap((id) => within.incident(id) ?? []),
      archived,
      links,
      locale,
      now,
      hrefOf: incidentPath,
    }),
    lateness: eventLateness(name.subject, upstream, links),
    spokeBefore: spokeBefore(upstream, countedLinks(links)),
    endedAt:
      archived === undefined
        ? story.state === 'open'
          ? null
          : upstream.resolvedAt
        : archived.endedAt,
  };
}
