import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { carryState, type ToldPost } from './carry-state.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, linkedId, listOf } from './read/lenient.ts';
import { hasKeys, isObject } from './read/pick-document.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

const FORMAT = 'zendesk';

const RESOURCE = z.object({
  id: idText,
  type: anything,
  attributes: z.record(z.string(), z.unknown()).nullish().catch(null),
  relationships: z.record(z.string(), z.unknown()).nullish().catch(null),
});
type Resource = z.infer<typeof RESOURCE>;
const PAGE = z.object({ data: z.array(RESOURCE), included: listOf(RESOURCE).catch([]) });

/** https://developer.zendesk.com/api-reference/status_api/status_api/ */
export const ZENDESK_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

export const ZENDESK_IMPACT = {
  none: 'none',
  'no impact': 'none',
  maintenance: 'none',
  minor: 'minor',
  major: 'major',
  critical: 'critical',
} as const satisfies Record<string, Impact>;

const isPage = (json: unknown) => {
  if (!isObject(json) || !Array.isArray(json.data)) return false;
  return json.data.some(
    (one) =>
      isObject(one) && one.type === 'incident' && hasKeys(one.attributes, 'impact', 'status'),
  );
};

/** Zendesk's Status API (JSON:API): what is open, and what is planned. */
export const zendesk: Adapter = {
  format: FORMAT,
  documents(url) {
    const planned = url.replace(/\/api\/incidents\/active\b/, '/api/incidents/maintenance');
    return planned === url ? [url] : [url, planned];
  },
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) => {
      const { data, included } = readJson(document, PAGE, FORMAT);
      const isPlanned = /\/maintenance\b/.test(document.url);
      return {
        isPlanned,
        incidents: data
          .filter((one) => field(one, 'internal_tools_only') !== true)
          .map((one) => readIncident(one, included, isPlanned, words, context)),
      };
    });
    return {
      coverage: readings.every(({ isPlanned }) => isPlanned) ? 'window' : 'active-only',
      status: null,
      components: [],
      incidents: joinIncidents(readings.flatMap(({ incidents }) => incidents)),
      provesNothingReported: readings.some(({ isPlanned }) => !isPlanned),
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function readIncident(
  raw: Resource,
  included: readonly Resource[],
  isPlanned: boolean,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const impactWord = field(raw, 'impact');
  const kind = isPlanned || impactWord === 'maintenance' ? 'maintenance' : 'incident';
  const resolvedAt = readDate(field(raw, 'resolved_at'));
  const startedAt = readDate(field(raw, 'started_at'));
  const stated = words.read('incident.status', field(raw, 'status'), ZENDESK_STATUS);
  const updates = carryState(
    related(raw, included, 'incident_update').map(readUpdate),
    kind === 'maintenance' ? 'scheduled' : 'investigating',
  );
  const isImpactTold = impactWord !== null && impactWord !== undefined;
  const impact = isImpactTold ? words.read('incident.impact', impactWord, ZENDESK_IMPACT) : null;
  const flags: ComponentStatus[] = [];
  if (field(raw, 'outage') === true) flags.push('partial_outage');
  if (field(raw, 'degradation') === true) flags.push('degraded_performance');
  const postmortem = bodyToText(asText(field(raw, 'postmortem')));
  const isAhead = kind === 'maintenance' && (startedAt ?? '') > context.fetchedAt;
  // The end of a maintenance may be the announced one.
  const isOver = resolvedAt !== null && (kind === 'incident' || resolvedAt <= context.fetchedAt);
  return finishIncident({
    upstreamId: raw.id,
    kind,
    title: asText(field(raw, 'title')) || asText(field(raw, 'name')),
    // `status` stays behind: an incident with an end is over.
    status: isOver ? 'resolved' : isAhead ? 'scheduled' : stated,
    impact: kind === 'maintenance' ? 'none' : impact,
    statuses: flags,
    startedAt,
    resolvedAt,
    scheduledFor: startedAt,
    scheduledUntil: readDate(field(raw, 'ends_at')) ?? resolvedAt,
    updates:
      postmortem === ''
        ? updates
        : [...updates, { id: 'postmortem', at: null, status: 'postmortem', body: postmortem }],
    components: servicesOf(raw, included),
    url: context.statusPage,
  });
}

function readUpdate(update: Resource): ToldPost {
  const body = bodyToText(asText(field(update, 'description')));
  return {
    id: update.id,
    at: readDate(field(update, 'created_at')),
    status: statusFromText(body),
    body,
  };
}

/** Links carry the number of the service and, where they are kind, its name; one without is dropped later. */
function servicesOf(raw: Resource, included: readonly Resource[]) {
  return related(raw, included, 'incident_service').map((link) => {
    const id = linkedId.parse(field(link, 'service_id'));
    const service = included.find((one) => wordOf(one.type) === 'service' && one.id === id);
    const own = asText(field(link, 'service_name'));
    const name = own || (service ? asText(field(service, 'name')) : '');
    return { ...(id !== '' && { id }), name };
  });
}

/** The resources an incident refers to, or that refer to it. */
function related(raw: Resource, included: readonly Resource[], type: string): Resource[] {
  const ids = new Set(
    Object.values(raw.relationships ?? {}).flatMap((relation) => {
      const data = isObject(relation) ? relation.data : undefined;
      return (Array.isArray(data) ? data : [data])
        .filter((link) => isObject(link) && wordOf(link.type) === type)
        .map((link) => linkedId.parse(link.id));
    }),
  );
  return included.filter((one) => {
    if (wordOf(one.type) !== type) return false;
    return ids.has(one.id) || linkedId.parse(field(one, 'incident_id')) === raw.id;
  });
}

/** The documented names are in snake case, the page's own API writes camel case. */
function field({ attributes }: Resource, name: string): unknown {
  if (attributes === null || attributes === undefined) return undefined;
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(attributes, camel) ? attributes[camel] : undefined;
}

function wordOf(type: unknown): string {
  return asText(type)
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/s$/, '');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
