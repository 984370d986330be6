import type { Snapshot, SnapshotComponent, SnapshotIncident } from '../adapters/adapter.ts';
import type { PlaceFinder } from '../model/place.ts';

/**
 * Adds the canonical regions and services that titles, posts and component names speak of. A source's
 * own key of a service (`aws:route53`) becomes our id of it. `global` alone, which sources say of
 * whatever has no region, gives way to a title that names regions.
 */
export function locateSnapshot(
  snapshot: Snapshot,
  providerId: string,
  places: PlaceFinder,
): Snapshot {
  const find = (text: string) => ({
    regions: places.regionsIn(providerId, text),
    services: places.servicesIn(providerId, text),
  });
  const known = (ids: readonly string[]) =>
    ids.map((id) => {
      if (!id.startsWith(`${providerId}:`)) return id;
      const key = id.slice(providerId.length + 1).replaceAll('-', '');
      return places.servicesIn(providerId, key)[0] ?? id;
    });
  const isNarrowed = (title: string) =>
    places.regionsIn(providerId, title).some((id) => id !== 'global') && !/\bglobal/i.test(title);
  const locateIncident = (incident: SnapshotIncident): SnapshotIncident => {
    const found = find(
      [
        incident.title,
        ...incident.components.map(({ name }) => name),
        ...incident.updates.map(({ body }) => body),
      ].join('\n'),
    );
    const isOnlyGlobal = incident.regions.length === 1 && incident.regions[0] === 'global';
    const regions = isOnlyGlobal && isNarrowed(incident.title) ? [] : incident.regions;
    return {
      ...incident,
      regions: union(regions, found.regions),
      services: union(known(incident.services), found.services),
    };
  };
  const locateComponent = (component: SnapshotComponent): SnapshotComponent => {
    const found = find([component.group ?? '', component.name].join('\n'));
    const regions = union(component.regions ?? [], found.regions);
    const services = union(known(component.services ?? []), found.services);
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
