import { decodeHTML } from 'entities';
import { z } from 'zod';
import { FeedError } from '../model/feed-error.ts';
import { type Impact, type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import type { Adapter, AdapterContext, FeedDocument, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { bodyToText } from './read/body-to-text.ts';
import { decodeText } from './read/decode-text.ts';
import { jsonFrom, withBody } from './read/embedded-json.ts';
import { anything, idText, optionalText } from './read/lenient.ts';
import { readDate } from './read/read-date.ts';
import { readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'okta';
const START =
  /\[\s*\{\s*(?:"|&quot;|&#34;)attributes(?:"|&quot;|&#34;)\s*:\s*\{\s*(?:"|&quot;|&#34;)type(?:"|&quot;|&#34;)\s*:\s*(?:"|&quot;|&#34;)Incident__c/;

const INCIDENTS = z.array(
  z.object({
    Id: idText,
    Name: optionalText,
    Incident_Title__c: optionalText,
    Log__c: optionalText,
    Status__c: anything,
    Category__c: anything,
    Start_Time__c: anything,
    Duration__c: anything,
    Last_Updated__c: anything,
    CreatedDate: anything,
    Okta_Sub_Service__c: optionalText,
    Impacted_Cells__c: optionalText,
  }),
);

export const OKTA_STATUS = {
  investigating: 'investigating',
  'in progress': 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
} as const satisfies Record<string, IncidentStatus>;

export const OKTA_CATEGORY = {
  'service disruption': 'major',
  'service degradation': 'minor',
  'feature disruption': 'minor',
} as const satisfies Record<string, Impact>;

/** Okta: the `Incident__c` records of Salesforce its status page carries. There is no feed. */
export const okta: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises(document) {
    try {
      return START.test(decodeText(document));
    } catch {
      return false;
    }
  },
  parse(documents, context) {
    const words = createWordReader();
    const records = readRecords(documents[0]);
    return {
      coverage: 'window',
      status: null,
      components: [],
      incidents: records.map((record) => readRecord(record, words, context)),
      // Found by its first record, the list is there and readable.
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

function readRecords(document: FeedDocument | undefined): z.infer<typeof INCIDENTS> {
  if (document === undefined)
    throw new FeedError('empty-response', 'There is no document to read.');
  const html = decodeText(document);
  const start = START.exec(html)?.index;
  if (start === undefined) {
    throw new FeedError('parse', `${FORMAT}: the page carries no Incident__c records.`, {
      url: document.url,
    });
  }
  // In an attribute the quotes are escaped; between tags they are not.
  const rest = html.slice(start, start + 40).includes('&')
    ? decodeHTML(html.slice(start))
    : html.slice(start);
  const json = jsonFrom(rest, 0);
  if (json === null)
    throw new FeedError('parse', `${FORMAT}: the records do not end.`, { url: document.url });
  return readJson(withBody(document, json), INCIDENTS, FORMAT);
}

function readRecord(
  record: z.infer<typeof INCIDENTS>[number],
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const status = words.read('Status__c', record.Status__c, OKTA_STATUS);
  const startedAt = readDate(record.Start_Time__c) ?? readDate(record.CreatedDate);
  const minutes =
    typeof record.Duration__c === 'number' && record.Duration__c >= 0 && record.Duration__c < 1e6
      ? record.Duration__c
      : null;
  // `Last_Updated__c` moves on for days with the root cause report; start and duration give the end.
  const end =
    startedAt !== null && minutes !== null && isEndedStatus(status)
      ? new Date(Date.parse(startedAt) + minutes * 60_000).toISOString()
      : null;
  const body = bodyToText(record.Log__c ?? '');
  const updatedAt = readDate(record.Last_Updated__c);
  return finishIncident({
    upstreamId: record.Id,
    kind: 'incident',
    title: record.Incident_Title__c ?? record.Name,
    status,
    impact: words.read('Category__c', record.Category__c, OKTA_CATEGORY),
    startedAt,
    resolvedAt: end,
    updatedAt,
    updates: body === '' ? [] : [{ id: 'log', at: end ?? updatedAt, status, body }],
    components: [
      record.Okta_Sub_Service__c ?? '',
      ...(record.Impacted_Cells__c ?? '').split(';'),
    ].map((name) => ({ name })),
    url: context.statusPage,
  });
}
