import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Incident } from '../model/incident.ts';
import { withoutControls } from './entry-html.ts';
import type { EntryWords } from './entry-words.ts';
import { entryTitle, type LinkOf, latest } from './incident-entries.ts';

/** How often a calendar should ask again, seconds. */
const REFRESH_SECONDS = 3600;
/** What has no end yet is drawn this long, and at least to its last word. */
const DEFAULT_HOURS = 1;
/** More than a version that takes things back can lose: its withdrawal, its end and their post. */
const VERSION_STEP = 4;

/** How often an incident was replaced by another version, and when last. */
export interface Edits {
  count: number;
  lastAt: string;
}

export interface CalendarInput {
  name: string;
  incidents: readonly Incident[];
  /** Silent edits, withdrawals and returns by incident; absent for those that have none. */
  edits: ReadonlyMap<string, Edits>;
  words: EntryWords;
  linkOf: LinkOf;
}

/**
 * Maintenance windows (and, if asked, incidents) as an iCalendar (RFC 5545): UTC times, a UID that
 * never changes, SEQUENCE that rises with every change, cancelled where the source took it back.
 */
export function toCalendar({ name, incidents, edits, words, linkOf }: CalendarInput): string {
  const calendar = ical({
    name: withoutControls(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Downstream', product: 'Status calendar', language: 'EN' },
    ttl: REFRESH_SECONDS,
  });
  for (const incident of incidents) {
    const { start, end } = span(incident);
    const edited = edits.get(incident.id);
    const changedAt = new Date(lastChange(incident, edited));
    calendar.createEvent({
      id: `${incident.id}@downstream`,
      start: new Date(start),
      end: new Date(end),
      stamp: changedAt,
      created: new Date(incident.firstSeenAt),
      lastModified: changedAt,
      sequence: sequenceOf(incident, edited),
      summary: withoutControls(entryTitle(incident, words)),
      description: withoutControls(
        incident.updates
          .map((update) => `${words.status[update.status]}: ${update.body}`)
          .join('\n\n'),
      ),
      url: linkOf(incident),
      status: incident.withdrawnAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      categories: [{ name: words.kind[incident.kind] }],
    });
  }
  return calendar.toString();
}

/**
 * Rises with every change: a post, an end, a withdrawal, and each version that was replaced without
 * a word. What comes back after a withdrawal has fewer posts and still a higher number.
 */
function sequenceOf(incident: Incident, edited: Edits | undefined): number {
  return (
    incident.updates.length +
    (incident.resolvedAt === null ? 0 : 1) +
    (incident.withdrawnAt === null ? 0 : 1) +
    (edited?.count ?? 0) * VERSION_STEP
  );
}

/** A source that edits its times silently leaves its own date of change as it was. */
function lastChange(incident: Incident, edited: Edits | undefined): string {
  const { updatedAt, withdrawnAt } = incident;
  return [withdrawnAt ?? '', edited?.lastAt ?? ''].reduce(latest, updatedAt);
}

function span(incident: Incident): { start: string; end: string } {
  const start = incident.scheduledFor ?? incident.startedAt;
  const end =
    incident.scheduledUntil ??
    incident.resolvedAt ??
    latest(
      new Date(Date.parse(start) + DEFAULT_HOURS * 3_600_000).toISOString(),
      incident.updatedAt,
    );
  // A source that ends a window before it begins gets an empty one.
  const isBackwards = end < start;
  return { start, end: isBackwards ? start : end };
}
