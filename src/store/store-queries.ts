import type {
  Impact,
  Incident,
  IncidentKind,
  IncidentStatus,
  IncidentUpdate,
} from '../model/incident.ts';

/** One update with the incident it belongs to. */
export interface DatedUpdate {
  incidentId: string;
  update: IncidentUpdate;
}

export const DEFAULT_ONGOING_LIMIT = 2_000;

export interface OngoingOptions {
  providers?: readonly string[];
  /** The newest so many; default DEFAULT_ONGOING_LIMIT. */
  limit?: number;
  detail?: IncidentDetail;
  /** Only these incidents, by their present ids. */
  among?: readonly string[];
}

/**
 * How much of an incident is wanted: all of it, or an outline, which has the first and the last post
 * without ids and texts and leaves out components, places and plans; `parts` is one with components.
 */
export type IncidentDetail = 'whole' | 'parts' | 'outline';

/** The last time an incident's impact became another. */
export interface ImpactChange {
  incidentId: string;
  firstPostAt: string;
  changedAt: string;
}

/** Incidents of one kind and impact that began on one UTC day. */
export interface DayCount {
  /** @example '2025-10-20' */
  day: string;
  kind: IncidentKind;
  impact: Impact;
  count: number;
}

/** All given filters apply together. An empty list allows nothing; an absent one allows everything. */
export interface IncidentQuery {
  providers?: readonly string[];
  kinds?: readonly IncidentKind[];
  statuses?: readonly IncidentStatus[];
  /** At least this impact. */
  impact?: Impact;
  regions?: readonly string[];
  services?: readonly string[];
  /** Words (or their beginnings, from two letters on) that must all occur in title, updates, components. */
  text?: string;
  /** Overlaps [from, to): began before `to` and had not ended before `from`. */
  from?: string;
  to?: string;
  origin?: 'feed' | 'archive';
  isOpen?: boolean;
  /** Opaque cursor from a previous page: what began before it. Else StoreError `bad-cursor`. */
  before?: string;
  /** 1 to 200, default 50. */
  limit?: number;
}

/**
 * Moments at which a feed has something to tell.
 * - `seen`: the incident became known to us
 * - `ended`: its end or its withdrawal, whichever tells the end
 * - `post`: every post, but for a first one that became known with its incident
 */
export const PUBLISHED_MOMENTS = ['seen', 'ended', 'post'] as const;
export type PublishedMoment = (typeof PUBLISHED_MOMENTS)[number];

/** A moment and the incident as it is now; an incident stands here once per moment. */
export interface Publication {
  at: string;
  incident: Incident;
}

export interface PublishedQuery extends Omit<IncidentQuery, 'before'> {
  moment: PublishedMoment;
  /** Only what stands after it: an earlier moment, or the same one of a lesser id. */
  before?: { at: string; id: string };
}

export interface IncidentPage {
  incidents: Incident[];
  /** Cursor of the next, older page; null at the end. */
  next: string | null;
}
