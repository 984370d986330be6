import { z } from 'zod';
import {
  type Impact,
  type IncidentKind,
  type IncidentStatus,
  isEndedStatus,
} from '../model/incident.ts';
import type { ProviderStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import { createIdMaker, earliest, endOfUpdates, latest, sortPosts } from './incident-course.ts';
import { joinIncidents } from './join-incidents.ts';
import { pageBase } from './page-base.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusForKind, statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

/** https://docs.slack.dev/reference/slack-status-api */
const INCIDENT = z.object({
  id: idText,
  title: z.string(),
  type: anything,
  status: anything,
  url: optionalText,
  date_created: anything,
  date_updated: anything,
  services: listOf(z.string()),
  notes: listOf(z.object({ date_created: anything, body: optionalText })),
});
const CURRENT = z.object({ status: z.string(), active_incidents: z.array(INCIDENT) });
const DOCUMENT = z.union([CURRENT, z.array(INCIDENT)]);
type SlackIncident = z.infer<typeof INCIDENT>;
type SlackCurrent = z.infer<typeof CURRENT>;

const ENTRY_SIGNATURE = z.object({
  title: z.string(),
  type: z.string(),
  notes: z.array(z.unknown()),
  services: z.array(z.unknown()),
});
const SIGNATURE = z.union([
  z.object({ status: z.string(), active_incidents: z.array(z.unknown()) }),
  z.array(ENTRY_SIGNATURE).min(1),
]);

/** `status` of the current state. `active` says that something is, not what: never green. */
export const SLACK_STATUS = {
  ok: 'operational',
  active: 'degraded_performance',
} as const satisfies Record<string, ProviderStatus>;

export const SLACK_KIND = {
  incident: 'incident',
  outage: 'incident',
  notice: 'notice',
  maintenance: 'maintenance',
} as const satisfies Record<string, IncidentKind>;

/** No impact is stated; the type tells it. */
export const SLACK_IMPACT = {
  incident: 'minor',
  outage: 'critical',
  notice: 'none',
  maintenance: 'none',
} as const satisfies Record<string, Impact>;

/** `status` of an incident; `active` is refined by its newest note. */
export const SLACK_INCIDENT_STATUS = {
  active: 'investigating',
  resolved: 'resolved',
  scheduled: 'scheduled',
  completed: 'completed',
  cancelled: 'completed',
} as const satisfies Record<string, IncidentStatus>;

/** Slack's own status API, what is going on and what was. */
export const slack: Adapter = {
  format: 'slack',
  documents(url) {
    const api = `${pageBase(url)}/api/v2.0.0`;
    return [`${api}/current`, `${api}/history`];
  },
  recognises: (document) => SIGNATURE.safeParse(parseJsonLoosely(document)).success,
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, DOCUMENT, 'slack'),
    );
    const current = readings.find((reading): reading is SlackCurrent => !Array.isArray(reading));
    const entries = readings.flatMap((reading) =>
      Array.isArray(reading) ? reading : reading.active_incidents,
    );
    return {
      coverage: readings.some((reading) => Array.isArray(reading) && reading.length > 0)
        ? 'window'
        : 'active-only',
      status: current === undefined ? null : statusOf(current, words),
      components: [],
      incidents: joinIncidents(entries.map((raw) => readIncident(raw, words, context))),
      provesNothingReported: current !== undefined,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function statusOf(current: SlackCurrent, words: WordReader): ProviderStatus {
  const status = words.read('status', current.status, SLACK_STATUS);
  const isOutage = current.active_incidents.some(({ type }) => type === 'outage');
  if (status === 'degraded_performance' && isOutage) return 'major_outage';
  // "ok" beside an active incident would be a slip of theirs; it must not become one of ours.
  const hasActive = current.active_incidents.some((raw) => raw.status === 'active');
  return status === 'operational' && hasActive ? 'degraded_performance' : status;
}

function readIncident(
  raw: SlackIncident,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const type = words.read('incident.type', raw.type, SLACK_KIND);
  const kind = type === 'unknown' ? 'incident' : type;
  const impact = words.read('incident.type', raw.type, SLACK_IMPACT);
  const stated = words.read('incident.status', raw.status, SLACK_INCIDENT_STATUS);
  const updates = readNotes(raw, kind, stated);
  const created = readDate(raw.date_created);
  const updated = readDate(raw.date_updated);
  const status = refine(statusForKind(stated, kind), raw.status === 'active', updates);
  const isEnded = isEndedStatus(status);
  return {
    upstreamId: raw.id,
    kind,
    title: cleanTitle(raw.title),
    status,
    impact,
    startedAt: earliest(created, updates[0]?.at),
    resolvedAt: isEnded ? (endOfUpdates(updates) ?? updated) : null,
    updatedAt: latest(updated, updates.at(-1)?.at),
    updates,
    components: [...new Set(raw.services.map((name) => cleanTitle(name)))]
      .filter((name) => name !== '')
      .map((name) => ({ name })),
    regions: [],
    services: [],
    url: safeUrl(raw.url ?? '', context.statusPage) || context.statusPage,
    marks: impact === 'unknown' || kind !== 'incident' ? [] : ['impact-derived'],
  };
}

/** Notes stand newest first or oldest first, depending on the year. */
function readNotes(raw: SlackIncident, kind: IncidentKind, stated: string): SnapshotUpdate[] {
  const makeId = createIdMaker();
  const notes = sortPosts(
    raw.notes.map(({ date_created, body }) => ({
      at: readDate(date_created),
      body: bodyToText(body ?? ''),
    })),
  );
  const updates = notes.map(({ at, body }) => ({
    id: makeId(at ?? 'note'),
    at,
    status: statusOfNote(body, kind),
    body,
  }));
  // Not every last word says so; the state of the incident does.
  const last = updates.at(-1);
  const isOver = stated === 'resolved' || stated === 'completed';
  if (isOver && last !== undefined && endOfUpdates(updates) === null) {
    last.status = kind === 'maintenance' ? 'completed' : 'resolved';
  }
  return updates;
}

function statusOfNote(body: string, kind: IncidentKind): IncidentStatus {
  const told = statusFromText(body);
  if (told === null || told === 'scheduled') {
    return kind === 'maintenance' ? (told ?? 'in_progress') : 'investigating';
  }
  return statusForKind(told, kind);
}

/** An active incident is as far as its newest note says, but not over before Slack says so. */
function refine(
  status: IncidentStatus,
  isActive: boolean,
  updates: readonly SnapshotUpdate[],
): IncidentStatus {
  const last = updates.at(-1)?.status;
  if (!isActive || last === undefined) return status;
  if (!isEndedStatus(last)) return last;
  return last === 'completed' ? 'verifying' : 'monitoring';
}
