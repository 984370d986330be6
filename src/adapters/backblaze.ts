import { z } from 'zod';
import type { Adapter, AdapterContext, Snapshot, SnapshotIncident } from './adapter.ts';
import { finishIncident, statusOfWindow } from './finish-incident.ts';
import { firehydrant } from './firehydrant.ts';
import { joinIncidents } from './join-incidents.ts';
import { withBody } from './read/embedded-json.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { hasKeys, isObject, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, markdownToText } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';

const FORMAT = 'backblaze';

const MAINTENANCE = z.object({
  id: idText,
  name: optionalText,
  summary: optionalText,
  startsAt: anything,
  endsAt: anything,
  updatedAt: anything,
  componentConditions: z.record(z.string(), z.unknown()).nullish().catch(null),
});
const INCIDENT = z.looseObject({
  name: anything,
  title: anything,
  timestamps: z.record(z.string(), z.unknown()).nullish().catch(null),
  components: anything,
  componentConditions: z.record(z.string(), z.unknown()).nullish().catch(null),
});
const PAGE = z.object({
  config: z.object({}),
  conditions: z.record(z.string(), z.string()),
  components: z.array(z.object({ id: idText, name: z.string() })),
  incidents: z.array(INCIDENT).nullish(),
  scheduledMaintenances: listOf(MAINTENANCE),
});
type Page = z.infer<typeof PAGE>;

/** Any of these keys in `timestamps` ends an incident. */
const ENDS = ['resolved', 'closed', 'completed', 'ended'] as const;

const isPage = (json: unknown) => hasKeys(json, 'config', 'conditions', 'components');

/**
 * Backblaze: a page of FireHydrant in an older form, which names affected components by a map of
 * conditions and lists planned work apart. Where the list of incidents is missing, nothing is known:
 * no component is green, and what was open has neither ended nor been taken back.
 */
export const backblaze: Adapter = {
  format: FORMAT,
  documents: (url) => [`${url.replace(/(\/data\/payload\.json)?\/*$/, '')}/data/payload.json`],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const document = pickOrFirst(documents, isPage);
    const page = readJson(document, PAGE, FORMAT);
    const body = JSON.stringify({
      conditions: page.conditions,
      components: page.components,
      incidents: (page.incidents ?? []).map((raw) => inNewForm(raw, page)),
    });
    const snapshot = firehydrant.parse([withBody(document, body)], context);
    const told = {
      ...snapshot,
      // Whether the list holds the past is not known: what scrolled out was not taken back.
      coverage: 'window',
      incidents: joinIncidents([
        ...snapshot.incidents,
        ...page.scheduledMaintenances.map((raw) => readMaintenance(raw, page, context)),
      ]),
    } as const;
    return page.incidents === undefined ? withoutProof(told) : told;
  },
};

/** A read that ends nothing, for a page without its list of incidents. */
function withoutProof(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    // A window that lists planned work only would take back every open incident.
    coverage: 'active-only',
    components: snapshot.components.map((component) => ({ ...component, status: 'unknown' })),
    provesNothingReported: false,
    warnings: [...snapshot.warnings, 'The page carries no list of incidents.'],
  };
}

function inNewForm(raw: z.infer<typeof INCIDENT>, page: Page): Record<string, unknown> {
  const timestamps = raw.timestamps ?? {};
  const end = ENDS.map((key) => timestamps[key]).find((time) => readDate(time) !== null);
  return {
    ...raw,
    title: typeof raw.title === 'string' ? raw.title : raw.name,
    timestamps: { ...timestamps, resolved: end ?? null },
    components: Array.isArray(raw.components)
      ? raw.components.filter((one) => isObject(one) && 'id' in one && typeof one.name === 'string')
      : componentsOf(raw.componentConditions, page),
    timeline: Array.isArray(raw.timeline) ? raw.timeline.filter(isObject) : [],
  };
}

function componentsOf(
  conditions: Readonly<Record<string, unknown>> | null | undefined,
  page: Page,
) {
  return Object.entries(conditions ?? {}).map(([name, condition]) => ({
    id: page.components.find((component) => component.name === name)?.id ?? name,
    name: cleanTitle(name),
    condition,
  }));
}

function readMaintenance(
  raw: z.infer<typeof MAINTENANCE>,
  page: Page,
  context: AdapterContext,
): SnapshotIncident {
  const start = readDate(raw.startsAt);
  const end = readDate(raw.endsAt);
  const status = statusOfWindow(start, end, context.fetchedAt);
  const body = markdownToText(raw.summary ?? '');
  return finishIncident({
    upstreamId: `maintenance-${raw.id}`,
    kind: 'maintenance',
    title: raw.name,
    status,
    impact: null,
    startedAt: start,
    resolvedAt: end,
    updatedAt: readDate(raw.updatedAt),
    scheduledFor: start,
    scheduledUntil: end,
    updates: body === '' ? [] : [{ id: 'summary', at: null, status: 'scheduled', body }],
    components: componentsOf(raw.componentConditions, page).map(({ id, name }) => ({ id, name })),
    url: context.statusPage,
  });
}
