import { type FeedHealth, isStale } from '../../src/model/feed-health.ts';
import { type Incident, isOpen } from '../../src/model/incident.ts';
import { compareNewestFirst } from '../../src/model/order.ts';
import type {
  FeedRead,
  FeedSeed,
  IncidentRevision,
  KnownIncident,
  Store,
  StoredDocument,
} from '../../src/store/store.ts';

interface FeedState {
  seed: FeedSeed;
  isActive: boolean;
  health: FeedHealth;
  documents: StoredDocument[];
  read: FeedRead | null;
  isStale: boolean;
}

export interface FakeStore extends Store {
  /** What a merge would be handed for a provider. */
  known(providerId: string): KnownIncident[];
  /** Calls that wrote, in order: `read`, `unchanged`, `failure`. */
  writes: { kind: string; feedKey: string; at: string; nextCheckAt: string }[];
}

/** The Store in memory, as plain as can be: for tests of what sits on top of it. */
export function createFakeStore(): FakeStore {
  const feeds = new Map<string, FeedState>();
  const known = new Map<string, KnownIncident>();
  const revisions = new Map<string, IncidentRevision[]>();
  const writes: FakeStore['writes'] = [];
  let revision = 0;

  const all = () => [...known.values()].map(({ incident }) => incident).sort(compareNewestFirst);
  const active = (providerId?: string) =>
    [...feeds.values()].filter(
      ({ isActive, seed }) =>
        isActive && (providerId === undefined || seed.providerId === providerId),
    );
  const feed = (key: string): FeedState => {
    const found = feeds.get(key);
    if (found === undefined) throw new Error(`No feed ${key}`);
    return found;
  };
  const good = (state: FeedState, at: string, nextCheckAt: string) => {
    Object.assign(state.health, {
      lastAttemptAt: at,
      lastGoodAt: at,
      nextCheckAt,
      failures: 0,
      error: null,
    });
    state.isStale = false;
  };

  return {
    writes,
    known: (providerId) =>
      [...known.values()].filter(({ incident }) => incident.providerId === providerId),
    revision: async () => revision,
    async syncFeeds(seeds, now) {
      for (const state of feeds.values()) state.isActive = false;
      for (const seed of seeds) {
        const state = feeds.get(seed.key);
        if (state !== undefined) {
          state.isActive = true;
          continue;
        }
        const { key, providerId } = seed;
        feeds.set(key, {
          seed,
          isActive: true,
          documents: [],
          read: null,
          isStale: false,
          health: {
            key,
            providerId,
            format: seed.feed.format,
            url: seed.feed.url,
            nextCheckAt: now,
            lastAttemptAt: null,
            lastGoodAt: null,
            lastChangeAt: null,
            failures: 0,
            error: null,
            redirectedTo: null,
            unknownWords: [],
            warnings: [],
            provesNothingReported: false,
          },
        });
      }
    },
    dueFeeds: async (now, limit) =>
      active()
        .filter(({ health }) => health.nextCheckAt <= now)
        .sort((a, b) => (a.health.nextCheckAt < b.health.nextCheckAt ? -1 : 1))
        .slice(0, limit)
        .map(({ seed, health }) => ({
          ...seed,
          failures: health.failures,
          nextCheckAt: health.nextCheckAt,
          lastGoodAt: health.lastGoodAt,
          hasOpenIncident: all().some((one) => one.providerId === seed.providerId && isOpen(one)),
        })),
    heldDocuments: async (key) =>
      feed(key).documents.map(({ url, etag, lastModified, hash }) => ({
        url,
        etag,
        lastModified,
        hash,
      })),
    documents: async (key) => feed(key).documents,
    async saveRead(read, merge) {
      const state = feed(read.feedKey);
      const changes = merge(
        [...known.values()].filter(({ incident }) => incident.providerId === read.providerId),
      );
      writes.push({
        kind: 'read',
        feedKey: read.feedKey,
        at: read.at,
        nextCheckAt: read.nextCheckAt,
      });
      for (const { incident, upstreamIds, feedKey, replaced } of changes) {
        const old = known.get(incident.id);
        const isListed = incident.lastSeenAt === read.at;
        known.set(incident.id, {
          incident,
          upstreamIds,
          sources: { ...old?.sources, ...(isListed ? { [feedKey]: read.at } : {}) },
        });
        if (replaced !== undefined) {
          const list = revisions.get(incident.id) ?? [];
          revisions.set(incident.id, [...list, { at: read.at, ...replaced }]);
        }
      }
      const hadHashes = state.documents.map(({ hash }) => hash).join();
      state.documents = [...read.documents];
      state.read = read;
      good(state, read.at, read.nextCheckAt);
      if (hadHashes !== state.documents.map(({ hash }) => hash).join()) {
        state.health.lastChangeAt = read.at;
      }
      const hasVisibleChange = changes.some(({ isVisible }) => isVisible);
      if (hasVisibleChange) revision++;
      return {
        revision,
        hasVisibleChange,
        changedIncidentIds: changes.map(({ incident }) => incident.id),
      };
    },
    async saveUnchanged(key, at, nextCheckAt) {
      writes.push({ kind: 'unchanged', feedKey: key, at, nextCheckAt });
      good(feed(key), at, nextCheckAt);
    },
    async saveFailure(failure) {
      const { feedKey, at, nextCheckAt, kind, message, httpStatus } = failure;
      writes.push({ kind: 'failure', feedKey, at, nextCheckAt });
      const { health } = feed(feedKey);
      health.failures++;
      health.lastAttemptAt = at;
      health.nextCheckAt = nextCheckAt;
      health.error = { kind, message, ...(httpStatus === undefined ? {} : { httpStatus }) };
    },
    async markStale(now) {
      const gone = active().filter((one) => !one.isStale && isStale(one.health.lastGoodAt, now));
      for (const state of gone) state.isStale = true;
      return gone.map(({ seed }) => seed.key);
    },
    saveArchive: async () => ({ revision, changedIncidentIds: [], hasVisibleChange: false }),
    feedHealth: async (providerId) => active(providerId).map(({ health }) => ({ ...health })),
    feedStatements: async (providerId) =>
      active(providerId).map(({ seed, read, health }) => ({
        feedKey: seed.key,
        providerId: seed.providerId,
        status: read?.status ?? null,
        components: [...(read?.components ?? [])],
        provesNothingReported: read?.provesNothingReported ?? false,
        lastGoodAt: health.lastGoodAt,
      })),
    incident: async (id) => known.get(id)?.incident ?? null,
    incidents: async () => ({ incidents: all(), next: null }),
    published: async () => all().map((incident) => ({ at: incident.firstSeenAt, incident })),
    openIncidents: async () => all().filter(isOpen),
    impactChanges: async () => [],
    ongoing: async (from, to) => all().filter((one) => overlaps(one, from, to)),
    changedSince: async () => null,
    updatesBetween: async (from, to) =>
      all()
        .flatMap(({ id, updates }) => updates.map((update) => ({ incidentId: id, update })))
        .filter(({ update }) => update.at >= from && update.at < to),
    incidentCountsByDay: async () => [],
    countIncidents: async () => ({ total: all().length, open: all().filter(isOpen).length }),
    revisions: async (id) => revisions.get(id) ?? [],
    revisionMarks: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const [list, last] = [revisions.get(id) ?? [], revisions.get(id)?.at(-1)];
          return last === undefined ? [] : [[id, { count: list.length, lastAt: last.at }]];
        }),
      ),
    incidentSources: async (id) => Object.keys(known.get(id)?.sources ?? {}),
    close: async () => {},
  };
}

function overlaps(incident: Incident, from: string, to: string): boolean {
  return incident.startedAt < to && (incident.resolvedAt ?? '9') >= from;
}
