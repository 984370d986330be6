import { z } from 'zod';
import type { Impact, IncidentKind, IncidentStatus } from '../model/incident.ts';
import type { ProviderStatus } from '../model/status.ts';
import type { AdapterContext, FeedDocument, Snapshot, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { hasKeys, isObject, pickOrFirst } from './read/pick-document.ts';
import { safeUrl } from './read/plain-text.ts';
import { readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { createZonelessDates, type ZonelessDates } from './zoneless-dates.ts';

const INCIDENT = z.object({
  Id: idText,
  Title: optionalText,
  Status: anything,
  IncidentType: anything,
  StartDate: anything,
  EndDate: anything,
  DateCreated: anything,
  DateUpdated: anything,
  ShortUrl: optionalText,
  Posts: listOf(
    z.object({
      Id: idText.nullish().catch(null),
      Text: optionalText,
      Status: anything,
      DateCreated: anything,
    }),
  ).catch([]),
  AffectedComponents: listOf(z.unknown()).catch([]),
});
type Incident = z.infer<typeof INCIDENT>;
const SUMMARY = z.object({
  PageName: optionalText,
  Status: z.string(),
  UnresolvedIncidents: requiredList(INCIDENT),
});

/** `Status` of the page. Informational says that there is news, not that something fails. */
export const STATUSCAST_STATUS = {
  available: 'operational',
  operational: 'operational',
  normal: 'operational',
  informational: 'operational',
  maintenance: 'under_maintenance',
  degraded: 'degraded_performance',
  degradedperformance: 'degraded_performance',
  performanceissue: 'degraded_performance',
  partialoutage: 'partial_outage',
  serviceunavailable: 'major_outage',
  unavailable: 'major_outage',
  outage: 'major_outage',
  majoroutage: 'major_outage',
} as const satisfies Record<string, ProviderStatus>;

export const STATUSCAST_KIND = {
  informational: 'notice',
  maintenance: 'maintenance',
  scheduledmaintenance: 'maintenance',
  degraded: 'incident',
  degradedperformance: 'incident',
  performanceissue: 'incident',
  partialoutage: 'incident',
  serviceunavailable: 'incident',
  unavailable: 'incident',
  outage: 'incident',
  majoroutage: 'incident',
} as const satisfies Record<string, IncidentKind>;

/** `IncidentType` → impact. */
export const STATUSCAST_IMPACT = {
  informational: 'none',
  maintenance: 'none',
  scheduledmaintenance: 'none',
  degraded: 'minor',
  degradedperformance: 'minor',
  performanceissue: 'minor',
  partialoutage: 'major',
  serviceunavailable: 'critical',
  unavailable: 'critical',
  outage: 'critical',
  majoroutage: 'critical',
} as const satisfies Record<string, Impact>;

export const STATUSCAST_INCIDENT_STATUS = {
  new: 'investigating',
  investigating: 'investigating',
  inprogress: 'in_progress',
  identified: 'identified',
  monitoring: 'monitoring',
  scheduled: 'scheduled',
  resolved: 'resolved',
  closed: 'resolved',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

/** The signature of `summary.json` on StatusCast pages: its keys are in Pascal case. */
export function isStatuscastSummary(json: unknown): boolean {
  return (
    isObject(json) && typeof json.Status === 'string' && hasKeys(json, 'PageName', 'StatusText')
  );
}

/** What a StatusCast page says of now, read for the format that names the page. */
export function readStatuscastSummary(
  documents: readonly FeedDocument[],
  context: AdapterContext,
  format: string,
): Snapshot {
  const words = createWordReader();
  const dates = createZonelessDates(context);
  const summary = readJson(pickOrFirst(documents, isStatuscastSummary), SUMMARY, format);
  const incidents = joinIncidents(
    summary.UnresolvedIncidents.map((raw) => readIncident(raw, words, dates, context)),
  );
  return {
    coverage: 'active-only',
    status: words.read('Status', bare(summary.Status), STATUSCAST_STATUS),
    components: [],
    incidents,
    provesNothingReported: true,
    unknownWords: words.unknownWords,
    warnings: dates.warnings(),
  };
}

function readIncident(
  raw: Incident,
  words: WordReader,
  dates: ZonelessDates,
  context: AdapterContext,
): SnapshotIncident {
  const type = words.read('incident.IncidentType', bare(raw.IncidentType), STATUSCAST_KIND);
  const kind = type === 'unknown' ? 'incident' : type;
  const stated = words.read('incident.Status', bare(raw.Status), STATUSCAST_INCIDENT_STATUS);
  const start = dates.read(raw.StartDate);
  const isAhead = kind === 'maintenance' && (start ?? '') > context.fetchedAt;
  return finishIncident({
    upstreamId: raw.Id,
    kind,
    title: raw.Title,
    // Planned work is "in progress" from the day it is announced.
    status: isAhead && stated === 'in_progress' ? 'scheduled' : stated,
    impact: words.read('incident.IncidentType', bare(raw.IncidentType), STATUSCAST_IMPACT),
    startedAt: start ?? dates.read(raw.DateCreated),
    updatedAt: dates.read(raw.DateUpdated) ?? dates.read(raw.DateCreated),
    scheduledFor: start,
    scheduledUntil: dates.read(raw.EndDate),
    updates: raw.Posts.map((post, index) => {
      const body = bodyToText(post.Text ?? '');
      const at = dates.read(post.DateCreated);
      const status =
        post.Status === undefined || post.Status === null
          ? (statusFromText(body) ?? 'investigating')
          : words.read('post.Status', bare(post.Status), STATUSCAST_INCIDENT_STATUS);
      return { id: post.Id ?? at ?? `post-${index}`, at, status, body };
    }),
    components: raw.AffectedComponents.flatMap((component) => {
      const name = isObject(component) ? component.Name : component;
      return typeof name === 'string' ? [{ name }] : [];
    }),
    url: safeUrl(raw.ShortUrl ?? '', context.statusPage) || context.statusPage,
  });
}

/** `Performance Issue`, `PerformanceIssue` and `performance-issue` are one word. */
function bare(word: unknown): unknown {
  return typeof word === 'string' ? word.replace(/[^\p{L}\d]/gu, '') || word : word;
}
