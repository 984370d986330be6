import { z } from 'zod';
import { worstImpact } from '../model/impact.ts';
import {
  type Impact,
  type IncidentKind,
  type IncidentStatus,
  isEndedStatus,
} from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { earliest, latest } from './incident-course.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, cleanId, listOf, optionalText } from './read/lenient.ts';
import { isObject, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusForKind } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'ibm-cloud';
const MAX_NAMES = 3;

const ITEM = z.object({
  id: optionalText,
  recordID: optionalText,
  parentIncident: optionalText,
  type: anything,
  state: anything,
  sev: anything,
  name: optionalText,
  shortDescription: optionalText,
  longDescription: optionalText,
  creationTime: anything,
  outageStart: anything,
  outageEnd: anything,
  updateTime: anything,
  regions: listOf(z.string()).catch([]),
  resourceIDs: listOf(z.string()).catch([]),
});
type Item = z.infer<typeof ITEM>;
const PAGE = z.object({ statusItems: z.array(ITEM) });

export const IBM_KIND = {
  incident: 'incident',
  maintenance: 'maintenance',
} as const satisfies Record<string, IncidentKind>;

export const IBM_STATE = {
  new: 'investigating',
  'in-progress': 'in_progress',
  resolved: 'resolved',
  scheduled: 'scheduled',
  complete: 'completed',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

export const IBM_SEVERITY = {
  '1': 'critical',
  '2': 'major',
  '3': 'minor',
  '4': 'minor',
} as const satisfies Record<string, Impact>;

/** News of the product, not of its state. */
const IBM_LEFT_OUT = ['release_note', 'announcement', 'security_bulletin'] as const;

const isPage = (json: unknown) => isObject(json) && Array.isArray(json.statusItems);

/** IBM Cloud's page data: incidents and maintenances, one entry per service. */
export const ibmCloud: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const { statusItems } = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const groups = new Map<string, Item[]>();
    let isWhole = statusItems.length > 0;
    for (const item of statusItems) {
      if (IBM_LEFT_OUT.some((type) => type === item.type)) continue;
      const key = cleanId(item.parentIncident || item.id || item.recordID || '');
      if (key === '') isWhole = false;
      else groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return {
      coverage: 'window',
      status: null,
      components: [],
      incidents: [...groups].map(([id, items]) => readGroup(id, items, words, context)),
      // The list carries release notes on the quietest of days: empty it is broken.
      provesNothingReported: isWhole,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

/** What hits several services is listed once for each, under the number of one parent. */
function readGroup(
  id: string,
  unsorted: readonly Item[],
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const items = unsorted.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  const kinds = items.map(({ type }) => words.read('item.type', type, IBM_KIND));
  const kind = kinds.find((one) => one !== 'unknown') ?? 'incident';
  const names = [...new Set(items.map(({ name }) => cleanTitle(name ?? '')))].filter(Boolean);
  const title = items
    .map(({ shortDescription }) => cleanTitle(shortDescription ?? ''))
    .find(Boolean);
  const states = items.map((item) => statusOf(item, kind, words));
  const status = states.find((one) => !isEndedStatus(one)) ?? states[0] ?? 'unknown';
  const start = earliest(...items.map((item) => readDate(item.outageStart)));
  const end = latest(...items.map((item) => readDate(item.outageEnd)));
  const created = earliest(...items.map((item) => readDate(item.creationTime)));
  const bodies = items.map((item) => ({
    body: bodyToText(item.longDescription ?? ''),
    at: readDate(item.updateTime),
  }));
  const incident = finishIncident({
    upstreamId: id,
    kind,
    title: title ?? titleOf(names),
    status,
    impact:
      kind === 'incident'
        ? worstImpact(items.map(({ sev }) => words.read('item.sev', sev, IBM_SEVERITY)))
        : null,
    startedAt: start ?? created,
    resolvedAt: end,
    updatedAt: latest(...items.map((item) => readDate(item.updateTime))),
    scheduledFor: start,
    scheduledUntil: end,
    updates: bodies
      .filter(
        ({ body }, index) => body !== '' && bodies.findIndex((one) => one.body === body) === index,
      )
      .map(({ body, at }) => ({ id: stableHash(body), at, status, body })),
    components: items.map(({ resourceIDs, name }) => ({
      ...(resourceIDs[0] !== undefined && { id: cleanId(resourceIDs[0]) }),
      name: name ?? '',
    })),
    url: context.statusPage,
  });
  const own = (word: string) => (word === 'global' ? word : `ibm-cloud:${word}`);
  return {
    ...incident,
    // The text is of the newest update, whatever started before it.
    startedAt: start ?? created ?? incident.startedAt,
    aliases: [...new Set(items.map((item) => cleanId(item.id ?? '')))].filter(
      (alias) => alias !== '' && alias !== id,
    ),
    regions: canonical(items.flatMap(({ regions }) => regions)).map(own),
    services: canonical(items.flatMap(({ resourceIDs }) => resourceIDs)).map(own),
  };
}

function statusOf(item: Item, kind: IncidentKind, words: WordReader): IncidentStatus {
  const status = words.read('item.state', item.state, IBM_STATE);
  if (kind === 'maintenance' && status === 'investigating') return 'scheduled';
  return statusForKind(status, kind);
}

function canonical(words: readonly string[]): string[] {
  const ids = words.map((word) => word.trim().toLowerCase());
  return [...new Set(ids.filter((id) => /^[a-z0-9][a-z0-9._-]{0,70}$/.test(id)))];
}

function titleOf(names: readonly string[]): string {
  return `${names.slice(0, MAX_NAMES).join(', ')}${names.length > MAX_NAMES ? ', …' : ''}`;
}
