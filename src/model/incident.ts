/**
 * The words of the field (Atlassian Statuspage's vocabulary) and the shape of an incident.
 * Arrays come first, types derive from them, so that schemas, tests and docs can walk the words.
 */

export const INCIDENT_KINDS = ['incident', 'maintenance', 'notice'] as const;
/** `notice` informs without claiming an impact. */
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_STATUSES = [
  'investigating',
  'identified',
  'monitoring',
  'resolved',
  'postmortem',
  'scheduled',
  'in_progress',
  'verifying',
  'completed',
  'unknown',
] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** Ordered from least to worst; `unknown` stands beside the order. */
export const IMPACTS = ['none', 'minor', 'major', 'critical', 'unknown'] as const;
export type Impact = (typeof IMPACTS)[number];

/**
 * What we say about an incident that its source did not state word for word.
 * - `start-approximate`: the source gave no usable start, `startedAt` is when we first saw it
 * - `start-stated`, `end-stated`: the time stands in the text of a post, not in a field
 * - `end-approximate`: it is over, but its source gave no usable end, `resolvedAt` is when we noticed
 * - `end-inferred`: it left an `active-only` feed, `resolvedAt` is when we noticed
 * - `impact-derived`: the source gives no impact, ours follows the rule in docs/adapters.md
 */
export const INCIDENT_MARKS = [
  'start-approximate',
  'start-stated',
  'end-stated',
  'end-approximate',
  'end-inferred',
  'impact-derived',
] as const;
export type IncidentMark = (typeof INCIDENT_MARKS)[number];

export interface IncidentUpdate {
  /** Unique within its incident. */
  id: string;
  /** When the source published it. ISO 8601, UTC. */
  at: string;
  status: IncidentStatus;
  /** Plain text, may hold line breaks; never HTML. */
  body: string;
}

export interface IncidentComponent {
  id?: string;
  name: string;
}

/** One incident of one provider, as read from its feeds or from the archive. Times are ISO 8601, UTC. */
export interface Incident {
  /** `<providerId>/<upstream id or a stable hash>`; never changes once public. */
  id: string;
  providerId: string;
  kind: IncidentKind;
  title: string;
  status: IncidentStatus;
  impact: Impact;
  startedAt: string;
  resolvedAt: string | null;
  updatedAt: string;
  /** Maintenance only: the announced window. */
  scheduledFor?: string;
  scheduledUntil?: string;
  /** When we first and last saw it, and when it was taken back by its source. */
  firstSeenAt: string;
  lastSeenAt: string;
  withdrawnAt: string | null;
  /** Oldest first. */
  updates: IncidentUpdate[];
  /** The union over its life: sources unlink components when they resolve. */
  components: IncidentComponent[];
  /** Canonical ids: `aws:us-east-1`, `azure:westeurope`, `global`. */
  regions: string[];
  /** Canonical ids: `aws:dynamodb`, `azure:front-door`. */
  services: string[];
  /** The official page of this incident; empty where there is none. */
  url: string;
  origin: 'feed' | 'archive';
  marks: IncidentMark[];
}

/** True where `resolvedAt` is when we noticed: it ended some time before, after its last word. */
export function isEndOurs({ marks }: Pick<Incident, 'marks'>): boolean {
  return marks.includes('end-approximate') || marks.includes('end-inferred');
}

/** Statuses that end an incident or a maintenance. */
export const ENDED_STATUSES = ['resolved', 'postmortem', 'completed'] as const;

/** True where the word ends an incident: `resolved`, `postmortem` and `completed`; no word ends none. */
export function isEndedStatus(status: IncidentStatus | null): boolean {
  return (ENDED_STATUSES as readonly unknown[]).includes(status);
}

/**
 * True while it goes on: not ended, not withdrawn, and, for a maintenance, begun.
 * An announced maintenance is upcoming, not open.
 */
export function isOpen(incident: Pick<Incident, 'status' | 'resolvedAt' | 'withdrawnAt'>): boolean {
  return (
    incident.resolvedAt === null &&
    incident.withdrawnAt === null &&
    incident.status !== 'scheduled' &&
    !isEndedStatus(incident.status)
  );
}
