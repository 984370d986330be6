import type { Locale } from '../i18n/locale.ts';
import type { Dependency, EdgeEnd } from '../knowledge/schemas/dependency.ts';
import { type KnowledgeSource, publicSources } from '../knowledge/schemas/source.ts';
import { type FeedHealth, feedCondition } from '../model/feed-health.ts';
import { type Incident, isOpen } from '../model/incident.ts';
import type {
  ApiDependency,
  ApiEvent,
  ApiIncident,
  ApiProvider,
  ApiSource,
} from './api-schemas.ts';
import { incidentLink } from './feed-of-cut.ts';
import { safeLink } from './plain-text.ts';
import type { BoardRow } from './provider-board.ts';

/** An incident as the API tells it: nulls instead of absent keys, and where its page is. */
export function apiIncident(incident: Incident, siteUrl: string): ApiIncident {
  return {
    id: incident.id,
    providerId: incident.providerId,
    kind: incident.kind,
    title: incident.title,
    status: incident.status,
    impact: incident.impact,
    isOpen: isOpen(incident),
    startedAt: incident.startedAt,
    resolvedAt: incident.resolvedAt,
    updatedAt: incident.updatedAt,
    scheduledFor: incident.scheduledFor ?? null,
    scheduledUntil: incident.scheduledUntil ?? null,
    firstSeenAt: incident.firstSeenAt,
    lastSeenAt: incident.lastSeenAt,
    withdrawnAt: incident.withdrawnAt,
    updates: incident.updates.map(({ id, at, status, body }) => ({ id, at, status, body })),
    components: incident.components.map(({ id, name }) => ({ id: id ?? null, name })),
    regions: [...incident.regions],
    services: [...incident.services],
    officialUrl: safeLink(incident.url),
    url: incidentLink(incident, 'en', siteUrl),
    origin: incident.origin,
    marks: [...incident.marks],
  };
}

export function apiProvider(row: BoardRow, siteUrl: string): ApiProvider {
  const { provider } = row;
  return {
    id: provider.id,
    name: provider.name,
    aliases: [...(provider.aliases ?? [])],
    category: provider.category,
    country: provider.country,
    homepage: provider.homepage,
    statusPage: provider.statusPage,
    status: row.status,
    lastKnownStatus: row.lastKnown,
    readAt: row.readAt,
    isStale: row.isStale,
    openIncidents: row.incidents.map(({ id }) => id),
    url: `${siteUrl}/providers/${provider.id}`,
  };
}

export function apiSource(feed: FeedHealth, now: string): ApiSource {
  return {
    key: feed.key,
    providerId: feed.providerId,
    format: feed.format,
    feedUrl: feed.url,
    condition: feedCondition(feed, now),
    lastAttemptAt: feed.lastAttemptAt,
    lastGoodAt: feed.lastGoodAt,
    lastChangeAt: feed.lastChangeAt,
    failures: feed.failures,
    // The message is for the log of whoever runs the site: it may name hosts and addresses.
    error:
      feed.error === null
        ? null
        : { kind: feed.error.kind, httpStatus: feed.error.httpStatus ?? null },
    unknownWords: feed.unknownWords.map(({ field, word }) => ({ field, word })),
    provesNothingReported: feed.provesNothingReported,
  };
}

export function apiDependency(edge: Dependency, locale: Locale): ApiDependency {
  return {
    id: edge.id,
    dependent: apiEnd(edge.dependent),
    upstream: apiEnd(edge.upstream),
    strength: edge.strength,
    purpose: edge.purpose,
    criticality: edge.criticality,
    since: edge.since ?? null,
    until: edge.until ?? null,
    checkedAt: edge.checkedAt,
    note: edge.note?.[locale] ?? null,
    sources: apiSources(edge.sources),
  };
}

function apiEnd({ provider, service, region }: EdgeEnd): ApiDependency['dependent'] {
  return { provider, service: service ?? null, region: region ?? null };
}

/** Only sources that may be shown. */
export function apiSources(sources: readonly KnowledgeSource[]): ApiEvent['sources'] {
  return publicSources(sources).map(({ url, publisher, date }) => ({ url, publisher, date }));
}
