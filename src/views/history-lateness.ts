import type { Incident } from '../model/incident.ts';
import type { IncidentRevision } from '../store/store.ts';
import type { ImpactChange } from '../store/store-queries.ts';
import { oncePer } from './once-per.ts';

/** How late a provider said what it later dated itself. Minutes, rounded down. */
export interface Lateness {
  incident: Incident;
  startedAt: string;
  firstPostAt: string;
  minutes: number;
}

const MINUTE_MS = 60_000;

/**
 * Minutes from the start a source gives to the first public post; null where it gives no start of
 * its own, only an approximate one, or where nothing but a report written afterwards is known.
 */
export const lateness = oncePer((incident: Incident): Lateness | null => {
  if (incident.kind !== 'incident' || incident.marks.includes('start-approximate')) return null;
  const first = incident.updates.at(0);
  if (first === undefined || first.status === 'postmortem' || first.at <= incident.startedAt) {
    return null;
  }
  const minutes = minutesBetween(incident.startedAt, first.at);
  return { incident, startedAt: incident.startedAt, firstPostAt: first.at, minutes };
});

/**
 * Minutes from the first post to the moment the final impact stood, by the versions we kept; null
 * where the impact never changed or no version tells.
 */
export function severityDelay(
  incident: Incident,
  revisions: readonly IncidentRevision[],
): number | null {
  const first = incident.updates.at(0);
  const wrong = revisions.findLast((revision) => revision.before.impact !== incident.impact);
  if (first === undefined || wrong === undefined || wrong.at <= first.at) return null;
  return minutesBetween(first.at, wrong.at);
}

/** Median of minutes with its number of cases. */
export interface MedianLateness {
  minutes: number;
  cases: number;
}

export function medianLateness(all: readonly (Lateness | null)[]): MedianLateness | null {
  return medianOf(all.flatMap((one) => one?.minutes ?? []));
}

/** Those that were told late, in the order given. */
export const toldLate = oncePer((incidents: readonly Incident[]) =>
  incidents.flatMap((incident) => lateness(incident) ?? []),
);

/** Of the incidents that were told late. */
export const medianLatenessOf = oncePer((incidents: readonly Incident[]) =>
  medianLateness(toldLate(incidents)),
);

/** Median of severityDelay over the incidents whose impact was corrected after their first post. */
export function medianSeverityDelay(changes: readonly ImpactChange[]): MedianLateness | null {
  return medianOf(
    changes
      .filter(({ firstPostAt, changedAt }) => changedAt > firstPostAt)
      .map(({ firstPostAt, changedAt }) => minutesBetween(firstPostAt, changedAt)),
  );
}

function medianOf(all: readonly number[]): MedianLateness | null {
  const minutes = all.toSorted((a, b) => a - b);
  const middle = minutes.length / 2;
  const high = minutes[Math.floor(middle)];
  if (high === undefined) return null;
  const low = Number.isInteger(middle) ? (minutes[middle - 1] ?? high) : high;
  return { minutes: Math.floor((low + high) / 2), cases: minutes.length };
}

/** Median per provider, the most cases first. */
export function latenessByProvider(
  all: readonly Lateness[],
): { providerId: string; median: MedianLateness }[] {
  return [...Map.groupBy(all, (one) => one.incident.providerId)]
    .flatMap(([providerId, list]) => {
      const median = medianLateness(list);
      return median === null ? [] : [{ providerId, median }];
    })
    .toSorted((a, b) => b.median.cases - a.median.cases || (a.providerId < b.providerId ? -1 : 1));
}

function minutesBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS);
}
