import type { Impact } from '../model/incident.ts';
import { type ComponentStatus, worstStatus } from '../model/status.ts';
import type { SnapshotComponent } from './adapter.ts';

/** The rule of Statuspage, used where a source states no impact: the worst component decides. */
export const IMPACT_OF_STATUS = {
  operational: 'none',
  under_maintenance: 'none',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
  unknown: 'unknown',
} as const satisfies Record<ComponentStatus, Impact>;

/** The impact the states of affected components amount to; without any known state, `unknown`. */
export function impactOfStatuses(statuses: readonly ComponentStatus[]): Impact {
  const known = statuses.filter((status) => status !== 'unknown');
  return IMPACT_OF_STATUS[worstStatus(known)];
}

/** What an open incident says about components. */
export interface OpenClaim {
  /** Ids or names; empty where the incident names none. */
  components: readonly string[];
  status: ComponentStatus;
}

/**
 * States of components on pages that list them without one: the worst an open incident claims, else
 * `operational`. An open incident that names no component, or none that is listed, leaves the
 * others `unknown`: it may be about any of them.
 */
export function statusesFromClaims(
  components: readonly Omit<SnapshotComponent, 'status'>[],
  claims: readonly OpenClaim[],
): SnapshotComponent[] {
  const isListed = (key: string) => components.some(({ id, name }) => key === id || key === name);
  const isUnclear = claims.some((claim) => !claim.components.some(isListed));
  return components.map((component) => {
    const own = claims
      .filter(({ components: named }) =>
        named.some((key) => key === component.id || key === component.name),
      )
      .map(({ status }) => (status === 'operational' ? 'degraded_performance' : status));
    if (own.length > 0) return { ...component, status: worstStatus(own) };
    return { ...component, status: isUnclear ? 'unknown' : 'operational' };
  });
}
