import { type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { Adapter, FeedDocument, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import {
  CACHET_COMPONENT,
  CACHET_DOCUMENT,
  CACHET_INCIDENT,
  CACHET_ITEM,
  CACHET_SCHEDULE,
  type CachetItem,
  type CachetList,
  cachetList,
  flattenCachetItem,
} from './cachet-wire.ts';
import { finishIncident, statusOfWindow } from './finish-incident.ts';
import { cleanTitle, markdownToText, safeUrl } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { tolerateBroken } from './tolerate-broken.ts';
import { createZonelessDates, type ZonelessDates } from './zoneless-dates.ts';

const FORMAT = 'cachet';

/** Cachet 1 and 2 (`/api/v1/…`), and 3 (`/api/…`) where the address ends in `/api`. */
export const cachet: Adapter = {
  format: FORMAT,
  documents(url) {
    const base = url.replace(/\/+$/, '');
    if (/\/api$/.test(base)) {
      return [
        `${base}/incidents?include=components,updates&sort=-id&per_page=50`,
        `${base}/components?include=group&per_page=100`,
        `${base}/schedules?include=components&sort=-id&per_page=50`,
      ];
    }
    const api = /\/api\/v1$/.test(base) ? base : `${base}/api/v1`;
    return [
      `${api}/incidents?sort=id&order=desc&per_page=50`,
      `${api}/components?per_page=100`,
      `${api}/components/groups?per_page=100`,
      `${api}/schedules?sort=id&order=desc&per_page=50`,
    ];
  },
  recognises: (document) => cachetList(parseJsonLoosely(document), document.url) !== null,
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const dates = createZonelessDates(context);
    const lists = documents.map(readList);
    const items = (wanted: CachetList) =>
      lists.filter(({ list }) => list === wanted).flatMap((one) => one.items);
    // An item that is dropped may be the one that is open.
    const unread = lists.filter(({ list, isWhole }) => list !== null && !isWhole);
    const groups = new Map(items('groups').map(({ id, name }) => [id, cleanTitle(name ?? '')]));
    const components = items('components')
      .filter(({ enabled }) => enabled !== false)
      .map((item) => readComponent(item, groups, words));
    const names = new Map(components.map(({ id, name }) => [id, name]));
    const page = { words, dates, names, statusPage: context.statusPage, now: context.fetchedAt };
    return {
      coverage: 'window',
      status: null,
      components,
      incidents: [
        ...items('incidents')
          .filter(({ visible }) => visible !== 0 && visible !== false)
          .map((item) => readIncident(item, page)),
        ...items('schedules').map((item) => readSchedule(item, page)),
      ],
      provesNothingReported: lists.some(({ list }) => list === 'incidents') && unread.length === 0,
      unknownWords: words.unknownWords,
      warnings: [
        ...dates.warnings(),
        ...unread.map(({ url }) => `${url}: an item without an id was left out.`),
      ],
    };
  }),
};

interface Page {
  words: WordReader;
  dates: ZonelessDates;
  names: ReadonlyMap<string, string>;
  statusPage: string;
  now: string;
}

/** Which list it is, null for none of ours; its items, without those that have no id. */
function readList(document: FeedDocument) {
  const { data, included } = readJson(document, CACHET_DOCUMENT, FORMAT);
  const items = data.flatMap(
    (raw) => CACHET_ITEM.safeParse(flattenCachetItem(raw, included)).data ?? [],
  );
  return {
    list: cachetList(parseJsonLoosely(document), document.url),
    url: document.url,
    items,
    isWhole: items.length === data.length,
  };
}

function readComponent(
  item: CachetItem,
  groups: ReadonlyMap<string, string>,
  words: WordReader,
): SnapshotComponent {
  const group = groups.get(item.group_id) ?? cleanTitle(item.group_name ?? '');
  return {
    id: item.id,
    name: cleanTitle(item.name ?? '') || `Component ${item.id}`,
    status: words.read('component.status', item.status, CACHET_COMPONENT),
    ...(group !== '' && { group }),
  };
}

/** `status` stays at the first word for ever; `latest_status` is the newest update's. */
function readIncident(item: CachetItem, page: Page): SnapshotIncident {
  const { words, dates } = page;
  const stated: IncidentStatus = words.read(
    'incident.status',
    item.latest_status ?? item.status,
    CACHET_INCIDENT,
  );
  const opening = {
    id: 'opening',
    at: dates.read(item.occurred_at ?? item.created_at),
    status: firstStatus(item, words),
    body: markdownToText(item.message ?? ''),
  };
  const posts = item.updates
    // Listed newest first; turned round, updates of the same second keep their order.
    .toReversed()
    .map(({ id, status, message, created_at }) => ({
      id,
      at: dates.read(created_at),
      status: words.read('update.status', status, CACHET_INCIDENT),
      body: markdownToText(message ?? ''),
    }));
  const own = page.names.get(item.component_id);
  const status = item.is_resolved === true && !isEndedStatus(stated) ? 'resolved' : stated;
  return finishIncident({
    upstreamId: item.id,
    kind: stated === 'scheduled' ? 'maintenance' : 'incident',
    title: item.name,
    status,
    impact: null,
    startedAt: opening.at,
    updatedAt: dates.read(item.updated_at),
    scheduledFor: dates.read(item.scheduled_at),
    updates: [opening, ...posts],
    components:
      own === undefined
        ? item.components
        : [{ id: item.component_id, name: own }, ...item.components],
    url: safeUrl(item.permalink ?? `/incidents/${encodeURIComponent(item.id)}`, page.statusPage),
  });
}

function firstStatus(item: CachetItem, words: WordReader): IncidentStatus {
  // Version 3 keeps only the newest word, which is not that of the opening post.
  return item.updates.length > 0 && item.latest_status === item.status
    ? 'investigating'
    : words.read('incident.status', item.status, CACHET_INCIDENT);
}

function readSchedule(item: CachetItem, { words, dates, statusPage, now }: Page): SnapshotIncident {
  const start = dates.read(item.scheduled_at);
  const end = dates.read(item.completed_at);
  // Version 3 leaves the word out of some answers; the window then tells.
  const status =
    item.status === undefined
      ? statusOfWindow(start, end, now)
      : words.read('schedule.status', item.status, CACHET_SCHEDULE);
  return finishIncident({
    upstreamId: `schedule-${item.id}`,
    kind: 'maintenance',
    title: item.name,
    status,
    impact: null,
    startedAt: dates.read(item.created_at),
    resolvedAt: end,
    updatedAt: dates.read(item.updated_at),
    scheduledFor: start,
    scheduledUntil: end && end > (start ?? end) ? end : null,
    updates: [
      {
        id: 'opening',
        at: dates.read(item.created_at),
        status: 'scheduled',
        body: markdownToText(item.message ?? ''),
      },
    ],
    components: item.components,
    url: safeUrl(`/schedules/${encodeURIComponent(item.id)}`, statusPage),
  });
}
