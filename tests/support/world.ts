import type { FeedErrorKind } from '../../src/model/feed-error.ts';
import type { Incident, IncidentUpdate } from '../../src/model/incident.ts';
import { type Category, feedKey, type Provider } from '../../src/model/provider.ts';
import type { Component, ProviderStatus } from '../../src/model/status.ts';
import type { Store } from '../../src/store/store.ts';

/** What one provider's only feed said, or how it failed. */
export interface WorldProvider {
  provider: Provider;
  status?: ProviderStatus | null;
  components?: Component[];
  provesNothingReported?: boolean;
  unknownWord?: string;
  /** Last good reading; absent: never. */
  readAt?: string;
  failure?: { at: string; kind: FeedErrorKind; httpStatus?: number };
  incidents?: Incident[];
  /** Versions that were replaced, by incident id. */
  replaced?: Record<string, Incident>;
}

export interface World {
  now: string;
  providers: WorldProvider[];
}

export function worldProvider(
  id: string,
  name: string,
  category: Category,
  options: { hasFeed?: boolean } = {},
): Provider {
  const hasFeed = options.hasFeed ?? true;
  return {
    id,
    name,
    category,
    country: 'US',
    homepage: `https://${id}.example`,
    statusPage: `https://status.${id}.example`,
    feeds: hasFeed
      ? [{ format: 'statuspage', url: `https://status.${id}.example`, evidence: 'documented' }]
      : [],
    ...(hasFeed
      ? {}
      : {
          noFeedReason: {
            en: 'Its status page is made for people only.',
            de: 'Die Statusseite ist nur für Menschen gemacht.',
          },
        }),
  };
}

/** An incident of our own making; posts as [time, status, text]. */
export function worldIncident(
  providerId: string,
  slug: string,
  fields: Partial<Incident> & Pick<Incident, 'title' | 'startedAt'>,
  posts: [string, IncidentUpdate['status'], string][] = [],
): Incident {
  const updates = posts.map(([at, status, body], index) => ({ id: `p${index}`, at, status, body }));
  const last = updates.at(-1);
  return {
    id: `${providerId}/${slug}`,
    providerId,
    kind: 'incident',
    status: last?.status ?? 'investigating',
    impact: 'minor',
    resolvedAt: null,
    updatedAt: last?.at ?? fields.startedAt,
    firstSeenAt: fields.startedAt,
    lastSeenAt: last?.at ?? fields.startedAt,
    withdrawnAt: null,
    updates,
    components: [],
    regions: [],
    services: [],
    url: `https://status.${providerId}.example/incidents/${slug}`,
    origin: 'feed',
    marks: [],
    ...fields,
  };
}

/** Puts a world into a store as its poller would have. */
export async function fillStore(store: Store, world: World): Promise<void> {
  const feedsOf = ({ provider }: WorldProvider) =>
    provider.feeds.map((feed) => ({
      key: feedKey(provider.id, feed),
      providerId: provider.id,
      feed,
    }));
  await store.syncFeeds(world.providers.flatMap(feedsOf), world.now);
  for (const entry of world.providers) {
    for (const { key } of feedsOf(entry)) {
      if (entry.readAt !== undefined) await saveReads(store, entry, key, entry.readAt);
      if (entry.failure === undefined) continue;
      await store.saveFailure({
        feedKey: key,
        at: entry.failure.at,
        nextCheckAt: world.now,
        kind: entry.failure.kind,
        message: 'could not be read',
        ...(entry.failure.httpStatus === undefined ? {} : { httpStatus: entry.failure.httpStatus }),
      });
    }
  }
}

async function saveReads(store: Store, entry: WorldProvider, key: string, at: string) {
  const read = {
    feedKey: key,
    providerId: entry.provider.id,
    at,
    nextCheckAt: at,
    documents: [],
    redirectedTo: null,
    status: entry.status ?? null,
    components: entry.components ?? [],
    provesNothingReported: entry.provesNothingReported ?? false,
    unknownWords: entry.unknownWord ? [{ field: 'status', word: entry.unknownWord }] : [],
    warnings: [],
  };
  const first = (entry.incidents ?? []).map(
    (incident) => entry.replaced?.[incident.id] ?? incident,
  );
  await store.saveRead(read, () =>
    first.map((incident) => ({
      incident,
      upstreamIds: [incident.id],
      feedKey: key,
      isVisible: true,
    })),
  );
  const later = (entry.incidents ?? []).filter((incident) => entry.replaced?.[incident.id]);
  if (later.length === 0) return;
  await store.saveRead(read, () =>
    later.map((incident) => ({
      incident,
      upstreamIds: [incident.id],
      feedKey: key,
      isVisible: true,
      replaced: { reason: 'edited' as const, before: entry.replaced?.[incident.id] ?? incident },
    })),
  );
}
