import type { SnapshotIncident } from '../adapters/adapter.ts';
import { INCIDENT_MARKS, type Incident, type IncidentMark } from '../model/incident.ts';
import { incidentId } from '../model/incident-id.ts';
import type { IncidentChange } from '../store/store.ts';
import { firstEnd, orderedSpan, usableStart } from './incident-times.ts';
import { idsOf } from './match-incident.ts';
import type { MergeContext } from './merge-context.ts';
import { mergeUpdates } from './merge-updates.ts';
import { unionOfComponents } from './union-of-components.ts';
import { latest, usableTime } from './usable-time.ts';

/** An incident seen for the first time. `takenIds`: public ids in use, also by what ended long ago. */
export function newIncident(
  told: SnapshotIncident,
  context: MergeContext,
  takenIds: ReadonlySet<string>,
): IncidentChange {
  const { at, providerId, feedKey } = context;
  const { updates } = mergeUpdates([], told, { at, isLeading: true, hasOtherStart: false });
  const firstDated = told.updates.map((update) => usableTime(update.at, at)).find(Boolean);
  const start = usableStart(told, at) ?? firstDated ?? null;
  const startedAt = start ?? at;
  const end = firstEnd(told, updates, at);
  const resolvedAt = end.at;
  const incident = orderedSpan<Incident>({
    id: freeId(incidentId(providerId, told.upstreamId), takenIds),
    providerId,
    kind: told.kind,
    title: told.title,
    status: told.status,
    impact: told.impact,
    startedAt,
    resolvedAt,
    updatedAt:
      latest(usableTime(told.updatedAt, at), updates.at(-1)?.at) ??
      resolvedAt ??
      usableTime(startedAt, at) ??
      at,
    ...(told.scheduledFor === undefined ? {} : { scheduledFor: told.scheduledFor }),
    ...(told.scheduledUntil === undefined ? {} : { scheduledUntil: told.scheduledUntil }),
    firstSeenAt: at,
    lastSeenAt: at,
    withdrawnAt: null,
    updates,
    components: unionOfComponents([], told.components),
    regions: [...new Set(told.regions)],
    services: [...new Set(told.services)],
    url: told.url,
    origin: 'feed',
    marks: orderedMarks([
      ...told.marks.filter((mark) =>
        mark === 'start-stated'
          ? start !== null
          : !mark.startsWith('end-') || (resolvedAt !== null && !end.isApproximate),
      ),
      ...(start === null ? (['start-approximate'] as const) : []),
      ...(end.isApproximate ? (['end-approximate'] as const) : []),
    ]),
  });
  return { incident, upstreamIds: idsOf(told), feedKey, isVisible: true };
}

/** Each mark once, in the order of the vocabulary. */
export function orderedMarks(marks: readonly IncidentMark[]): IncidentMark[] {
  return INCIDENT_MARKS.filter((mark) => marks.includes(mark));
}

/** An id that was public once stays with its incident; what reuses it gets a number. */
function freeId(id: string, takenIds: ReadonlySet<string>): string {
  if (!takenIds.has(id)) return id;
  let number = 2;
  while (takenIds.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
