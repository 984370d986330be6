import { z } from 'zod';
import { STATUS_OF_IMPACT } from '../model/impact.ts';
import type { IncidentStatus } from '../model/incident.ts';
import { isEndedStatus } from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import { type ComponentStatus, worstStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { carryState } from './carry-state.ts';
import { finishIncident } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, cleanId, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { isObject, objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import {
  impactFromText,
  kindFromText,
  statusForKind,
  statusFromText,
} from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'vultr';

const ALERT = z.object({
  id: idText,
  subject: optionalText,
  status: anything,
  start_date: anything,
  updated_at: anything,
  entries: listOf(z.object({ updated_at: anything, message: optionalText })),
});
type Alert = z.infer<typeof ALERT>;
const PAGE = z.object({
  regions: z.record(z.string(), z.object({ location: optionalText, alerts: requiredList(ALERT) })),
  service_alerts: listOf(ALERT),
});

export const VULTR_STATUS = {
  ongoing: 'investigating',
  scheduled: 'scheduled',
  resolved: 'resolved',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const isPage = (json: unknown) => {
  const regions = objectAt(json, 'regions');
  return (
    regions !== undefined &&
    Object.values(regions).some((region) => isObject(region) && Array.isArray(region.alerts))
  );
};

/** Vultr: alerts by region, the ended ones of late among them. */
export const vultr: Adapter = {
  format: FORMAT,
  documents: (url) => [url.endsWith('.json') ? url : `${url.replace(/\/+$/, '')}/status.json`],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const page = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const places = Object.entries(page.regions).flatMap(([raw, { location, alerts }]) => {
      const key = cleanId(raw);
      if (key === '') return [];
      const regions = regionOf(key);
      const component = { id: key, name: cleanTitle(location ?? '') || key };
      const incidents = alerts.map((alert) => readAlert(alert, regions, component, words, context));
      return [{ component: { ...component, status: statusOf(incidents), regions }, incidents }];
    });
    const services = page.service_alerts.map((alert) => readAlert(alert, [], null, words, context));
    return {
      coverage: 'window',
      status: null,
      components: places.map(({ component }) => component),
      incidents: joinIncidents([...places.flatMap(({ incidents }) => incidents), ...services]),
      provesNothingReported: places.length > 0,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

/** A region without an open alert works; an alert of unknown weight is at least a degradation. */
function statusOf(incidents: readonly SnapshotIncident[]): ComponentStatus {
  const open = incidents.filter(
    ({ kind, status }) => kind !== 'notice' && status !== 'scheduled' && !isEndedStatus(status),
  );
  if (open.length === 0) return 'operational';
  return worstStatus(
    open.map(({ kind, impact }) =>
      kind === 'maintenance' ? 'under_maintenance' : STATUS_OF_IMPACT[impact],
    ),
  );
}

function readAlert(
  raw: Alert,
  regions: string[],
  component: { id: string; name: string } | null,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const title = cleanTitle(raw.subject ?? '');
  const posts = sortPosts(
    raw.entries.map((entry) => ({
      at: readDate(entry.updated_at),
      body: bodyToText(entry.message ?? ''),
    })),
  );
  const opening = posts[0]?.body ?? '';
  const kind = kindFromText(title, opening);
  const stated = statusForKind(words.read('alert.status', raw.status, VULTR_STATUS), kind);
  const updates = carryState(
    posts.map(({ at, body }) => ({
      id: stableHash(`${at ?? ''} ${body}`),
      at,
      status: statusFromText(body),
      body,
    })),
    kind === 'maintenance' ? 'scheduled' : 'investigating',
  );
  const newest = updates.at(-1)?.status;
  const impact = kind === 'incident' ? impactFromText(title, opening) : null;
  const day = readDate(/\d{4}-\d{2}-\d{2}/.exec(title)?.[0]);
  const incident = finishIncident({
    upstreamId: raw.id,
    kind,
    title,
    status: refine(stated, newest, day, context.fetchedAt),
    impact: kind === 'incident' ? (impact ?? 'unknown') : null,
    startedAt: readDate(raw.start_date),
    updatedAt: readDate(raw.updated_at),
    scheduledFor: day,
    updates,
    components: component === null ? [] : [component],
    url: context.statusPage,
  });
  return { ...incident, regions, marks: impact === null ? [] : ['impact-derived'] };
}

/** Planned work is `ongoing` from the day it is announced; its day stands in the subject. */
function refine(
  stated: IncidentStatus,
  newest: IncidentStatus | undefined,
  day: string | null,
  now: string,
): IncidentStatus {
  if (stated === 'in_progress' && (day ?? '') > now) return 'scheduled';
  const isFurther = newest === 'identified' || newest === 'monitoring' || newest === 'verifying';
  return (stated === 'investigating' || stated === 'in_progress') && isFurther ? newest : stated;
}

function regionOf(key: string): string[] {
  const id = key.toLowerCase();
  if (id === 'global') return [id];
  return /^[a-z0-9][a-z0-9-]{1,30}$/.test(id) ? [`vultr:${id}`] : [];
}
