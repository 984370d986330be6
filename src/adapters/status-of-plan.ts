import type { IncidentStatus } from '../model/incident.ts';
import { statusOfWindow } from './finish-incident.ts';

/**
 * Where a maintenance stands: a state its source tells counts, however late, so that one that goes
 * on after its window is overdue and one that ended early is over. Only where none is told, or no
 * more than that it was announced, the window decides.
 */
export function statusOfPlan(
  stated: IncidentStatus | null | undefined,
  start: string | null,
  end: string | null,
  now: string,
): IncidentStatus {
  const saysNothing =
    stated === null || stated === undefined || stated === 'unknown' || stated === 'scheduled';
  return saysNothing ? statusOfWindow(start, end, now) : stated;
}
