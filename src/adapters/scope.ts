import { worstStatus } from '../model/status.ts';
import type { Snapshot, SnapshotComponent, SnapshotIncident } from './adapter.ts';

/**
 * A page shared by several products, cut down to the components `names` (ids, names or groups, any
 * case). An incident that names only others is left out; one that names none may concern ours and
 * stays. The page's own status speaks of all products, so ours follows from our components.
 */
export function scopeSnapshot(snapshot: Snapshot, names: readonly string[]): Snapshot {
  if (names.length === 0) return snapshot;
  const wanted = new Set(names.map(fold));
  const isWanted = ({ id, name, group }: Partial<SnapshotComponent>) =>
    [id, name, group].some((word) => word !== undefined && wanted.has(fold(word)));
  const components = snapshot.components.filter(isWanted);
  const ids = new Set<string | undefined>(components.map(({ id }) => id));
  const isOurs = (component: SnapshotIncident['components'][number]) =>
    isWanted(component) || ids.has(component.id);
  const incidents = snapshot.incidents
    .filter((incident) => incident.components.length === 0 || incident.components.some(isOurs))
    .map((incident) => ({ ...incident, components: incident.components.filter(isOurs) }));
  const isLost = snapshot.components.length > 0 && components.length === 0;
  return {
    ...snapshot,
    components,
    incidents,
    status: statusInScope(snapshot, components),
    // A page that lost our components proves nothing about them.
    provesNothingReported: snapshot.provesNothingReported && !isLost,
    warnings: isLost
      ? [...snapshot.warnings, `No component of the page is named ${names.join(', ')}.`]
      : snapshot.warnings,
  };
}

function statusInScope(
  snapshot: Snapshot,
  components: readonly SnapshotComponent[],
): Snapshot['status'] {
  if (components.length > 0) return worstStatus(components.map(({ status }) => status));
  // Some adapters scope themselves: a second time must not forget what the first one found.
  return snapshot.components.length > 0 || snapshot.status === 'unknown' ? 'unknown' : null;
}

function fold(word: string): string {
  return word.trim().toLowerCase();
}
