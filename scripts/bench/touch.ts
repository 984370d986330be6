import type { Incident } from '../../src/model/incident.ts';
import type { Store } from '../../src/store/store.ts';
import { bareRead } from '../bare-read.ts';

/** Moves the revision: one post more on an open incident of a provider, as a poll would bring it. */
export async function touch(store: Store, providerId: string, at: string): Promise<void> {
  const [feed] = await store.feedHealth(providerId);
  if (feed === undefined) throw new Error(`${providerId} has no feed in this store.`);
  const startedAt = new Date(Date.parse(at) - 3_600_000)
    .toISOString()
    .replace(/T.*/, 'T00:00:00.000Z');
  const incident: Incident = {
    id: `${providerId}/bench`,
    providerId,
    kind: 'incident',
    title: 'Errors on pushes',
    status: 'investigating',
    impact: 'minor',
    startedAt,
    resolvedAt: null,
    updatedAt: at,
    firstSeenAt: startedAt,
    lastSeenAt: at,
    withdrawnAt: null,
    updates: [{ id: `post ${at}`, at, status: 'investigating', body: 'We go on.' }],
    components: [],
    regions: [],
    services: [],
    url: 'https://status.example/bench',
    origin: 'feed',
    marks: [],
  };
  const read = bareRead({ feedKey: feed.key, providerId, at });
  await store.saveRead(read, () => [
    { incident, upstreamIds: ['bench'], feedKey: feed.key, isVisible: true },
  ]);
}
