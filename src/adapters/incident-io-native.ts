import { worstImpact } from '../model/impact.ts';
import { isEndedStatus } from '../model/incident.ts';
import type { AdapterContext, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import { createIdMaker, earliest, endOfUpdates, latest, sortPosts } from './incident-course.ts';
import {
  INCIDENT_IO_COMPONENT_STATUS,
  INCIDENT_IO_IMPACT,
  INCIDENT_IO_STATUS,
  type IncidentIoDocument,
  type IncidentIoImpact,
  type IncidentIoIncident,
  type IncidentIoSummary,
} from './incident-io-wire.ts';
import { unionOfComponents } from './join-incidents.ts';
import { cleanText, cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import type { WordReader } from './read/words.ts';

interface NativePage {
  words: WordReader;
  context: AdapterContext;
  /** Names of components by id, from whichever document lists them. */
  names: ReadonlyMap<string, string>;
}

/** Everything the given documents of `/proxy/<host>` tell; the same incident may occur twice. */
export function readNativeIncidents(
  documents: readonly IncidentIoDocument[],
  page: NativePage,
): SnapshotIncident[] {
  return documents.flatMap(({ summary, incidents, component_impacts, incident_links }) => [
    ...[
      ...(summary?.ongoing_incidents ?? []),
      ...(summary?.scheduled_maintenances ?? []),
      ...(incidents ?? []),
    ].map((raw) => readIncident(raw, page)),
    ...(incident_links ?? []).map((link) => ({
      ...readIncident(
        {
          ...link,
          type: null,
          affected_components: [],
          component_impacts: (component_impacts ?? []).filter(
            ({ status_page_incident_id }) => status_page_incident_id === link.id,
          ),
          status_summaries: [],
          updates: [],
        },
        page,
      ),
      url: safeUrl(link.permalink ?? '', page.context.statusPage),
    })),
  ]);
}

/** Components in the order of the page; what is not affected works, and is left out where hidden. */
export function readNativeComponents(
  summary: IncidentIoSummary,
  words: WordReader,
): SnapshotComponent[] {
  const affected = new Map(
    summary.affected_components.map(({ component_id, status, current_status }) => [
      component_id,
      words.read('component.status', current_status ?? status, INCIDENT_IO_COMPONENT_STATUS),
    ]),
  );
  return (summary.structure?.items ?? []).flatMap(({ component, group }) => {
    const leaves = component ? [component] : (group?.components ?? []);
    return leaves
      .filter(({ component_id, hidden }) =>
        hidden || group?.hidden ? affected.has(component_id) : true,
      )
      .map(({ component_id, name }) => ({
        id: component_id,
        name: cleanTitle(name),
        status: affected.get(component_id) ?? ('operational' as const),
        ...(group && { group: cleanTitle(group.name) }),
      }));
  });
}

function readIncident(raw: IncidentIoIncident, page: NativePage): SnapshotIncident {
  const { words, context } = page;
  const makeId = createIdMaker();
  const updates = sortPosts(
    raw.updates.map(({ id, to_status, message_string, published_at }) => {
      const at = readDate(published_at);
      return {
        id: makeId(id ?? at ?? 'post'),
        at,
        status: words.read('update.to_status', to_status, INCIDENT_IO_STATUS),
        body: cleanText(message_string ?? ''),
      };
    }),
  );
  const status = words.read('incident.status', raw.status, INCIDENT_IO_STATUS);
  const isMaintenance =
    raw.type === 'maintenance' || ['scheduled', 'in_progress', 'completed'].includes(status);
  const span = spanOf(raw.component_impacts);
  const published = earliest(readDate(raw.published_at), ...updates.map(({ at }) => at));
  const { impact, isDerived } = impactOf(raw, words, isMaintenance);
  return {
    upstreamId: raw.id,
    kind: isMaintenance ? 'maintenance' : 'incident',
    title: cleanTitle(raw.name),
    status,
    impact,
    startedAt: isMaintenance ? (span.start ?? published) : earliest(published, span.start),
    // Impacts can stay without an end for years; only the state says whether it is over.
    resolvedAt: isEndedStatus(status) ? (endOfUpdates(updates) ?? span.end) : null,
    updatedAt: updates.at(-1)?.at ?? readDate(raw.published_at),
    ...(isMaintenance && span.start !== null && { scheduledFor: span.start }),
    ...(isMaintenance && span.end !== null && { scheduledUntil: span.end }),
    updates,
    components: unionOfComponents(
      [...raw.affected_components, ...raw.component_impacts].flatMap(({ component_id }) => {
        const name = page.names.get(component_id);
        return name === undefined ? [] : [{ id: component_id, name: cleanTitle(name) }];
      }),
    ),
    regions: [],
    services: [],
    url: safeUrl(
      `${context.statusPage.replace(/\/+$/, '')}/incidents/${encodeURIComponent(raw.id)}`,
      context.statusPage,
    ),
    marks: isDerived ? ['impact-derived'] : [],
  };
}

/** From the first impact's start to the last one's end; no end while one of them has none. */
function spanOf(impacts: readonly IncidentIoImpact[]) {
  const ends = impacts.map(({ end_at }) => readDate(end_at));
  return {
    start: earliest(...impacts.map(({ start_at }) => readDate(start_at))),
    end: ends.includes(null) ? null : latest(...ends),
  };
}

function impactOf(raw: IncidentIoIncident, words: WordReader, isMaintenance: boolean) {
  if (isMaintenance) return { impact: 'none' as const, isDerived: false };
  const states = [
    ...raw.component_impacts.map(({ status }) => status),
    ...raw.affected_components.map(({ status }) => status),
    ...raw.status_summaries.map(({ worst_component_status }) => worst_component_status),
  ].filter((state) => state != null);
  const impact = worstImpact(
    states.map((state) => words.read('component_impact.status', state, INCIDENT_IO_IMPACT)),
  );
  return { impact, isDerived: impact !== 'unknown' };
}
