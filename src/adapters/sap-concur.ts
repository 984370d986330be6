import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { carryState } from './carry-state.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { isObject, objectAt } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

const FORMAT = 'sap-concur';

const TEXTS = z.object({ en: optionalText, de: optionalText }).nullish().catch(null);
const INCIDENT = z.object({
  id: idText,
  affected_services: listOf(z.string()).catch([]),
  data_centers: listOf(z.string()).catch([]),
  severity: anything,
  status: anything,
  start_date: anything,
  start_epoch: anything,
  end_date: anything,
  end_epoch: anything,
  created_date: anything,
  messages: listOf(
    z.object({ id: idText, body: TEXTS, created_date: anything, message_type: anything }),
  ),
});
type ConcurIncident = z.infer<typeof INCIDENT>;
const HISTORY = z.object({ incidents: z.array(INCIDENT) });
const BANNER = z.object({ data: z.object({ display: z.boolean(), text: TEXTS }) });

/** The severity is a word for how much is lost: parts (degradation) or all of a service. */
export const CONCUR_SEVERITY = {
  degradation: 'minor',
  disruption: 'major',
} as const satisfies Record<string, Impact>;

export const CONCUR_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
} as const satisfies Record<string, IncidentStatus>;

/** `update` leaves the state to the text. "Identified" is the issue here, not its cause. */
export const CONCUR_MESSAGE = {
  'issue identified': 'investigating',
  'issue status update': 'update',
  'issue identified and resolved': 'resolved',
  'issue resolved': 'resolved',
  'root cause analysis': 'postmortem',
} as const satisfies Record<string, IncidentStatus | 'update'>;

const isHistory = (json: unknown) =>
  isObject(json) &&
  Array.isArray(json.incidents) &&
  json.incidents.some((one) => isObject(one) && 'data_centers' in one && 'messages' in one);
const isBanner = (json: unknown) => {
  const data = objectAt(json, 'data');
  return data !== undefined && typeof data.display === 'boolean' && isObject(data.text);
};

/** SAP Concur Open: the incidents of one data centre, newest first, and the page's banner. */
export const sapConcur: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises(document) {
    const json = parseJsonLoosely(document);
    return isHistory(json) || isBanner(json);
  },
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) => {
      if (isBanner(parseJsonLoosely(document))) {
        return { isAlert: readJson(document, BANNER, FORMAT).data.display, incidents: [] };
      }
      const { incidents } = readJson(document, HISTORY, FORMAT);
      return {
        isAlert: false,
        incidents: incidents.map((raw) => readIncident(raw, words, context)),
      };
    });
    const incidents = joinIncidents(readings.flatMap((reading) => reading.incidents));
    return {
      coverage: 'window',
      // The banner warns of something that is not an incident yet. Hidden, it says nothing.
      status: readings.some(({ isAlert }) => isAlert) ? 'degraded_performance' : null,
      components: [],
      incidents,
      // The history of any data centre goes back years: empty, it is not to be trusted.
      provesNothingReported: incidents.length > 0 && readings.every(({ isAlert }) => !isAlert),
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function readIncident(
  raw: ConcurIncident,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const updates = carryState(
    raw.messages.map((message) => {
      const body = bodyToText(message.body?.en ?? message.body?.de ?? '');
      const type = words.read('message.message_type', message.message_type, CONCUR_MESSAGE);
      const status = type === 'update' ? openStatus(body) : type;
      return { id: message.id, at: readDate(message.created_date), status, body };
    }),
    'investigating',
  );
  const newest = updates.at(-1);
  const stated = words.read('incident.status', raw.status, CONCUR_STATUS);
  const services = [...new Set(raw.affected_services.map((name) => cleanTitle(name)))].filter(
    Boolean,
  );
  const incident = finishIncident({
    upstreamId: raw.id,
    kind: 'incident',
    title: titleOf(services, raw.severity),
    status: stated === 'resolved' && newest?.status === 'postmortem' ? 'postmortem' : stated,
    impact: words.read('incident.severity', raw.severity, CONCUR_SEVERITY),
    startedAt: readDate(raw.start_date) ?? readDate(raw.start_epoch) ?? readDate(raw.created_date),
    resolvedAt: readDate(raw.end_date) ?? readDate(raw.end_epoch),
    updates,
    components: services.map((name) => ({ id: name, name })),
    url: context.statusPage,
  });
  return { ...incident, regions: regionsOf(raw.data_centers) };
}

/** A status update ends nothing: it says so by being one. */
function openStatus(body: string): IncidentStatus | null {
  const told = statusFromText(body);
  if (told === 'resolved' || told === 'monitoring') return 'monitoring';
  return told === 'identified' ? 'identified' : null;
}

/** Incidents have no title of their own. */
function titleOf(services: readonly string[], severity: unknown): string {
  const what = (typeof severity === 'string' && severity.trim()) || 'issue';
  return services.length === 0 ? `Service ${what}` : `${services.join(', ')}: ${what}`;
}

function regionsOf(names: readonly string[]): string[] {
  const slugs = names.map((name) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
  );
  return [...new Set(slugs.filter((slug) => slug !== ''))].map((slug) => `sap-concur:${slug}`);
}
