import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus, ProviderStatus } from '../model/status.ts';
import type { Adapter, SnapshotComponent } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { isObject, objectAt, pickDocument, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { tolerateBroken } from './tolerate-broken.ts';

const FORMAT = 'instatus';

const COMPONENT = z.object({
  id: idText,
  name: z.string(),
  status: anything,
  isParent: anything,
  group: z.object({ name: optionalText }).nullish().catch(null),
  /** Of the same shape; read one level at a time. */
  children: listOf(z.unknown()),
});
type WireComponent = z.infer<typeof COMPONENT>;

const SUMMARY = z.object({
  page: z.object({ name: optionalText, url: optionalText, status: z.string() }),
  activeIncidents: z
    .array(
      z.object({
        id: idText,
        name: optionalText,
        started: anything,
        status: anything,
        impact: anything,
        url: optionalText,
        updatedAt: anything,
      }),
    )
    .nullish(),
  activeMaintenances: z
    .array(
      z.object({
        id: idText,
        name: optionalText,
        start: anything,
        status: anything,
        duration: anything,
        url: optionalText,
        updatedAt: anything,
      }),
    )
    .nullish(),
  components: listOf(COMPONENT),
});
type Summary = z.infer<typeof SUMMARY>;
const COMPONENTS = z.union([
  z.array(COMPONENT),
  z.object({ components: z.array(COMPONENT) }).transform(({ components }) => components),
]);

export const INSTATUS_PAGE = {
  up: 'operational',
  hasissues: 'degraded_performance',
  undermaintenance: 'under_maintenance',
} as const satisfies Record<string, ProviderStatus>;

export const INSTATUS_COMPONENT = {
  operational: 'operational',
  degradedperformance: 'degraded_performance',
  partialoutage: 'partial_outage',
  majoroutage: 'major_outage',
  undermaintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

export const INSTATUS_IMPACT = {
  operational: 'none',
  degradedperformance: 'minor',
  partialoutage: 'major',
  majoroutage: 'critical',
  undermaintenance: 'none',
} as const satisfies Record<string, Impact>;

export const INSTATUS_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  notstartedyet: 'scheduled',
  inprogress: 'in_progress',
  verifying: 'verifying',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const isSummary = (json: unknown) => {
  const page = objectAt(json, 'page');
  // Statuspage has an id there, Fastly's summary.json no `page` at all.
  return page !== undefined && typeof page.status === 'string' && 'url' in page && !('id' in page);
};
const isComponentList = (json: unknown) => {
  const list = Array.isArray(json)
    ? json
    : isObject(json) && !('page' in json)
      ? json.components
      : null;
  return (
    Array.isArray(list) &&
    list.some((item) => isObject(item) && ('isParent' in item || 'children' in item))
  );
};

/** Instatus: `summary.json` (what is open now) and the component list. It has no JSON history. */
export const instatus: Adapter = {
  format: FORMAT,
  documents(url) {
    const page = url.replace(/(\/(v\d\/)?(summary|components)\.json)?\/*$/, '');
    return [`${page}/summary.json`, `${page}/v2/components.json`];
  },
  recognises: (document) => isSummary(parseJsonLoosely(document)),
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const list = pickDocument(documents, isComponentList);
    const summaryDocument = pickOrFirst(documents, isSummary);
    // Only the component list arrived: it says nothing about incidents, so nothing may end by it.
    if (summaryDocument === list) {
      return {
        coverage: 'part',
        status: null,
        components: readList(readJson(list, COMPONENTS, FORMAT), words),
        incidents: [],
        provesNothingReported: false,
        unknownWords: words.unknownWords,
        warnings: [],
      };
    }
    const summary = readJson(summaryDocument, SUMMARY, FORMAT);
    const listed = list === undefined ? [] : readList(readJson(list, COMPONENTS, FORMAT), words);
    const incidents = (summary.activeIncidents ?? []).map((raw) =>
      finishIncident({
        upstreamId: raw.id,
        kind: 'incident',
        title: raw.name,
        status: words.read('incident.status', raw.status, INSTATUS_STATUS),
        impact: words.read('incident.impact', raw.impact, INSTATUS_IMPACT),
        startedAt: readDate(raw.started),
        updatedAt: readDate(raw.updatedAt),
        updates: [],
        components: [],
        url: safeUrl(raw.url ?? '', context.statusPage),
      }),
    );
    const maintenances = (summary.activeMaintenances ?? []).map((raw) => {
      const start = readDate(raw.start);
      return finishIncident({
        upstreamId: raw.id,
        kind: 'maintenance',
        title: raw.name,
        status: words.read('maintenance.status', raw.status, INSTATUS_STATUS),
        impact: null,
        startedAt: start,
        updatedAt: readDate(raw.updatedAt),
        scheduledFor: start,
        scheduledUntil: endAfter(start, raw.duration),
        updates: [],
        components: [],
        url: safeUrl(raw.url ?? '', context.statusPage),
      });
    });
    const status = words.read('page.status', summary.page.status, INSTATUS_PAGE);
    const isComplete = listsEverything(summary, status);
    return {
      coverage: isComplete ? 'active-only' : 'part',
      status,
      components: listed.length > 0 ? listed : readList(summary.components, words),
      incidents: [...incidents, ...maintenances],
      provesNothingReported: isComplete,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  }),
};

/**
 * Empty lists are left out. One that is missing is empty only where the page's own state agrees: a
 * page that has issues lists them, and a state we don't know promises nothing.
 */
function listsEverything(summary: Summary, status: ProviderStatus): boolean {
  const hasIncidents = summary.activeIncidents != null;
  const hasMaintenances = summary.activeMaintenances != null;
  if (status === 'operational') return true;
  if (status === 'degraded_performance') return hasIncidents;
  if (status === 'under_maintenance') return hasMaintenances;
  return hasIncidents && hasMaintenances;
}

/** `duration` is in minutes, as a number or as text. */
function endAfter(start: string | null, duration: unknown): string | null {
  const minutes =
    typeof duration === 'number' || typeof duration === 'string' ? Number(duration) : Number.NaN;
  const isUsable = start !== null && Number.isFinite(minutes) && minutes > 0 && minutes < 1e6;
  return isUsable ? new Date(Date.parse(start) + minutes * 60_000).toISOString() : null;
}

function readList(list: readonly WireComponent[], words: WordReader): SnapshotComponent[] {
  return list.flatMap((component) =>
    leavesOf(component, component.group?.name ?? undefined, words),
  );
}

/** Leaves only: a parent carries the worst of its children. */
function leavesOf(
  component: WireComponent,
  group: string | undefined,
  words: WordReader,
): SnapshotComponent[] {
  const children = component.children.flatMap((child) => COMPONENT.safeParse(child).data ?? []);
  if (children.length > 0)
    return children.flatMap((child) => leavesOf(child, component.name, words));
  return [
    {
      id: component.id,
      name: cleanTitle(component.name),
      status: words.read('component.status', component.status, INSTATUS_COMPONENT),
      ...(group !== undefined && { group: cleanTitle(group) }),
    },
  ];
}
