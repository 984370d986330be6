import { isImpactAtLeast } from '../model/impact.ts';
import type { Incident } from '../model/incident.ts';

/** How many incidents were open at one moment. */
export interface OpenCount {
  at: string;
  all: number;
  /** Of these, with major or critical impact. */
  grave: number;
}

/**
 * Incidents open at each of `steps` + 1 moments up to now, oldest first. Maintenance and notices are
 * no incidents; what was withdrawn does not count. Moments are on whole steps, except the last: now.
 */
export function openOverTime(
  incidents: readonly Incident[],
  now: string,
  steps: number,
  stepMs: number,
): OpenCount[] {
  const counted = incidents.filter(
    (incident) => incident.kind === 'incident' && incident.withdrawnAt === null,
  );
  const last = Math.floor(Date.parse(now) / stepMs) * stepMs;
  const moments = Array.from({ length: steps }, (_, index) =>
    new Date(last - (steps - 1 - index) * stepMs).toISOString(),
  );
  return [...moments, now].map((at) => {
    const open = counted.filter(
      (incident) =>
        incident.startedAt <= at && (incident.resolvedAt === null || incident.resolvedAt > at),
    );
    const grave = open.filter((incident) => isImpactAtLeast(incident.impact, 'major')).length;
    return { at, all: open.length, grave };
  });
}
