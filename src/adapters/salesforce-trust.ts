import { z } from 'zod';
import { worstImpact } from '../model/impact.ts';
import { type Impact, type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import { carryState } from './carry-state.ts';
import { finishIncident } from './finish-incident.ts';
import { earliest, latest } from './incident-course.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { hasKeys, isObject } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

const FORMAT = 'salesforce-trust';

const INCIDENT = z.object({
  id: idText,
  externalId: idText.nullish().catch(null),
  status: anything,
  type: anything,
  message: z.record(z.string(), z.unknown()).nullish().catch(null),
  additionalInformation: optionalText,
  createdAt: anything,
  updatedAt: anything,
  IncidentImpacts: listOf(
    z.object({ type: anything, severity: anything, startTime: anything, endTime: anything }),
  ).catch([]),
  IncidentEvents: listOf(
    z.object({ id: idText, type: anything, message: optionalText, createdAt: anything }),
  ).catch([]),
  instanceKeys: listOf(z.string()).catch([]),
  serviceKeys: listOf(z.string()).catch([]),
});
type Incident = z.infer<typeof INCIDENT>;
const INSTANCE = z.object({
  key: idText,
  location: optionalText,
  status: anything,
  isActive: anything,
  Incidents: listOf(z.unknown()).catch([]),
});
const PRODUCT = z.object({ key: idText, Instances: z.array(INSTANCE).min(1) });
const LIST = z.array(z.union([INSTANCE.extend({ status: z.string() }), INCIDENT]));

/** `status` of an instance; "core" are the services a customer cannot work without. */
export const SALESFORCE_INSTANCE = {
  ok: 'operational',
  informational_core: 'operational',
  informational_noncore: 'operational',
  maintenance_core: 'under_maintenance',
  maintenance_noncore: 'under_maintenance',
  minor_incident_core: 'degraded_performance',
  minor_incident_noncore: 'degraded_performance',
  major_incident_noncore: 'partial_outage',
  major_incident_core: 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

/** `severity` of an impact. */
export const SALESFORCE_SEVERITY = {
  minor: 'minor',
  moderate: 'major',
  major: 'major',
  critical: 'critical',
} as const satisfies Record<string, Impact>;

/** `status` of an incident. */
export const SALESFORCE_STATUS = {
  active: 'investigating',
  open: 'investigating',
  resolved: 'resolved',
  closed: 'resolved',
} as const satisfies Record<string, IncidentStatus>;

const isProduct = (json: unknown) =>
  isObject(json) && Array.isArray(json.Instances) && 'key' in json;
const isInstance = (one: unknown) => hasKeys(one, 'key', 'location', 'environment', 'status');
const isIncident = (one: unknown) => hasKeys(one, 'id', 'IncidentImpacts', 'IncidentEvents');

interface Reading {
  components: SnapshotComponent[];
  incidents: SnapshotIncident[];
  isList: boolean;
}

/** Salesforce Trust: the list of incidents (all or those open), a product, or a list of instances. */
export const salesforceTrust: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises(document) {
    const json = parseJsonLoosely(document);
    return (
      isProduct(json) ||
      (Array.isArray(json) && json.some((one) => isInstance(one) || isIncident(one)))
    );
  },
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document): Reading => {
      if (!Array.isArray(parseJsonLoosely(document))) {
        const { Instances } = readJson(document, PRODUCT, FORMAT);
        return { ...readInstances(Instances, words, context), isList: false };
      }
      const list = readJson(document, LIST, FORMAT);
      const instances = list.filter((one) => 'key' in one);
      const { components, incidents } = readInstances(instances, words, context);
      const listed = list.flatMap((one) =>
        'key' in one ? [] : [readIncident(one, words, context)],
      );
      return { components, incidents: [...incidents, ...listed], isList: instances.length === 0 };
    });
    const incidents = joinIncidents(readings.flatMap((reading) => reading.incidents));
    const isOpenOnly = incidents.every(({ status }) => !isEndedStatus(status));
    return {
      coverage: isOpenOnly ? 'active-only' : 'window',
      status: null,
      components: readings.flatMap(({ components }) => components),
      incidents,
      provesNothingReported:
        readings.some(({ isList }) => isList) ||
        readings.every(({ components }) =>
          components.every(({ status }) => status === 'operational'),
        ),
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function readInstances(
  raw: readonly z.infer<typeof INSTANCE>[],
  words: WordReader,
  context: AdapterContext,
): Pick<Reading, 'components' | 'incidents'> {
  const active = raw.filter(({ isActive }) => isActive !== false);
  return {
    components: active.map(({ key, location, status }) => {
      const group = cleanTitle(location ?? '');
      return {
        id: key,
        name: cleanTitle(key),
        status: words.read('instance.status', status, SALESFORCE_INSTANCE),
        ...(group !== '' && { group }),
      };
    }),
    incidents: active.flatMap(({ Incidents }) =>
      Incidents.flatMap((one) => {
        const incident = INCIDENT.safeParse(one).data;
        return incident === undefined ? [] : [readIncident(incident, words, context)];
      }),
    ),
  };
}

function readIncident(raw: Incident, words: WordReader, context: AdapterContext): SnapshotIncident {
  const ends = raw.IncidentImpacts.map(({ endTime }) => readDate(endTime));
  // An end of all impacts ends it, though its state may follow later.
  const end = ends.every((time) => time !== null) ? latest(...ends) : null;
  const updates = carryState(
    raw.IncidentEvents.map((event) => {
      const body = bodyToText(event.message ?? '');
      const status = statusFromText(spaced(event.type)) ?? statusFromText(body);
      return { id: event.id, at: readDate(event.createdAt), status, body };
    }),
    'investigating',
  );
  const newest = updates.at(-1)?.status;
  const stated =
    raw.status === undefined || raw.status === null
      ? (newest ?? 'investigating')
      : words.read('incident.status', raw.status, SALESFORCE_STATUS);
  const isFurther = newest === 'identified' || newest === 'monitoring';
  const open = stated === 'investigating' && isFurther ? newest : stated;
  const severities = raw.IncidentImpacts.map(({ severity }) =>
    words.read('impact.severity', severity, SALESFORCE_SEVERITY),
  );
  const subject = raw.message?.subject;
  const services = [...new Set(raw.serviceKeys.map((key) => cleanTitle(spaced(key))))].filter(
    Boolean,
  );
  const type = spaced(raw.IncidentImpacts[0]?.type) || 'incident';
  const incident = finishIncident({
    upstreamId: raw.id,
    kind: 'incident',
    title:
      typeof subject === 'string' && subject !== ''
        ? subject
        : services.length > 0
          ? `${services.slice(0, 3).join(', ')}: ${type}`
          : raw.additionalInformation,
    status: end !== null && end <= context.fetchedAt ? 'resolved' : open,
    impact: worstImpact(severities),
    startedAt:
      earliest(...raw.IncidentImpacts.map(({ startTime }) => readDate(startTime))) ??
      readDate(raw.createdAt),
    resolvedAt: end,
    updatedAt: readDate(raw.updatedAt),
    updates,
    components: [
      ...services.map((name) => ({ name })),
      ...[...new Set(raw.instanceKeys)].map((key) => ({ id: key, name: key })),
    ],
    url:
      safeUrl(`/incidents/${encodeURIComponent(raw.externalId ?? raw.id)}`, context.statusPage) ||
      context.statusPage,
  });
  const alias = raw.externalId ?? raw.id;
  return {
    ...incident,
    ...(alias !== raw.id && { aliases: [alias] }),
    services: [...new Set(raw.serviceKeys)]
      .filter((key) => /^[a-z0-9][a-z0-9._-]{0,70}$/i.test(key))
      .map((key) => `salesforce:${key.toLowerCase()}`),
  };
}

/** `performanceDegradation` → `performance degradation`. */
function spaced(word: unknown): string {
  if (typeof word !== 'string') return '';
  return word.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
