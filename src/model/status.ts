/** Component and provider status: the words, their order, and the worst of several. */

export const COMPONENT_STATUSES = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
  'unknown',
] as const;
export type ComponentStatus = (typeof COMPONENT_STATUSES)[number];
export type ProviderStatus = ComponentStatus;

/** A part of a provider as its own page names it. */
export interface Component {
  /** The id on the provider's page; unique within the provider. */
  id: string;
  name: string;
  status: ComponentStatus;
  /** Name of the group it stands in; equal names in different groups are different components. */
  group?: string;
  /** Canonical region ids, where name or group say one. */
  regions?: string[];
  /** Canonical service ids. */
  services?: string[];
}

const RANK = {
  operational: 0,
  under_maintenance: 1,
  degraded_performance: 2,
  partial_outage: 3,
  major_outage: 4,
} as const satisfies Record<Exclude<ComponentStatus, 'unknown'>, number>;

/**
 * The worst of several. A known trouble outweighs `unknown`, and `unknown` outweighs green:
 * what cannot be verified is never called operational. Nothing at all is `unknown`.
 */
export function worstStatus(statuses: Iterable<ComponentStatus>): ComponentStatus {
  let worst: Exclude<ComponentStatus, 'unknown'> | null = null;
  let hasUnknown = false;
  for (const status of statuses) {
    if (status === 'unknown') hasUnknown = true;
    else if (worst === null || RANK[status] > RANK[worst]) worst = status;
  }
  if (worst === null) return 'unknown';
  return hasUnknown && worst === 'operational' ? 'unknown' : worst;
}

/** For sorting what is wrong first: major … maintenance, then unknown, then operational. */
export function compareStatusWorstFirst(a: ComponentStatus, b: ComponentStatus): number {
  return sortRank(b) - sortRank(a);
}

function sortRank(status: ComponentStatus): number {
  return status === 'unknown' ? 0.5 : RANK[status];
}
