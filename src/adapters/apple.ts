import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import { type ComponentStatus, worstStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, cleanId, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { isObject, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'apple';
const MAX_NAMES = 3;

const EVENT = z.object({
  messageId: idText.nullish().catch(null),
  statusType: anything,
  eventStatus: anything,
  usersAffected: optionalText,
  message: optionalText,
  datePosted: anything,
  startDate: z.union([z.string(), z.number()]).catch(''),
  endDate: anything,
  epochStartDate: anything,
  epochEndDate: anything,
  affectedServices: listOf(z.string()).catch([]),
});
type AppleEvent = z.infer<typeof EVENT>;

const PAGE = z.object({
  services: z.array(z.object({ serviceName: idText, events: requiredList(EVENT) })).min(1),
});

/** `eventStatus`, in the words of an incident; those of a maintenance follow from its kind. */
export const APPLE_STATUS = {
  ongoing: 'investigating',
  upcoming: 'scheduled',
  resolved: 'resolved',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

/** `statusType` → what it says of the service while it goes on. */
export const APPLE_TYPE = {
  outage: 'partial_outage',
  issue: 'degraded_performance',
  performance: 'degraded_performance',
  maintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

const IMPACT_OF_TYPE = {
  partial_outage: 'major',
  major_outage: 'critical',
  degraded_performance: 'minor',
  under_maintenance: 'none',
  operational: 'unknown',
  unknown: 'unknown',
} as const satisfies Record<ComponentStatus, Impact>;

const isPage = (json: unknown) =>
  isObject(json) &&
  Array.isArray(json.services) &&
  json.services.some(
    (service) => isObject(service) && 'serviceName' in service && Array.isArray(service.events),
  );

/** One event as it stands under one service. */
interface Listing {
  service: string;
  event: AppleEvent;
}

/** Apple's system status, plain JSON or JSONP: every service with what happened lately. */
export const apple: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const { services } = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const groups = new Map<string, Listing[]>();
    for (const { serviceName, events } of services) {
      for (const event of events) {
        const listing = { service: serviceName, event };
        const key = event.messageId ?? cleanId(`${serviceName} ${event.startDate}`);
        groups.set(key, [...(groups.get(key) ?? []), listing]);
      }
    }
    return {
      coverage: 'window',
      status: null,
      components: services.map(({ serviceName, events }) => ({
        id: serviceName,
        name: cleanTitle(serviceName),
        status: statusOfService(events, words),
      })),
      incidents: [...groups].map(([id, listings]) => readGroup(id, listings, words, context)),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

/** What is over or still ahead says nothing about now. */
function statusOfService(events: readonly AppleEvent[], words: WordReader): ComponentStatus {
  const current = events.flatMap((event) => {
    const status = words.read('event.eventStatus', event.eventStatus, APPLE_STATUS);
    if (status === 'investigating') return [typeOf(event, words)];
    return status === 'unknown' ? ['unknown' as const] : [];
  });
  return current.length === 0 ? 'operational' : worstStatus(current);
}

function typeOf(event: AppleEvent, words: WordReader): ComponentStatus {
  const type = words.read('event.statusType', event.statusType, APPLE_TYPE);
  const hitsAll = event.usersAffected?.toLowerCase().startsWith('all users');
  return type === 'partial_outage' && hitsAll ? 'major_outage' : type;
}

function readGroup(
  id: string,
  listings: readonly Listing[],
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  // Sorted, so that the telling does not depend on the order of the services.
  const events = listings
    .map(({ event }) => event)
    .toSorted((a, b) => ((a.message ?? '') < (b.message ?? '') ? -1 : 1));
  const states = events.map((event) =>
    words.read('event.eventStatus', event.eventStatus, APPLE_STATUS),
  );
  // Over only when no service lists it as going on any more.
  const status =
    states.find((state) => state === 'investigating') ??
    states.find((state) => state === 'scheduled') ??
    states.find((state) => state !== 'unknown') ??
    'unknown';
  const types = events.map((event) => typeOf(event, words));
  const kind = types.every((type) => type === 'under_maintenance') ? 'maintenance' : 'incident';
  const impact = IMPACT_OF_TYPE[worstStatus(types)];
  const names = [
    ...new Set([
      ...listings.map(({ service }) => cleanTitle(service)),
      ...events.flatMap(({ affectedServices }) => affectedServices.map((name) => cleanTitle(name))),
    ]),
  ].filter((name) => name !== '');
  const read = (pick: (event: AppleEvent) => unknown) =>
    events
      .map((event) => readDate(pick(event), { timeZone: context.timeZone }))
      .filter((time) => time !== null)
      .toSorted();
  const start = read((event) => event.epochStartDate)[0] ?? read((event) => event.startDate)[0];
  const end = read((event) => event.epochEndDate).at(-1) ?? read((event) => event.endDate).at(-1);
  const posted = read((event) => event.datePosted).at(-1) ?? null;
  const body = [...new Set(events.map(({ message }) => bodyToText(message ?? '')))]
    .filter((text) => text !== '')
    .join('\n\n');
  const incident = finishIncident({
    upstreamId: id,
    kind,
    title: titleOf(names, events),
    status,
    impact,
    startedAt: start ?? null,
    resolvedAt: end ?? null,
    updatedAt: posted,
    scheduledFor: start ?? null,
    scheduledUntil: end ?? null,
    updates: body === '' ? [] : [{ id: stableHash(`${status} ${body}`), at: posted, status, body }],
    components: names.map((name) => ({ id: name, name })),
    url: context.statusPage,
  });
  const isDerived = kind === 'incident' && impact !== 'unknown';
  // A post is written after the start it tells.
  return {
    ...incident,
    startedAt: start ?? incident.startedAt,
    marks: isDerived ? ['impact-derived'] : [],
  };
}

/** Events have no title of their own. */
function titleOf(names: readonly string[], events: readonly AppleEvent[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  const [type] = events.map(({ statusType }) => statusType);
  return `${shown}${names.length > MAX_NAMES ? ', …' : ''}: ${typeof type === 'string' ? type : 'Event'}`;
}
