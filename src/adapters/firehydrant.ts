import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident, SnapshotUpdate } from './adapter.ts';
import { statusesFromClaims } from './derive-status.ts';
import { finishIncident, statusOfWindow } from './finish-incident.ts';
import { latest, sortPosts } from './incident-course.ts';
import { anything, idText, listOf, optionalText, requiredList } from './read/lenient.ts';
import { hasKeys, isObject, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, markdownToText, safeUrl } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { statusFromText } from './read/status-words.ts';
import { createWordReader, type WordReader } from './read/words.ts';

const FORMAT = 'firehydrant';

const INCIDENT = z.object({
  id: idText,
  title: optionalText,
  severitySlug: anything,
  timestamps: z.object({ started: anything, detected: anything, resolved: anything }).nullish(),
  timeline: listOf(z.object({ details: z.unknown(), occurredAt: anything, time: anything })),
  components: listOf(z.object({ id: idText, name: z.string(), condition: anything })),
});
type Incident = z.infer<typeof INCIDENT>;
const PAGE = z.object({
  conditions: z.record(z.string(), z.string()),
  components: listOf(z.object({ id: idText, name: z.string() })),
  incidents: requiredList(INCIDENT),
});

/** What a page's own names for conditions stand for (`conditions`). */
const FIREHYDRANT_CONDITION = {
  operational: 'operational',
  degraded: 'degraded_performance',
  offline: 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

/** Organisations may name severities themselves; those are reported as unknown words. */
const FIREHYDRANT_SEVERITY = {
  sev1: 'critical',
  sev2: 'major',
  sev3: 'minor',
  sev4: 'minor',
  sev5: 'minor',
  maintenance: 'none',
  unset: 'unknown',
} as const satisfies Record<string, Impact>;

const FIREHYDRANT_MILESTONE = {
  started: 'investigating',
  detected: 'investigating',
  acknowledged: 'investigating',
  investigating: 'investigating',
  identified: 'identified',
  mitigated: 'monitoring',
  monitoring: 'monitoring',
  resolved: 'resolved',
  closed: 'resolved',
  postmortem_started: 'postmortem',
  postmortem_completed: 'postmortem',
} as const satisfies Record<string, IncidentStatus>;

const isPage = (json: unknown) => hasKeys(json, 'conditions', 'components', 'incidents');

/** FireHydrant: the page's own data file, whole history included. */
export const firehydrant: Adapter = {
  format: FORMAT,
  documents: (url) => [`${url.replace(/(\/data\/payload\.json)?\/*$/, '')}/data/payload.json`],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const page = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const conditionOf = (name: unknown): ComponentStatus =>
      // A maintenance is a condition of its own by name only: the table files it under DEGRADED.
      typeof name === 'string' && /maintenance/i.test(name)
        ? 'under_maintenance'
        : words.read(
            'component.condition',
            typeof name === 'string' && Object.hasOwn(page.conditions, name)
              ? page.conditions[name]
              : name,
            FIREHYDRANT_CONDITION,
          );
    const open = page.incidents.filter(
      ({ timestamps }) =>
        readDate(timestamps?.resolved) === null && !isUpcoming(timestamps, context),
    );
    return {
      coverage: 'history',
      status: null,
      components: statusesFromClaims(
        page.components.map(({ id, name }) => ({ id, name: cleanTitle(name) })),
        open.flatMap(({ components }) =>
          components.length === 0
            ? [{ components: [], status: 'unknown' as const }]
            : components.map(({ id, condition }) => ({
                components: [id],
                status: conditionOf(condition),
              })),
        ),
      ),
      incidents: page.incidents.map((raw) => readIncident(raw, { words, context, conditionOf })),
      provesNothingReported: true,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

function isUpcoming(timestamps: Incident['timestamps'], { fetchedAt }: AdapterContext): boolean {
  return (readDate(timestamps?.started) ?? '') > fetchedAt;
}

interface Scene {
  words: WordReader;
  context: AdapterContext;
  conditionOf(name: unknown): ComponentStatus;
}

function readIncident(raw: Incident, { words, context, conditionOf }: Scene): SnapshotIncident {
  const isMaintenance = raw.severitySlug === 'MAINTENANCE';
  const startedAt = readDate(raw.timestamps?.started) ?? readDate(raw.timestamps?.detected);
  const resolvedAt = readDate(raw.timestamps?.resolved);
  const updates = readTimeline(raw.timeline, words);
  const told = updates.findLast(({ status }) => status !== 'unknown')?.status;
  const open = isMaintenance
    ? statusOfWindow(startedAt, null, context.fetchedAt)
    : told === 'resolved' || told === undefined
      ? 'investigating'
      : told;
  const severity = words.read('incident.severitySlug', raw.severitySlug, FIREHYDRANT_SEVERITY);
  return finishIncident({
    upstreamId: raw.id,
    kind: isMaintenance ? 'maintenance' : 'incident',
    title: raw.title,
    status: resolvedAt !== null ? (told === 'postmortem' ? 'postmortem' : 'resolved') : open,
    impact: severity === 'unknown' ? null : severity,
    statuses: raw.components.map(({ condition }) => conditionOf(condition)),
    startedAt,
    resolvedAt,
    // Milestones without a text are changes, too.
    updatedAt: latest(resolvedAt, ...updates.map(({ at }) => at)),
    scheduledFor: startedAt,
    updates: updates.filter(({ body }) => body !== ''),
    components: raw.components.map(({ id, name }) => ({ id, name })),
    url: safeUrl(`/incidents/${encodeURIComponent(raw.id)}`, context.statusPage),
  });
}

/** Notes say their phase in front ("**Identified** — …"); milestones say it without a text. */
function readTimeline(timeline: Incident['timeline'], words: WordReader): SnapshotUpdate[] {
  return sortPosts(
    timeline.map(({ details, occurredAt, time }) => {
      const entry = isObject(details) ? details : {};
      const note = isObject(entry.note) ? entry.note.note : entry.note;
      const milestone = isObject(entry.milestoneUpdate)
        ? entry.milestoneUpdate.currentMilestone
        : undefined;
      const body = markdownToText(typeof note === 'string' ? note : '');
      const at = readDate(occurredAt) ?? readDate(time);
      return {
        id: at ?? 'event',
        at,
        status:
          milestone === undefined
            ? (statusFromText(body) ?? 'unknown')
            : words.read('milestone', milestone, FIREHYDRANT_MILESTONE),
        body,
      };
    }),
  );
}
