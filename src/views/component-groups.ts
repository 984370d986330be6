import {
  type Component,
  type ComponentStatus,
  compareStatusWorstFirst,
  worstStatus,
} from '../model/status.ts';

export interface ComponentGroup {
  /** Null for those that stand in no group. */
  name: string | null;
  status: ComponentStatus;
  /** In the order of the page. */
  components: Component[];
  fine: number;
}

/** Parts by group, groups with trouble first, otherwise in the order of the page. */
export function componentGroups(components: readonly Component[]): ComponentGroup[] {
  const groups = Map.groupBy(components, (component) => component.group ?? null);
  return [...groups]
    .map(([name, parts]) => ({
      name,
      status: worstStatus(parts.map((part) => part.status)),
      components: parts,
      fine: parts.filter((part) => part.status === 'operational').length,
    }))
    .toSorted((a, b) => compareStatusWorstFirst(a.status, b.status));
}
