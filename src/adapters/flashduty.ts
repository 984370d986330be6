import { z } from 'zod';
import { type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { statusesFromClaims } from './derive-status.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, linkedId, listOf, optionalText, requiredList } from './read/lenient.ts';
import { hasKeys, objectAt, pickDocument, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { tolerateBroken } from './tolerate-broken.ts';

const FORMAT = 'flashduty';

const CHANGE = z.object({
  change_id: idText,
  type: optionalText,
  title: optionalText,
  status: anything,
  start_at_seconds: anything,
  close_at_seconds: anything,
  affected_components: listOf(
    z.object({ component_id: idText, name: optionalText, status: anything }),
  ),
  updates: listOf(
    z.object({
      update_id: idText.optional(),
      at_seconds: anything,
      status: anything,
      description: optionalText,
      component_changes: listOf(
        z.object({ component_id: idText, component_name: optionalText, status: anything }),
      ),
    }),
  ),
});
type Change = z.infer<typeof CHANGE>;
const ACTIVE = z.object({
  data: z.object({
    page: z.object({
      components: z.array(
        z.object({
          component_id: idText,
          section_id: linkedId,
          name: z.string(),
        }),
      ),
      sections: listOf(z.object({ section_id: idText, name: z.string() })),
    }),
    active_changes: requiredList(CHANGE),
  }),
});
const LIST = z.object({ data: z.object({ items: z.array(CHANGE) }) });

const FLASHDUTY_COMPONENT = {
  operational: 'operational',
  degraded: 'degraded_performance',
  partial_outage: 'partial_outage',
  full_outage: 'major_outage',
  major_outage: 'major_outage',
  maintenance: 'under_maintenance',
  under_maintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

const FLASHDUTY_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  scheduled: 'scheduled',
  ongoing: 'in_progress',
  in_progress: 'in_progress',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const isActive = (json: unknown) =>
  objectAt(json, 'data', 'page') !== undefined && hasKeys(objectAt(json, 'data'), 'active_changes');
const itemsOf = (json: unknown) => objectAt(json, 'data')?.items;
const holdsChanges = (json: unknown) => {
  const items = itemsOf(json);
  return Array.isArray(items) && hasKeys(items[0], 'change_id');
};
const isList = (json: unknown) => {
  const items = itemsOf(json);
  return holdsChanges(json) || (Array.isArray(items) && items.length === 0);
};

/** Flashduty (Flashcat): what is open, and the list of past changes. Address: `<page>/api/status-page/<page id>`. */
export const flashduty: Adapter = {
  format: FORMAT,
  documents(url) {
    const base = url.replace(/\/+$/, '');
    return [`${base}/summary/active`, `${base}/change/list`];
  },
  recognises(document) {
    const json = parseJsonLoosely(document);
    // An empty list could be anybody's.
    return isActive(json) || holdsChanges(json);
  },
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const list = pickDocument(documents, isList);
    // With neither of the two, reading the first document says what is wrong with it.
    const activeDocument =
      list === undefined ? pickOrFirst(documents, isActive) : pickDocument(documents, isActive);
    const active =
      activeDocument === undefined ? null : readJson(activeDocument, ACTIVE, FORMAT).data;
    const past = list === undefined ? [] : readJson(list, LIST, FORMAT).data.items;
    const sections = new Map(
      (active?.page.sections ?? []).map(({ section_id, name }) => [section_id, cleanTitle(name)]),
    );
    const components = (active?.page.components ?? []).map(({ component_id, section_id, name }) => {
      const group = sections.get(section_id);
      return { id: component_id, name: cleanTitle(name), ...(group !== undefined && { group }) };
    });
    const changes = active?.active_changes ?? [];
    const read = (change: Change) => readChange(change, words, context);
    return {
      // Past changes alone do not tell what goes on: what they lack has not ended.
      coverage: active !== null && list !== undefined ? 'window' : 'active-only',
      status: null,
      components: statusesFromClaims(
        components,
        changes.flatMap((change) => claimsOf(change, words)),
      ),
      incidents: joinIncidents([...changes.map(read), ...past.map(read)]),
      provesNothingReported: active !== null,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  }),
};

function claimsOf({ affected_components, status }: Change, words: WordReader) {
  const state = words.read('change.status', status, FLASHDUTY_STATUS);
  if (isEndedStatus(state) || state === 'scheduled') return [];
  if (affected_components.length === 0) return [{ components: [], status: 'unknown' as const }];
  return affected_components.map((component) => ({
    components: [component.component_id],
    status: words.read('affected_component.status', component.status, FLASHDUTY_COMPONENT),
  }));
}

function readChange(change: Change, words: WordReader, context: AdapterContext): SnapshotIncident {
  const kind = change.type === 'maintenance' ? 'maintenance' : 'incident';
  const start = readDate(change.start_at_seconds);
  const close = readDate(change.close_at_seconds);
  const status = words.read('change.status', change.status, FLASHDUTY_STATUS);
  const touched = change.updates.flatMap(({ component_changes }) => component_changes);
  return finishIncident({
    upstreamId: change.change_id,
    kind,
    title: change.title,
    status,
    impact: null,
    statuses: [...touched, ...change.affected_components].map(({ status }) =>
      words.read('component_change.status', status, FLASHDUTY_COMPONENT),
    ),
    startedAt: start,
    resolvedAt: close,
    // A close ahead is an announcement, not a change.
    updatedAt: isEndedStatus(status) ? close : null,
    scheduledFor: start,
    scheduledUntil: close,
    updates: change.updates.map((post) => {
      const at = readDate(post.at_seconds);
      return {
        id: post.update_id ?? at ?? 'post',
        at,
        status: words.read('update.status', post.status, FLASHDUTY_STATUS),
        body: bodyToText(post.description ?? ''),
      };
    }),
    components: [
      ...change.affected_components.map(({ component_id, name }) => ({
        id: component_id,
        name: name ?? component_id,
      })),
      ...touched.map(({ component_id, component_name }) => ({
        id: component_id,
        name: component_name ?? component_id,
      })),
    ],
    url: context.statusPage,
  });
}
