import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ProviderStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { pageBase } from './page-base.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, listOf, optionalText } from './read/lenient.ts';
import { hasKeys, isObject, objectAt, pickOrFirst } from './read/pick-document.ts';
import { safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { tolerateBroken } from './tolerate-broken.ts';

const FORMAT = 'rootly';

const INCIDENT = z.object({
  name: optionalText,
  status: anything,
  impact: anything,
  started_at: anything,
  resolved_at: anything,
  url: optionalText,
  incident_updates: listOf(
    z.object({ body: optionalText, status: anything, created_at: anything }),
  ),
});
const PAGE = z.object({
  page: z.object({ name: optionalText, url: optionalText, time_zone: optionalText }),
  status: z.object({ indicator: anything }).nullish(),
  incidents: z.array(INCIDENT),
});

export const ROOTLY_INDICATOR = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'major_outage',
  maintenance: 'under_maintenance',
} as const satisfies Record<string, ProviderStatus>;

export const ROOTLY_IMPACT = {
  none: 'none',
  minor: 'minor',
  major: 'major',
  critical: 'critical',
  maintenance: 'none',
} as const satisfies Record<string, Impact>;

export const ROOTLY_STATUS = {
  in_triage: 'investigating',
  started: 'investigating',
  detected: 'investigating',
  acknowledged: 'investigating',
  investigating: 'investigating',
  identified: 'identified',
  mitigated: 'monitoring',
  monitoring: 'monitoring',
  resolved: 'resolved',
  closed: 'resolved',
  cancelled: 'resolved',
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  verifying: 'verifying',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const PLANNED = ['scheduled', 'in_progress', 'verifying', 'completed'];

/** Like Statuspage's, but neither page nor incidents have an id. */
const isPage = (json: unknown) => {
  const page = objectAt(json, 'page');
  const hasLists = isObject(json) && Array.isArray(json.incidents) && !hasKeys(json, 'components');
  return hasLists && hasKeys(page, 'time_zone') && !hasKeys(page, 'id');
};

/** Rootly's public API on the page's own domain: what is open now. */
export const rootly: Adapter = {
  format: FORMAT,
  documents(url) {
    const api = `${pageBase(url)}/api/v1`;
    return [`${api}/status.json`, `${api}/incidents.json?per_page=100`];
  },
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const known = documents.filter((document) => isPage(parseJsonLoosely(document)));
    const pages = (known.length > 0 ? known : [pickOrFirst(documents, isPage)]).map((document) =>
      readJson(document, PAGE, FORMAT),
    );
    const stated = pages.find(({ status }) => status != null)?.status;
    return {
      coverage: 'active-only',
      status:
        stated == null ? null : words.read('status.indicator', stated.indicator, ROOTLY_INDICATOR),
      components: [],
      incidents: joinIncidents(
        pages.flatMap(({ incidents }) => incidents.map((raw) => readIncident(raw, words, context))),
      ),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  }),
};

function readIncident(
  raw: z.infer<typeof INCIDENT>,
  words: WordReader,
  context: AdapterContext,
): SnapshotIncident {
  const status = words.read('incident.status', raw.status, ROOTLY_STATUS);
  const startedAt = readDate(raw.started_at);
  const url = safeUrl(raw.url ?? '', context.statusPage);
  const isPlanned = raw.impact === 'maintenance' || PLANNED.includes(status);
  return finishIncident({
    // The last part of its address is the nearest thing to an id.
    upstreamId:
      /\/([\w-]+)\/?$/.exec(URL.parse(url)?.pathname ?? '')?.[1] ??
      `${raw.name ?? ''} ${startedAt ?? ''}`,
    kind: isPlanned ? 'maintenance' : 'incident',
    title: raw.name,
    status,
    impact: words.read('incident.impact', raw.impact, ROOTLY_IMPACT),
    startedAt,
    resolvedAt: readDate(raw.resolved_at),
    scheduledFor: startedAt,
    updates: raw.incident_updates.map((post) => {
      const at = readDate(post.created_at);
      return {
        id: at ?? 'post',
        at,
        status: words.read('update.status', post.status, ROOTLY_STATUS),
        body: bodyToText(post.body ?? ''),
      };
    }),
    components: [],
    url,
  });
}
