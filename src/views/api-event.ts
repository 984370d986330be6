import type { Locale } from '../i18n/locale.ts';
import { messagesFor } from '../i18n/messages.ts';
import { storiesOf } from '../knowledge/archived-story.ts';
import { shownConfidence } from '../knowledge/shown-confidence.ts';
import type { Impact, Incident } from '../model/incident.ts';
import { apiSources } from './api-objects.ts';
import type { ApiEvent } from './api-schemas.ts';
import { eventStateOf, eventTitle } from './event-list.ts';
import type { EventPage } from './event-page.ts';
import { safeLink } from './plain-text.ts';

const SEVERITIES = {
  critical: 'critical',
  major: 'major',
  minor: 'minor',
  none: null,
  unknown: null,
} as const satisfies Record<Impact, ApiEvent['severity']>;

/** An event as the API tells it: of the archive, or living, told from the feeds alone. */
export function apiEvent(page: EventPage, locale: Locale, siteUrl: string): ApiEvent {
  const { archived, story, upstream } = page;
  return {
    id: page.id,
    origin: archived === undefined ? 'feed' : 'archive',
    state: eventStateOf(page),
    title: eventTitle(page, locale),
    summary: archived?.summary[locale] ?? messagesFor(locale).event.living,
    providerId: story.providerId,
    category: archived?.category ?? null,
    severity: archived?.severity ?? SEVERITIES[upstream.impact],
    confidence: archived === undefined ? 'confirmed' : shownConfidence(archived),
    startedAt: archived?.startedAt ?? upstream.startedAt,
    endedAt: page.endedAt,
    regions: [...(archived?.regions ?? upstream.regions)],
    services: [...(archived?.services ?? upstream.services)],
    incidents: incidentsOf(page),
    affected: page.links.map((link) => ({
      name: link.name,
      providerId: link.providerId,
      incidentId: link.incident?.id ?? null,
      grade: link.grade,
      effect: link.what,
      reportedBy: link.reportedBy,
      startedAt: link.startedAt,
      endedAt: link.endedAt,
    })),
    sources: archived === undefined ? livingSources(page) : apiSources(archived.sources),
    url: `${siteUrl}/events/${page.id}`,
  };
}

/** The one it began with, others of the same outage, and what counts as fallen with it. */
function incidentsOf({ archived, story }: EventPage): string[] {
  const told = archived === undefined ? [] : storiesOf(archived).map((one) => one.incidentId);
  const members = story.members.map(({ incidentId }) => incidentId);
  return [...new Set([story.upstreamId, ...story.twinIds, ...told, ...members])];
}

/** A living event rests on what its incidents say on their own pages, and on the edges between them. */
function livingSources({ upstream, providerName, counted }: EventPage): ApiEvent['sources'] {
  const page = (incident: Incident | null, publisher: string) => {
    const url = incident === null ? null : safeLink(incident.url);
    const date = incident?.startedAt.slice(0, 10) ?? null;
    return url === null ? [] : [{ url, publisher, date }];
  };
  const all = [
    ...page(upstream, providerName),
    ...counted.flatMap(({ incident, name }) => page(incident, name)),
    ...apiSources(counted.flatMap(({ sources }) => sources)),
  ];
  return [...new Map(all.map((one) => [one.url, one])).values()];
}
