import type { Snapshot, SnapshotComponent, SnapshotIncident } from '../adapters/adapter.ts';
import type { PlaceFinder } from '../model/place.ts';

/** Adds the canonical regions and services that titles, posts and component names speak of. */
export function locateSnapshot(
  snapshot: Snapshot,
  providerId: string,
  places: PlaceFinder,
): Snapshot {
  const find = (text: string) => ({
    regions: places.regionsIn(providerId, text),
    services: places.servicesIn(providerId, text),
  });
  const locateIncident = (incident: SnapshotIncident): SnapshotIncident => {
    const found = find(
      [
        incident.title,
        ...incident.components.map(({ name }) => name),
        ...incident.updates.map(({ body }) => body),
      ].join('\n'),
    );
    return {
      ...incident,
      regions: union(incident.regions, found.regions),
      services: union(incident.services, found.services),
    };
  };
  const locateComponent = (component: SnapshotComponent): SnapshotComponent => {
    const found = find([component.group ?? '', component.name].join('\n'));
    const regions = union(component.regions ?? [], found.regions);
    const services = union(component.services ?? [], found.services);
    return {
      ...component,
      ...(regions.length > 0 ? { regions } : {}),
      ...(services.length > 0 ? { services } : {}),
    };
  };
  return {
    ...snapshot,
    incidents: snapshot.incidents.map(locateIncident),
    components: snapshot.components.map(locateComponent),
  };
}

function union(known: readonly string[], found: readonly string[]): string[] {
  return [...new Set([...known, ...found])];
}
