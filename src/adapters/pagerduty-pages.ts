import { z } from 'zod';
import { FeedError } from '../model/feed-error.ts';
import { worstImpact } from '../model/impact.ts';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, FeedDocument, SnapshotIncident } from './adapter.ts';
import { statusesFromClaims } from './derive-status.ts';
import { finishIncident } from './finish-incident.ts';
import { sortPosts } from './incident-course.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { decodeText } from './read/decode-text.ts';
import { withBody } from './read/embedded-json.ts';
import { anything, idText, linkedId, listOf, optionalText } from './read/lenient.ts';
import { objectAt } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'pagerduty-pages';
const SCRIPT = /<script\b[^>]*\bid=["']data["'][^>]*>([\s\S]*?)<\/script>/i;

const INCIDENT = z.object({
  id: idText,
  title: optionalText,
  updates: listOf(
    z.object({
      id: idText,
      reported_at: anything,
      created_at: anything,
      message: optionalText,
      severity: anything,
      status: anything,
      impacted_business_services: listOf(
        z.object({ business_service_id: idText, name: optionalText, severity: anything }),
      ),
    }),
  ),
});
const PAGE = z.object({
  summary: z.object({ open_incidents: z.array(INCIDENT), resolved_incidents: listOf(INCIDENT) }),
  layout: z
    .object({
      layout_settings: z.object({
        business_services: listOf(
          z.object({ id: idText, name: z.string(), grouping_element: anything, Head_ID: linkedId }),
        ),
      }),
    })
    .nullish()
    .catch(null),
});

export const PAGERDUTY_SERVICE = {
  all_good: 'operational',
  operational: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  'partial outage': 'partial_outage',
  outage: 'major_outage',
  maintenance: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

export const PAGERDUTY_SEVERITY = {
  all_good: 'none',
  'all good': 'none',
  minor: 'minor',
  major: 'major',
  outage: 'critical',
  maintenance: 'none',
} as const satisfies Record<string, Impact>;

export const PAGERDUTY_STATUS = {
  detected: 'investigating',
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  scheduled: 'scheduled',
  'in progress': 'in_progress',
  in_progress: 'in_progress',
  completed: 'completed',
} as const satisfies Record<string, IncidentStatus>;

/** PagerDuty's own status pages: the JSON the page carries for its script. There is no open JSON address. */
export const pagerdutyPages: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises(document) {
    try {
      const summary = objectAt(parseJsonLoosely(scriptOf(document)), 'summary');
      return Array.isArray(summary?.open_incidents);
    } catch {
      return false;
    }
  },
  parse(documents, context) {
    const words = createWordReader();
    const page = readPage(documents[0]);
    const rows = page.layout?.layout_settings.business_services ?? [];
    const groups = new Map(
      rows
        .filter(({ grouping_element }) => grouping_element === true)
        .map(({ id, name }) => [id, cleanTitle(name)]),
    );
    const services = rows
      .filter(({ grouping_element }) => grouping_element !== true)
      .map(({ id, name, Head_ID }) => {
        const group = groups.get(Head_ID);
        return { id, name: cleanTitle(name), ...(group !== undefined && { group }) };
      });
    const read = (raw: z.infer<typeof INCIDENT>) => readIncident(raw, words, context.statusPage);
    const claims = page.summary.open_incidents.flatMap((raw) => {
      const newest = postsOf(raw).at(-1);
      const impacted = newest?.impacted_business_services ?? [];
      if (impacted.length === 0) return [{ components: [], status: 'unknown' as const }];
      return impacted.map((service) => ({
        components: [service.business_service_id],
        status: words.read('service.severity', service.severity, PAGERDUTY_SERVICE),
      }));
    });
    return {
      coverage: 'window',
      status: null,
      components: statusesFromClaims(services, claims),
      incidents: joinIncidents([
        ...page.summary.open_incidents.map(read),
        ...page.summary.resolved_incidents.map(read),
      ]),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

function readPage(document: FeedDocument | undefined): z.infer<typeof PAGE> {
  if (document === undefined)
    throw new FeedError('empty-response', 'There is no document to read.');
  return readJson(scriptOf(document), PAGE, FORMAT);
}

/** @throws FeedError where the page has no such script, or its text cannot be decoded. */
function scriptOf(document: FeedDocument): FeedDocument {
  const json = SCRIPT.exec(decodeText(document))?.[1];
  if (json === undefined) {
    throw new FeedError('parse', `${FORMAT}: the page carries no data of its script.`, {
      url: document.url,
    });
  }
  return withBody(document, json);
}

/** The page lists them newest first; here they stand oldest first, with their time. */
function postsOf({ updates }: z.infer<typeof INCIDENT>) {
  return sortPosts(
    updates.toReversed().map((post) => ({
      ...post,
      at: readDate(post.reported_at) ?? readDate(post.created_at),
    })),
  );
}

function readIncident(
  raw: z.infer<typeof INCIDENT>,
  words: WordReader,
  statusPage: string,
): SnapshotIncident {
  const updates = postsOf(raw).map((post) => ({
    id: post.id,
    at: post.at,
    status: words.read('update.status', post.status, PAGERDUTY_STATUS),
    body: bodyToText(post.message ?? ''),
  }));
  const newest = updates.at(-1);
  const isPlanned = ['scheduled', 'in_progress', 'completed'].includes(newest?.status ?? '');
  return finishIncident({
    upstreamId: raw.id,
    kind: isPlanned ? 'maintenance' : 'incident',
    title: raw.title,
    status: newest?.status ?? 'unknown',
    // The worst it was: the last post of a resolved one says "all good".
    impact: worstImpact(
      raw.updates.map(({ severity }) =>
        words.read('update.severity', severity, PAGERDUTY_SEVERITY),
      ),
    ),
    startedAt: null,
    updates,
    components: raw.updates.flatMap(({ impacted_business_services }) =>
      impacted_business_services.flatMap(({ business_service_id, name }) =>
        name == null ? [] : [{ id: business_service_id, name }],
      ),
    ),
    url: safeUrl(`/incident_details/${encodeURIComponent(raw.id)}`, statusPage),
  });
}
