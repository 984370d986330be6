import { z } from 'zod';
import type { Impact, IncidentComponent, IncidentStatus } from '../model/incident.ts';
import type { Adapter, AdapterContext, SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import { createIdMaker, earliest, endOfUpdates, latest, sortPosts } from './incident-course.ts';
import { joinIncidents, unionOfComponents } from './join-incidents.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { cleanText, cleanTitle, markdownToText, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

const PLACE = z.object({ id: idText, title: optionalText });

const UPDATE = z.object({
  created: anything,
  when: anything,
  text: optionalText,
  status: anything,
  affected_locations: listOf(PLACE),
});

/** `/incidents.schema.json` on each host; before 2021 without id, products, places and impact. */
const INCIDENT = z.object({
  id: idText.nullish(),
  number: idText,
  begin: anything,
  created: anything,
  end: anything,
  modified: anything,
  external_desc: z.string(),
  updates: listOf(UPDATE),
  most_recent_update: UPDATE.nullish(),
  'most-recent-update': UPDATE.nullish(),
  status_impact: anything,
  severity: anything,
  service_key: idText.nullish().catch(null),
  service_name: optionalText,
  affected_products: listOf(z.object({ id: idText.nullish(), title: z.string() })),
  uri: optionalText,
  currently_affected_locations: listOf(PLACE),
  previously_affected_locations: listOf(PLACE),
});
type GoogleIncident = z.infer<typeof INCIDENT>;
type GoogleUpdate = z.infer<typeof UPDATE>;

const SIGNATURE = z
  .array(z.object({ external_desc: z.string(), begin: z.string(), updates: z.array(z.unknown()) }))
  .min(1);

/** `status_impact` of an incident. */
export const GOOGLE_STATUS_IMPACT = {
  service_information: 'minor',
  service_disruption: 'major',
  service_outage: 'critical',
} as const satisfies Record<string, Impact>;

/** `severity`, where an incident of the old schema has nothing else. */
export const GOOGLE_SEVERITY = {
  low: 'minor',
  medium: 'major',
  high: 'critical',
} as const satisfies Record<string, Impact>;

/** `status` of an update: all but `AVAILABLE` tell how bad it is, not how far the work has come. */
export const GOOGLE_UPDATE_STATUS = {
  available: 'resolved',
  service_information: 'investigating',
  service_disruption: 'investigating',
  service_outage: 'investigating',
} as const satisfies Record<string, IncidentStatus>;

const REPORT = /\b(?:incident report|post-?mortem|root cause analysis)\b/i;
const LABEL = /^(?:title|summary|description)\s*:?$/i;
const SEVERAL = /^multiple products$/i;

/** The status dashboards of Google: Cloud, Workspace, Firebase, Play … one list, open and closed. */
export const googleStatus: Adapter = {
  format: 'google-status',
  documents: (url) => [url.endsWith('.json') ? url : `${url.replace(/\/+$/, '')}/incidents.json`],
  recognises: (document) => SIGNATURE.safeParse(parseJsonLoosely(document)).success,
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, z.array(INCIDENT), 'google-status').map((raw) =>
        readIncident(raw, document.url, words, context),
      ),
    );
    const incidents = joinIncidents(readings.flat());
    return {
      // No dashboard is without a past: an empty list takes nothing back and proves nothing.
      coverage: incidents.length > 0 ? 'history' : 'window',
      status: null,
      components: [],
      incidents,
      provesNothingReported: incidents.length > 0,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function readIncident(
  raw: GoogleIncident,
  documentUrl: string,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const end = readDate(raw.end);
  const newest = raw.most_recent_update ?? raw['most-recent-update'];
  const posts = raw.updates.length > 0 ? raw.updates : newest ? [newest] : [];
  const updates = readUpdates(posts, end, words);
  const last = updates.at(-1);
  const isReported = last?.status === 'postmortem';
  return {
    upstreamId: raw.id ?? `${raw.service_key ?? 'service'}-${raw.number}`,
    kind: 'incident',
    title: titleOf(raw),
    status: end === null ? openStatus(last) : isReported ? 'postmortem' : 'resolved',
    impact:
      raw.status_impact != null
        ? words.read('status_impact', raw.status_impact, GOOGLE_STATUS_IMPACT)
        : words.read('severity', raw.severity, GOOGLE_SEVERITY),
    startedAt: earliest(readDate(raw.begin), readDate(raw.created), updates[0]?.at),
    resolvedAt: end,
    updatedAt: latest(readDate(raw.modified), last?.at),
    updates,
    components: componentsOf(raw),
    regions: regionsOf(raw),
    services: [],
    url: safeUrl(raw.uri ?? '', documentUrl) || context.statusPage,
    marks: [],
  };
}

/** The dashboard closes an incident by its `end`, not by what the last post says. */
function openStatus(last: SnapshotUpdate | undefined): IncidentStatus {
  if (last === undefined) return 'investigating';
  return endOfUpdates([last]) !== null ? 'monitoring' : last.status;
}

function readUpdates(
  raw: readonly GoogleUpdate[],
  end: string | null,
  words: WordReader,
): SnapshotUpdate[] {
  const makeId = createIdMaker();
  const posts = raw.toReversed().map((post) => {
    const text = post.text ?? '';
    const at = readDate(post.when) ?? readDate(post.created);
    return {
      id: makeId(readDate(post.created) ?? at ?? 'post'),
      at,
      status: statusOfPost(post, text, at, end, words),
      body: looksLikeMarkdown(text) ? markdownToText(text) : cleanText(text),
    };
  });
  return sortPosts(posts);
}

function statusOfPost(
  post: GoogleUpdate,
  text: string,
  at: string | null,
  end: string | null,
  words: WordReader,
): IncidentStatus {
  const stated =
    post.status == null ? null : words.read('update.status', post.status, GOOGLE_UPDATE_STATUS);
  const isOver = stated === 'resolved' || (end !== null && (at ?? '') >= end);
  if (isOver) return REPORT.test(text) ? 'postmortem' : 'resolved';
  if (stated === 'unknown') return 'unknown';
  const told = statusFromText(text);
  return told === 'identified' || told === 'monitoring' ? told : 'investigating';
}

/** Workspace puts the whole first post there, with its headings; Cloud a sentence. */
function titleOf(raw: GoogleIncident): string {
  const description = raw.external_desc;
  const text = looksLikeMarkdown(description) ? markdownToText(description) : description;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isLabelled = LABEL.test(lines[0] ?? '');
  const title = isLabelled ? (lines.find((line) => !LABEL.test(line)) ?? '') : lines.join(' ');
  return (
    cleanTitle(title.replace(/^\[resolved\]\s*/i, '')) ||
    cleanTitle(raw.service_name ?? '') ||
    `Incident ${raw.number}`
  );
}

function componentsOf(raw: GoogleIncident): IncidentComponent[] {
  const products = raw.affected_products.map(({ id, title }) => ({
    ...(id != null && { id }),
    name: cleanTitle(title),
  }));
  if (products.length > 0) return unionOfComponents(products);
  const name = cleanTitle(raw.service_name ?? '');
  if (name === '' || SEVERAL.test(name)) return [];
  return [{ ...(raw.service_key != null && { id: raw.service_key }), name }];
}

/** Every place it touched over its life. Workspace names places of the same cloud. */
function regionsOf(raw: GoogleIncident): string[] {
  const places = [
    ...raw.currently_affected_locations,
    ...raw.previously_affected_locations,
    ...raw.updates.flatMap(({ affected_locations }) => affected_locations),
  ];
  const ids = places.map(({ id }) => id.toLowerCase());
  return [...new Set(ids.map((id) => (id === 'global' ? id : `google-cloud:${id}`)))];
}

function looksLikeMarkdown(text: string): boolean {
  return /\*\*|^#{1,6} |^\s*[*-] |\]\(http|`/m.test(text);
}
