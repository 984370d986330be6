import type { IncidentComponent } from '../model/incident.ts';
import type { SnapshotIncident } from './adapter.ts';
import { earliest } from './incident-course.ts';

/** Several documents of one page tell of the same incidents: one entry per upstream id. */
export function joinIncidents(incidents: readonly SnapshotIncident[]): SnapshotIncident[] {
  const byId = new Map<string, SnapshotIncident>();
  for (const incident of incidents) {
    const other = byId.get(incident.upstreamId);
    byId.set(incident.upstreamId, other === undefined ? incident : join(other, incident));
  }
  return [...byId.values()];
}

/** The fresher telling counts; what only the other one knows is kept. */
function join(a: SnapshotIncident, b: SnapshotIncident): SnapshotIncident {
  const [fresh, old] = isFresher(b, a) ? [b, a] : [a, b];
  const { impact, isDerived } = statedImpact(fresh, old);
  const marks = [...new Set([...fresh.marks, ...old.marks])].filter(
    (mark) => mark !== 'impact-derived',
  );
  return {
    ...old,
    ...fresh,
    impact,
    startedAt: earliest(fresh.startedAt, old.startedAt),
    resolvedAt: fresh.resolvedAt,
    updates: fresh.updates.length >= old.updates.length ? fresh.updates : old.updates,
    components: unionOfComponents([...fresh.components, ...old.components]),
    regions: [...new Set([...fresh.regions, ...old.regions])],
    services: [...new Set([...fresh.services, ...old.services])],
    url: fresh.url || old.url,
    marks: isDerived ? [...marks, 'impact-derived'] : marks,
  };
}

function isFresher(a: SnapshotIncident, b: SnapshotIncident): boolean {
  const [atA, atB] = [a.updatedAt ?? '', b.updatedAt ?? ''];
  return atA > atB || (atA === atB && a.updates.length > b.updates.length);
}

/** An impact its source states outweighs one we derived, and any outweighs none at all. */
function statedImpact(fresh: SnapshotIncident, old: SnapshotIncident) {
  const candidates = [fresh, old].filter(({ impact }) => impact !== 'unknown');
  const chosen =
    candidates.find(({ marks }) => !marks.includes('impact-derived')) ?? candidates[0] ?? fresh;
  return { impact: chosen.impact, isDerived: chosen.marks.includes('impact-derived') };
}

/** Each component once: by id, and by name where there is none. */
export function unionOfComponents(components: readonly IncidentComponent[]): IncidentComponent[] {
  const seen = new Map<string, IncidentComponent>();
  for (const component of components) {
    const key = component.id ?? `name:${component.name}`;
    if (!seen.has(key)) seen.set(key, component);
  }
  return [...seen.values()];
}
