import type { DownstreamService } from '../knowledge/schemas/event.ts';
import type { Explanation, Grade } from './explanation.ts';

/**
 * - `open`: the upstream incident or an explained dependent is open
 * - `closed`: the last of them has ended
 */
export type EventState = 'open' | 'closed';

/** A dependent with an incident of its own that is explained by the event. */
export interface EventMember {
  incidentId: string;
  providerId: string;
  grade: Grade;
  /** Null where only the archive's sources, in `hit`, tie it to the event. */
  explanation: Explanation | null;
  /** What the archive's sources say of it; null where they say nothing. */
  hit: DownstreamService | null;
  startedAt: string;
  endedAt: string | null;
  /** Whole minutes after the start of the upstream incident; negative where it began before. */
  minutesAfter: number;
}

/** A service that others report as hit and that posted nothing we know of. */
export interface EventHit {
  /** Our provider id where there is one. */
  providerId: string | null;
  hit: DownstreamService;
}

/** An upstream incident with everything that fell with it. */
export interface EventStory {
  /** The archive's id, or `<provider>.<upstream id>`; never changes. */
  id: string;
  /** The incident it began with, and others of the same provider that tell of the same outage. */
  upstreamId: string;
  twinIds: string[];
  providerId: string;
  state: EventState;
  startedAt: string;
  /** End of the last of them; null while one is open. */
  endedAt: string | null;
  /** Confirmed and likely, in order of their start. */
  members: EventMember[];
  /** Possible ones: shown apart, they neither keep the event open nor count. */
  possible: EventMember[];
  /** From the archive: reported as hit, no incident of their own. */
  hits: EventHit[];
  /** First own post of the upstream; null where none is known. */
  firstPostAt: string | null;
}
