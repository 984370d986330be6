import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Incident } from '../model/incident.ts';
import { withoutControls } from './entry-html.ts';
import type { EntryWords } from './entry-words.ts';
import { entryTitle, type LinkOf } from './incident-entries.ts';

/** How often a calendar should ask again, seconds. */
const REFRESH_SECONDS = 3600;
/** A window without an announced end is drawn this long. */
const DEFAULT_HOURS = 1;

/**
 * Maintenance windows (and, if asked, incidents) as an iCalendar (RFC 5545): UTC times, a UID that
 * never changes, SEQUENCE that rises with every change, cancelled where the source took it back.
 */
export function toCalendar(
  name: string,
  incidents: readonly Incident[],
  words: EntryWords,
  linkOf: LinkOf,
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Downstream', product: 'Status calendar', language: 'EN' },
    ttl: REFRESH_SECONDS,
  });
  for (const incident of incidents) {
    const { start, end } = span(incident);
    calendar.createEvent({
      id: `${incident.id}@downstream`,
      start: new Date(start),
      end: new Date(end),
      stamp: new Date(incident.updatedAt),
      created: new Date(incident.firstSeenAt),
      lastModified: new Date(incident.updatedAt),
      // Every post or withdrawal is a change of the event.
      sequence: incident.updates.length + (incident.withdrawnAt === null ? 0 : 1),
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

function span(incident: Incident): { start: string; end: string } {
  const start = incident.scheduledFor ?? incident.startedAt;
  const end =
    incident.scheduledUntil ??
    incident.resolvedAt ??
    new Date(Date.parse(start) + DEFAULT_HOURS * 3_600_000).toISOString();
  // A source that ends a window before it begins gets an empty one.
  const isBackwards = end < start;
  return { start, end: isBackwards ? start : end };
}
