import { z } from 'zod';
import type { Impact } from '../model/incident.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import {
  INCIDENT_IO_IMPACT,
  INCIDENT_IO_STATUS,
  INCIDENT_IO_WIDGET,
  type IncidentIoWidgetEntry,
} from './incident-io-wire.ts';
import { joinIncidents } from './join-incidents.ts';
import { pageBase } from './page-base.ts';
import { bodyToText } from './read/body-to-text.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

const SIGNATURE = z.object({ page_title: z.string(), ongoing_incidents: z.array(z.unknown()) });
const LISTS = [
  ['ongoing_incidents', 'incident'],
  ['in_progress_maintenances', 'maintenance'],
  ['scheduled_maintenances', 'maintenance'],
] as const;

/** The widget form of incident.io: what is going on and what is planned, with the last post only. */
export const incidentIoWidget: Adapter = {
  format: 'incident-io-widget',
  documents: (url) => [`${pageBase(url)}/api/v1/summary`],
  recognises: (document) => SIGNATURE.safeParse(parseJsonLoosely(document)).success,
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, INCIDENT_IO_WIDGET, 'incident-io-widget'),
    );
    const incidents = readings.flatMap((reading) =>
      LISTS.flatMap(([list, kind]) =>
        reading[list].map((raw) => readEntry(raw, kind, words, context)),
      ),
    );
    return {
      coverage: 'active-only',
      status: null,
      components: [],
      incidents: joinIncidents(incidents),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function readEntry(
  raw: IncidentIoWidgetEntry,
  kind: 'incident' | 'maintenance',
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const status = words.read('incident.status', raw.status, INCIDENT_IO_STATUS);
  const at = readDate(raw.last_update_at);
  const body = bodyToText(raw.last_update_message ?? '');
  const startsAt = readDate(raw.starts_at);
  const endsAt = readDate(raw.ends_at);
  const impact = kind === 'maintenance' ? 'none' : impactOf(raw.current_worst_impact, words);
  return {
    upstreamId: raw.id,
    kind,
    title: cleanTitle(raw.name),
    status,
    impact,
    // An incident's start is not told here, and its first post need not be its last.
    startedAt: startsAt,
    resolvedAt: null,
    updatedAt: at,
    ...(kind === 'maintenance' && startsAt !== null && { scheduledFor: startsAt }),
    ...(kind === 'maintenance' && endsAt !== null && { scheduledUntil: endsAt }),
    updates: body === '' && at === null ? [] : [{ id: at ?? 'post', at, status, body }],
    components: raw.affected_components.map(({ id, name }) => ({
      ...(id != null && { id }),
      name: cleanTitle(name),
    })),
    regions: [],
    services: [],
    url: safeUrl(raw.url ?? '', context.statusPage) || context.statusPage,
    marks: kind === 'incident' && impact !== 'unknown' ? ['impact-derived'] : [],
  };
}

/** Not every entry states how bad it is: saying nothing is no word we do not know. */
function impactOf(word: unknown, words: WordReader): Impact {
  return word == null ? 'unknown' : words.read('current_worst_impact', word, INCIDENT_IO_IMPACT);
}
