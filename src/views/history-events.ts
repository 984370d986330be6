import type { Locale } from '../i18n/locale.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ArchivedEvent, DownstreamService } from '../knowledge/schemas/event.ts';
import { shownConfidence } from '../knowledge/shown-confidence.ts';
import type { Incident } from '../model/incident.ts';
import { incidentSlug } from '../model/incident-id.ts';

/** An archived event within a period: its incidents, and who else is named as hit without own post. */
export interface HistoryEvent {
  event: ArchivedEvent;
  /** The incident of the provider where it began; absent where the record does not hold it. */
  upstream: Incident | undefined;
  /** Incidents of those who say themselves that they hung on it, by start. */
  dependents: Incident[];
  /** Services that sources name as hit, without an incident of their own here. */
  named: DownstreamService[];
}

/**
 * Events of the archive that touch [from, to), by what they took with them, the most first. What is
 * merely possible is neither named nor counted.
 */
export function historyEvents(
  knowledge: Pick<Knowledge, 'events'>,
  incidents: readonly Incident[],
  period: { from: string; to: string },
): HistoryEvent[] {
  const archived = Map.groupBy(
    incidents.filter((incident) => incident.origin === 'archive'),
    (incident) => incidentSlug(incident.id),
  );
  return knowledge.events
    .flatMap((event): HistoryEvent[] => {
      const own = archived.get(event.id) ?? [];
      const upstream = own.find((incident) => incident.providerId === event.provider);
      if (upstream === undefined && !touches(event, period)) return [];
      const dependents = own
        .filter((incident) => incident !== upstream)
        .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
      const told = new Set(own.map((incident) => incident.providerId));
      const named = event.downstream.filter(
        (hit) =>
          shownConfidence(hit) === 'confirmed' &&
          (hit.provider === null || !told.has(hit.provider)),
      );
      return [{ event, upstream, dependents, named }];
    })
    .toSorted((a, b) => reach(b) - reach(a) || (a.event.startedAt < b.event.startedAt ? -1 : 1));
}

/** Providers and services that fell with it, itself not counted. */
export function reach(of: Pick<HistoryEvent, 'dependents' | 'named'>): number {
  return of.dependents.length + of.named.length;
}

/** The UTC day an event is told under. */
export function eventDay(event: ArchivedEvent): string {
  return event.startedAt.slice(0, 10);
}

/** Headline of an event: short, in the reader's language. */
export function eventTitle(event: ArchivedEvent, locale: Locale): string {
  return event.title[locale];
}

/** Without a known end an event counts for the day it began. */
function touches(event: ArchivedEvent, { from, to }: { from: string; to: string }): boolean {
  return event.startedAt < to && (event.endedAt ?? event.startedAt) >= from;
}

/** Events begun within `days` before the period whose end no source gives: told, never drawn. */
export function eventsWithoutEnd(
  knowledge: Pick<Knowledge, 'events'>,
  from: string,
  days = 60,
): ArchivedEvent[] {
  const since = new Date(Date.parse(from) - days * 86_400_000).toISOString();
  return knowledge.events.filter(
    (event) => event.endedAt === null && event.startedAt >= since && event.startedAt < from,
  );
}
