import type { Snapshot, SnapshotIncident } from '../../src/adapters/adapter.ts';
import type { Incident } from '../../src/model/incident.ts';
import { type MergeInput, mergeSnapshot } from '../../src/poller/merge-snapshot.ts';
import type { IncidentChange, KnownIncident } from '../../src/store/store.ts';

export const PROVIDER = 'northwind';

export function told(part: Partial<SnapshotIncident> = {}): SnapshotIncident {
  return {
    upstreamId: 'i1',
    kind: 'incident',
    title: 'Search is slow',
    status: 'investigating',
    impact: 'minor',
    startedAt: '2024-06-20T08:00:00.000Z',
    resolvedAt: null,
    updatedAt: null,
    updates: [
      { id: 'u1', at: '2024-06-20T08:00:00.000Z', status: 'investigating', body: 'Looking.' },
    ],
    components: [],
    regions: [],
    services: [],
    url: 'https://status.northwind.example/i/1',
    marks: [],
    ...part,
  };
}

export function snapshot(incidents: SnapshotIncident[], part: Partial<Snapshot> = {}): Snapshot {
  return {
    coverage: 'window',
    status: null,
    components: [],
    incidents,
    provesNothingReported: true,
    unknownWords: [],
    warnings: [],
    ...part,
  };
}

export interface World {
  read(at: string, read: Snapshot, options?: Partial<MergeInput>): IncidentChange[];
  incidents(): Incident[];
  /** The only incident there is. */
  only(): Incident;
  known: Map<string, KnownIncident>;
}

/** What a store does with the changes of several reads, without a store. */
export function createWorld(feedKey = `${PROVIDER}:statuspage:1`): World {
  const known = new Map<string, KnownIncident>();
  let isFirstRead = true;
  return {
    known,
    read(at, read, options = {}) {
      const changes = mergeSnapshot({
        known: [...known.values()],
        snapshot: read,
        providerId: PROVIDER,
        feedKey,
        at,
        isFirstRead,
        ...options,
      });
      isFirstRead = false;
      for (const { incident, upstreamIds, feedKey: key } of changes) {
        const sources = { ...known.get(incident.id)?.sources };
        if (incident.lastSeenAt === at) sources[key] = at;
        known.set(incident.id, { incident, upstreamIds, sources });
      }
      return changes;
    },
    incidents: () => [...known.values()].map(({ incident }) => incident),
    only() {
      const [first, ...rest] = known.values();
      if (first === undefined || rest.length > 0) throw new Error(`${known.size} incidents`);
      return first.incident;
    },
  };
}
