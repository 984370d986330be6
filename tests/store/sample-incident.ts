import { bareRead } from '../../scripts/bare-read.ts';
import type { Incident } from '../../src/model/incident.ts';
import { feedKey } from '../../src/model/provider.ts';
import type {
  FeedRead,
  FeedSeed,
  IncidentChange,
  MergeFunction,
  Store,
} from '../../src/store/store.ts';

export const NOW = '2025-10-20T12:00:00.000Z';

/** ISO time so many minutes after NOW. */
export function at(minutes: number): string {
  return new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
}

export function seed(providerId: string): FeedSeed {
  const feed = {
    format: 'statuspage',
    url: `https://status.${providerId}.example`,
    evidence: 'unconfirmed' as const,
    scopeComponents: ['API'],
  };
  return { key: feedKey(providerId, feed), providerId, feed };
}

export function incident(id: string, parts: Partial<Incident> = {}): Incident {
  return {
    id,
    providerId: id.slice(0, id.indexOf('/')),
    kind: 'incident',
    title: `Trouble ${id}`,
    status: 'investigating',
    impact: 'minor',
    startedAt: NOW,
    resolvedAt: null,
    updatedAt: NOW,
    firstSeenAt: NOW,
    lastSeenAt: NOW,
    withdrawnAt: null,
    updates: [{ id: 'u1', at: NOW, status: 'investigating', body: 'We are looking into it.' }],
    components: [{ id: 'c1', name: 'API' }, { name: 'Dashboard' }],
    regions: [],
    services: [],
    url: `https://status.example/${id}`,
    origin: 'feed',
    marks: ['start-approximate'],
    ...parts,
  };
}

export function ended(id: string, startedAt: string, resolvedAt: string): Incident {
  return incident(id, { startedAt, resolvedAt, updatedAt: resolvedAt, status: 'resolved' });
}

export function read(providerId: string, parts: Partial<FeedRead> = {}): FeedRead {
  return bareRead(
    { feedKey: seed(providerId).key, providerId, at: NOW },
    { nextCheckAt: at(2), status: 'operational', provesNothingReported: true, ...parts },
  );
}

export function change(value: Incident, parts: Partial<IncidentChange> = {}): IncidentChange {
  return {
    incident: value,
    upstreamIds: [value.id.slice(value.id.indexOf('/') + 1)],
    feedKey: seed(value.providerId).key,
    isVisible: true,
    ...parts,
  };
}

export const NO_CHANGE: MergeFunction = () => [];

/** Saves incidents as reads of their providers' feeds; the feeds are added where missing. */
export async function save(store: Store, ...incidents: Incident[]): Promise<void> {
  const providers = [...new Set(incidents.map((value) => value.providerId))];
  const known = (await store.feedHealth()).map((health) => health.providerId);
  await store.syncFeeds([...new Set([...known, ...providers])].map(seed), NOW);
  for (const providerId of providers) {
    const own = incidents.filter((value) => value.providerId === providerId);
    await store.saveRead(read(providerId), () => own.map((value) => change(value)));
  }
}

export function ids(incidents: readonly Incident[]): string[] {
  return incidents.map((value) => value.id);
}
