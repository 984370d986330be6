import { z } from 'zod';
import { worstImpact } from '../model/impact.ts';
import { type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { Adapter, AdapterContext, SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import {
  AWS_IMPACT,
  awsPlace,
  awsTitle,
  isAwsRegion,
  isNormal,
  saysResolved,
} from './aws-words.ts';
import { createIdMaker, earliest, endOfUpdates, latest, sortPosts } from './incident-course.ts';
import { joinIncidents, unionOfComponents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, cleanId, idText, listOf, optionalText } from './read/lenient.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

/**
 * `https://health.aws.amazon.com/public/currentevents`, UTF-16BE with a byte order mark. Read from
 * recordings; AWS documents only the account-bound API of the same name.
 */
const EVENT = z.object({
  arn: idText,
  /** Seconds since the epoch, as a string. */
  date: anything,
  end_time: anything,
  region_name: optionalText,
  status: anything,
  service: idText.nullish().catch(null),
  service_name: optionalText,
  summary: z.string(),
  event_log: listOf(
    z.object({
      summary: optionalText,
      message: optionalText,
      status: anything,
      timestamp: anything,
    }),
  ),
  impacted_services: z
    .record(z.string(), z.object({ service_name: optionalText, current: anything, max: anything }))
    .nullish(),
});
type AwsEvent = z.infer<typeof EVENT>;

const SIGNATURE = z
  .array(z.object({ arn: z.string().startsWith('arn:aws'), event_log: z.array(z.unknown()) }))
  .min(1);
const HEALTH_PAGE = 'https://health.aws.amazon.com/health/status';

/** AWS Health's public events: what is open, and for a while what has just ended. */
export const awsCurrentevents: Adapter = {
  format: 'aws-currentevents',
  documents: (url) => [url],
  recognises: (document) => SIGNATURE.safeParse(parseJsonLoosely(document)).success,
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, z.array(EVENT), 'aws-currentevents'),
    );
    return {
      coverage: 'active-only',
      status: null,
      components: [],
      incidents: joinIncidents(readings.flat().map((raw) => readEvent(raw, words, context))),
      // AWS answers `[]` when nothing is reported.
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function readEvent(raw: AwsEvent, words: WordReader, context: AdapterContext): SnapshotIncident {
  const start = readDate(raw.date);
  const updates = readLog(raw);
  const last = updates.at(-1);
  const isOver = isNormal(raw.status) || saysResolved(raw.summary);
  const impacted = Object.entries(raw.impacted_services ?? {});
  const keys = [raw.service, ...impacted.map(([key]) => key)].filter((key) => key != null);
  const places = keys.map(awsPlace);
  const severities = [
    raw.status,
    ...raw.event_log.map(({ status }) => status),
    ...impacted.map(([, { max }]) => max),
  ].filter((severity) => severity !== null && severity !== undefined);
  const impact = worstImpact(
    severities.map((word) => words.read('event.status', word, AWS_IMPACT)),
  );
  const resolvedAt = readDate(raw.end_time) ?? endOfUpdates(updates) ?? last?.at ?? null;
  return {
    // The part of the ARN behind the type is unique by itself; the whole one stays known.
    upstreamId: raw.arn.split('/').at(-1) || raw.arn,
    aliases: aliasesOf(raw, start),
    kind: 'incident',
    title: cleanTitle(awsTitle(raw.summary)) || cleanTitle(raw.service_name ?? '') || 'AWS event',
    status: isOver ? 'resolved' : openStatus(last),
    // 0 is the state now; where nothing tells how bad it had been, we do not know it.
    impact: impact === 'none' ? 'unknown' : impact,
    startedAt: earliest(start, updates[0]?.at),
    resolvedAt: isOver ? resolvedAt : null,
    updatedAt: latest(last?.at, isOver ? resolvedAt : null) ?? start,
    updates,
    components: componentsOf(raw),
    regions: regionsOf(raw, places),
    services: [...new Set(places.flatMap(({ service }) => service ?? []))],
    url: eventUrl(raw.arn) || context.statusPage,
    marks: [],
  };
}

/** The event keeps its start as its key elsewhere: in data.json and in the RSS feeds' guids. */
function aliasesOf(raw: AwsEvent, start: string | null): string[] {
  const { arn, service } = raw;
  return [arn, ...(service && start ? [`${service}_${Date.parse(start) / 1000}`] : [])];
}

function readLog(raw: AwsEvent): SnapshotUpdate[] {
  const makeId = createIdMaker();
  const posts = sortPosts(
    raw.event_log.map((entry) => ({ ...entry, at: readDate(entry.timestamp) })),
  );
  return posts.map(({ at, status, summary, message }) => {
    const body = bodyToText(message ?? '');
    const isOver = isNormal(status) || saysResolved(summary ?? '');
    const told = statusFromText(body);
    return {
      id: makeId(at ?? 'post'),
      at,
      status: isOver
        ? ('resolved' as const)
        : told === 'identified' || told === 'monitoring'
          ? told
          : ('investigating' as const),
      body,
    };
  });
}

function openStatus(last: SnapshotUpdate | undefined): IncidentStatus {
  if (last === undefined) return 'investigating';
  return isEndedStatus(last.status) ? 'monitoring' : last.status;
}

/** Services by the names AWS shows; the event's own where it lists no others. */
function componentsOf(raw: AwsEvent) {
  const impacted = Object.entries(raw.impacted_services ?? {});
  const own =
    raw.service == null ? [] : [[raw.service, { service_name: raw.service_name }] as const];
  return unionOfComponents(
    (impacted.length > 0 ? impacted : own)
      .map(([key, { service_name }]) => {
        const id = cleanId(key);
        return { id, name: cleanTitle(service_name ?? '') || id };
      })
      .filter(({ name }) => name !== ''),
  );
}

function regionsOf(raw: AwsEvent, places: readonly { region?: string }[]): string[] {
  const inArn = raw.arn.toLowerCase().split(':').filter(isAwsRegion);
  const regions = new Set([
    ...inArn.map((region) => `aws:${region}`),
    ...places.flatMap(({ region }) => region ?? []),
  ]);
  return regions.size > 0 ? [...regions] : ['global'];
}

function eventUrl(arn: string): string {
  return arn.startsWith('arn:aws') ? `${HEALTH_PAGE}?eventID=${encodeURIComponent(arn)}` : '';
}
