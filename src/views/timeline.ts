import type { Incident } from '../model/incident.ts';

export interface TimelineDay {
  /** UTC day. @example '2025-10-20' */
  day: string;
  incidents: Incident[];
}

/** Groups by the UTC day of the start and keeps the order given (newest first). */
export function timelineDays(incidents: readonly Incident[]): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const incident of incidents) {
    const day = incident.startedAt.slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.incidents.push(incident);
    else days.push({ day, incidents: [incident] });
  }
  return days;
}
