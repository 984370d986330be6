import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import { isEndedStatus } from '../model/incident.ts';
import { type ComponentStatus, worstStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, idText, optionalText } from './read/lenient.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

/** `https://status.cloud.microsoft/api/posts/<azure|mac|m365Consumer|ppac>`: one post, or one per workload. */
const POST = z.object({
  Id: idText.nullish().catch(null),
  ServiceDisplayName: optionalText,
  ServiceWorkloadName: idText.nullish().catch(null),
  /** `0001-01-01T00:00:00` where there is none. */
  AuthoredDateTime: anything,
  LastUpdatedTime: anything,
  Title: optionalText,
  Message: optionalText,
  Status: z.string(),
});
const DOCUMENT = z.union([POST.transform((post) => [post]), z.array(POST).min(1)]);
const ENTRY_SIGNATURE = z.object({
  Status: z.string(),
  AuthoredDateTime: z.string(),
  LastUpdatedTime: z.string(),
});
const SIGNATURE = z.union([ENTRY_SIGNATURE, z.array(ENTRY_SIGNATURE).min(1)]);
type MicrosoftPost = z.infer<typeof POST>;

/**
 * `Status`. `Available` and `Operational` are recorded; the others are the words of Microsoft's
 * service health (serviceHealthStatus in Microsoft Graph), which the same people write.
 */
export const MICROSOFT_STATUS = {
  available: 'operational',
  operational: 'operational',
  serviceoperational: 'operational',
  servicerestored: 'operational',
  falsepositive: 'operational',
  postincidentreportpublished: 'operational',
  postincidentreviewpublished: 'operational',
  resolved: 'operational',
  investigating: 'degraded_performance',
  restoringservice: 'degraded_performance',
  verifyingservice: 'degraded_performance',
  servicedegradation: 'degraded_performance',
  degraded: 'degraded_performance',
  extendedrecovery: 'degraded_performance',
  investigationsuspended: 'degraded_performance',
  serviceinterruption: 'major_outage',
  unavailable: 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

const COURSE = {
  resolved: 'resolved',
  servicerestored: 'resolved',
  falsepositive: 'resolved',
  postincidentreportpublished: 'postmortem',
  postincidentreviewpublished: 'postmortem',
  restoringservice: 'identified',
  verifyingservice: 'monitoring',
  extendedrecovery: 'monitoring',
} as const satisfies Record<string, IncidentStatus>;

const IMPACT_OF_STATUS = {
  operational: 'unknown',
  under_maintenance: 'none',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
  unknown: 'unknown',
} as const satisfies Record<ComponentStatus, Impact>;

/** What Microsoft posts about Azure, Microsoft 365 and the admin centre when something is wrong. */
export const microsoftPosts: Adapter = {
  format: 'microsoft-posts',
  documents: (url) => [url],
  recognises: (document) => SIGNATURE.safeParse(parseJsonLoosely(document)).success,
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, DOCUMENT, 'microsoft-posts'),
    );
    const posts = readings.flat().map((post) => ({
      post,
      status: words.read('Status', post.Status, MICROSOFT_STATUS),
    }));
    const status = worstStatus(posts.map((entry) => entry.status));
    return {
      coverage: 'active-only',
      status,
      components: posts.flatMap(({ post, status }) => {
        const name = cleanTitle(post.ServiceDisplayName ?? '');
        return name === '' ? [] : [{ id: post.ServiceWorkloadName ?? name, name, status }];
      }),
      incidents: joinIncidents(
        posts.flatMap(({ post, status }) => readPost(post, status, context)),
      ),
      provesNothingReported: posts.every((entry) => entry.status !== 'unknown'),
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

/** A post that all is well is no incident, whatever else it says. */
function readPost(
  post: MicrosoftPost,
  state: ComponentStatus,
  context: AdapterContext,
): SnapshotIncident[] {
  const key = post.Status.trim().toLowerCase();
  const course = Object.hasOwn(COURSE, key) ? COURSE[key as keyof typeof COURSE] : null;
  const body = bodyToText(post.Message ?? '');
  const title = cleanTitle(post.Title ?? '');
  if (state === 'operational' && course === null) return [];
  if (body === '' && title === '') return [];
  const name = cleanTitle(post.ServiceDisplayName ?? '');
  const started = readDate(post.AuthoredDateTime);
  const updated = readDate(post.LastUpdatedTime) ?? started;
  const status = course ?? (state === 'unknown' ? 'unknown' : openStatus(body));
  const workload = post.ServiceWorkloadName ?? name;
  return [
    {
      upstreamId: post.Id ?? `${workload || 'post'}-${started ?? title}`,
      kind: 'incident',
      title: title || name || firstLine(body),
      status,
      impact: IMPACT_OF_STATUS[state],
      startedAt: started,
      resolvedAt: isEndedStatus(status) ? updated : null,
      updatedAt: updated,
      // LastUpdatedTime is when the answer was made; the post itself has only its first time.
      updates: body === '' ? [] : [{ id: started ?? 'post', at: started, status, body }],
      components: name === '' ? [] : [{ id: workload, name }],
      regions: [],
      services: [],
      url: context.statusPage,
      marks: IMPACT_OF_STATUS[state] === 'unknown' ? [] : ['impact-derived'],
    },
  ];
}

function openStatus(body: string): IncidentStatus {
  const told = statusFromText(body);
  return told === 'identified' || told === 'monitoring' ? told : 'investigating';
}

function firstLine(body: string): string {
  return cleanTitle(body.replace(/\n.*/s, ''), 120);
}
