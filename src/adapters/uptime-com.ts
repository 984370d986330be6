import { z } from 'zod';
import type { IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { joinIncidents } from './join-incidents.ts';
import { oldestFirst } from './oldest-first.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, markdownToText } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { statusOfPlan } from './status-of-plan.ts';
import { tolerateBroken } from './tolerate-broken.ts';

const FORMAT = 'uptime-com';

const COMPONENT = z.object({
  id: idText,
  name: z.string(),
  status: anything,
  subcomponents: listOf(z.unknown()),
});
const INCIDENT = z.object({
  id: idText,
  name: optionalText,
  incident_type: anything,
  starts_at: anything,
  ends_at: anything,
  latest_update_incident_state: anything,
  affected_components: listOf(z.object({ id: idText, name: z.string(), status: anything })),
  updates: listOf(
    z.object({
      id: idText,
      updated_at: anything,
      description: optionalText,
      incident_state: anything,
    }),
  ),
});
type Incident = z.infer<typeof INCIDENT>;
const PAGE = z.object({
  data: z.object({
    global_is_operational: anything,
    components: listOf(z.unknown()),
    active_incidents: z.array(INCIDENT).nullish(),
    past_incidents: listOf(INCIDENT),
    upcoming_maintenance: listOf(INCIDENT),
  }),
});

export const UPTIME_COM_COMPONENT = {
  operational: 'operational',
  'degraded-performance': 'degraded_performance',
  'partial-outage': 'partial_outage',
  'major-outage': 'major_outage',
  'under-maintenance': 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

export const UPTIME_COM_STATE = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  maintenance: 'scheduled',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const data = (json: unknown) => objectAt(json, 'data');
const isHistory = (json: unknown) => Array.isArray(data(json)?.past_incidents);
const isStatus = (json: unknown) => data(json)?.global_is_operational !== undefined;
const isEither = (json: unknown) => isHistory(json) || isStatus(json);

/** Uptime.com: `history` (incidents) and `ajax` (components), in one `{error, fields, data}` envelope. */
export const uptimeCom: Adapter = {
  format: FORMAT,
  documents(url) {
    const page = url.replace(/(\/(history|ajax))?\/*$/, '');
    return [`${page}/history`, `${page}/ajax`];
  },
  recognises: (document) => isEither(parseJsonLoosely(document)),
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const known = documents.filter((document) => isEither(parseJsonLoosely(document)));
    const pages = (known.length > 0 ? known : [pickOrFirst(documents, isEither)]).map((document) =>
      readJson(document, PAGE, FORMAT),
    );
    const hasHistory = known.some((document) => isHistory(parseJsonLoosely(document)));
    // A page without the list of what is open tells nothing of incidents.
    const hasOpen = pages.some((page) => page.data.active_incidents != null);
    const flag = pages
      .map((page) => page.data.global_is_operational)
      .find((value) => value !== undefined);
    return {
      coverage: hasHistory || !hasOpen ? 'window' : 'active-only',
      status: flag === true ? 'operational' : flag === false ? 'degraded_performance' : null,
      components: pages.flatMap((page) =>
        page.data.components.flatMap((component) => leavesOf(component, undefined, words)),
      ),
      incidents: joinIncidents(
        pages.flatMap((page) =>
          [
            ...page.data.past_incidents,
            ...(page.data.active_incidents ?? []),
            ...page.data.upcoming_maintenance,
          ].map((raw) => readIncident(raw, words, context)),
        ),
      ),
      provesNothingReported: hasOpen,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  }),
};

function leavesOf(raw: unknown, group: string | undefined, words: WordReader): SnapshotComponent[] {
  const component = COMPONENT.safeParse(raw).data;
  if (component === undefined) return [];
  const name = cleanTitle(component.name);
  if (component.subcomponents.length > 0)
    return component.subcomponents.flatMap((child) => leavesOf(child, name, words));
  return [
    {
      id: component.id,
      name,
      status: words.read('component.status', component.status, UPTIME_COM_COMPONENT),
      ...(group !== undefined && { group }),
    },
  ];
}

/** A maintenance stands among the active incidents before it begins, and its posts may be dated ahead. */
function readIncident(raw: Incident, words: WordReader, context: AdapterContext): SnapshotIncident {
  const isMaintenance = raw.incident_type === 'SCHEDULED_MAINTENANCE';
  const start = readDate(raw.starts_at);
  const end = readDate(raw.ends_at);
  const posts = raw.updates.map((post) => {
    const at = readDate(post.updated_at);
    return {
      id: post.id,
      at: at !== null && at > context.fetchedAt ? null : at,
      status: words.read('update.incident_state', post.incident_state, UPTIME_COM_STATE),
      body: markdownToText(post.description ?? ''),
    };
  });
  const updates = sortPosts(oldestFirst(posts));
  const state = raw.latest_update_incident_state;
  const stated =
    state === null || state === undefined
      ? (updates.at(-1)?.status ?? 'unknown')
      : words.read('incident.latest_update_incident_state', state, UPTIME_COM_STATE);
  const isPast = end !== null && end <= context.fetchedAt;
  return finishIncident({
    upstreamId: raw.id,
    kind: isMaintenance ? 'maintenance' : 'incident',
    title: raw.name,
    status: isMaintenance
      ? statusOfPlan(stated, start, end, context.fetchedAt)
      : isPast
        ? 'resolved'
        : stated,
    impact: null,
    statuses: raw.affected_components.map(({ status }) =>
      words.read('affected_component.status', status, UPTIME_COM_COMPONENT),
    ),
    startedAt: start,
    resolvedAt: end,
    scheduledFor: start,
    scheduledUntil: end,
    updates,
    components: raw.affected_components.map(({ id, name }) => ({ id, name })),
    url: '',
  });
}
