import { z } from 'zod';
import type { IncidentStatus } from '../model/incident.ts';
import type { Adapter, AdapterContext, SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import { readAwsPosts } from './aws-posts.ts';
import { AWS_IMPACT, awsPlace, awsTitle, isNormal, saysResolved } from './aws-words.ts';
import { earliest, endOfUpdates } from './incident-course.ts';
import { joinIncidents } from './join-incidents.ts';
import { anything, idText, optionalText } from './read/lenient.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

/** `https://status.aws.amazon.com/data.json` of the dashboard before AWS Health, empty since 2023. */
const EVENT = z.object({
  service: idText,
  service_name: optionalText,
  summary: z.string(),
  /** Seconds since the epoch, as a string. */
  date: anything,
  status: anything,
  description: optionalText,
});
const DOCUMENT = z.object({ archive: z.array(EVENT), current: z.array(EVENT) });
const SIGNATURE = z.object({ archive: z.array(z.unknown()), current: z.array(z.unknown()) });
type AwsDataEvent = z.infer<typeof EVENT>;

/** AWS's legacy `data.json`: current and archived events of about a year. */
export const awsData: Adapter = {
  format: 'aws-data',
  documents: (url) => [url],
  recognises: (document) => SIGNATURE.safeParse(parseJsonLoosely(document)).success,
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, DOCUMENT, 'aws-data'),
    );
    return {
      coverage: 'history',
      status: null,
      components: [],
      incidents: joinIncidents(
        readings.flatMap(({ archive, current }) => [
          ...current.map((raw) => readEvent(raw, false, words, context)),
          ...archive.map((raw) => readEvent(raw, true, words, context)),
        ]),
      ),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function readEvent(
  raw: AwsDataEvent,
  isArchived: boolean,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const start = readDate(raw.date);
  const updates = readAwsPosts(raw.description ?? '', start);
  const last = updates.at(-1);
  const isOver = isArchived || isNormal(raw.status) || saysResolved(raw.summary);
  if (isOver && last !== undefined) last.status = 'resolved';
  const { service, region } = awsPlace(raw.service);
  const impact = words.read('event.status', raw.status, AWS_IMPACT);
  return {
    upstreamId: `${raw.service}_${start === null ? raw.summary : Date.parse(start) / 1000}`,
    kind: 'incident',
    title: cleanTitle(awsTitle(raw.summary)) || cleanTitle(raw.service_name ?? '') || raw.service,
    status: isOver ? 'resolved' : openStatus(last),
    // An event that is over has 0 for its state; how bad it had been is not told any more.
    impact: impact === 'none' ? 'unknown' : impact,
    startedAt: earliest(start, updates[0]?.at),
    resolvedAt: isOver ? endOfUpdates(updates) : null,
    updatedAt: last?.at ?? start,
    updates,
    components: [{ id: raw.service, name: cleanTitle(raw.service_name ?? '') || raw.service }],
    regions: [region ?? 'global'],
    services: service === undefined ? [] : [service],
    url: context.statusPage,
    marks: [],
  };
}

function openStatus(last: SnapshotUpdate | undefined): IncidentStatus {
  return last === undefined || last.status === 'resolved' ? 'investigating' : last.status;
}
