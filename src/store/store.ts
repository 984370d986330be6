import type { FeedErrorKind } from '../model/feed-error.ts';
import type { FeedHealth } from '../model/feed-health.ts';
import type { Incident } from '../model/incident.ts';
import type { FeedConfig } from '../model/provider.ts';
import type { Component, ProviderStatus } from '../model/status.ts';
import type {
  DatedUpdate,
  DayCount,
  ImpactChange,
  IncidentPage,
  IncidentQuery,
  OngoingOptions,
  Publication,
  PublishedQuery,
} from './store-queries.ts';

/**
 * Everything the site remembers. Nothing is ever deleted: what its source changed or took back is
 * kept as a revision. All times are ISO 8601, UTC. Every method rejects with a StoreError that
 * names the database and the remedy when it cannot be read or written.
 */
export interface Store {
  /** Moves by one with every committed change that a visitor could see, and only then. */
  revision(): Promise<number>;

  /**
   * Makes the table of feeds follow the config: new ones are due now, missing ones are switched off
   * and keep what they told. Moves the revision when a feed came or went.
   */
  syncFeeds(feeds: readonly FeedSeed[], now: string): Promise<void>;
  /** Feeds switched on whose time has come, the longest waiting first. */
  dueFeeds(now: string, limit: number): Promise<DueFeed[]>;
  /** What a conditional request needs of the documents of the last good read, without their bodies. */
  heldDocuments(feedKey: string): Promise<HeldDocument[]>;
  /** The documents of the last good read, in the order saved. */
  documents(feedKey: string): Promise<StoredDocument[]>;
  /**
   * Records one read of a feed in a single transaction: documents, health, the feed's statement on
   * status and components, and incident changes as `merge` decides them from what is known.
   */
  saveRead(read: FeedRead, merge: MergeFunction): Promise<SaveResult>;
  /**
   * Records a good read that brought nothing new (304 or the same bytes). Moves the revision only
   * where the feed had been failing, stale or never read.
   */
  saveUnchanged(feedKey: string, at: string, nextCheckAt: string): Promise<void>;
  /**
   * Records a failed read; the last known statement stays as it is. Moves the revision when the
   * feed had been well, or failed in another way before.
   */
  saveFailure(failure: FeedFailure): Promise<void>;
  /**
   * Moves the revision when a reading has become too old to vouch for its state since the last call.
   * @returns the keys of the feeds that have gone stale
   */
  markStale(now: string): Promise<string[]>;
  /**
   * Adds or updates incidents of `origin: 'archive'`. Same input again changes nothing. The archive
   * is curated: an incident of a feed with the same id becomes the archive's (its version is kept
   * as a revision), and later changes from feeds to an id of the archive are not recorded.
   */
  saveArchive(incidents: readonly Incident[]): Promise<SaveResult>;

  /** Health of every feed switched on, ordered by provider. */
  feedHealth(providerId?: string): Promise<FeedHealth[]>;
  /** What each feed switched on last said of status and components, ordered like feedHealth. */
  feedStatements(providerId?: string): Promise<FeedStatement[]>;
  /** One incident by id or by a former id; null where there is none. */
  incident(id: string): Promise<Incident | null>;
  /** A page of incidents, newest start first, by keyset; see IncidentQuery. */
  incidents(query: IncidentQuery): Promise<IncidentPage>;
  /**
   * The newest moments of one kind, the last first, each with its incident: what a feed tells of, in
   * the order in which it tells. At most `limit`, and only what comes after `before`.
   */
  published(query: PublishedQuery): Promise<Publication[]>;
  /** Every open incident (model/isOpen), newest start first. */
  openIncidents(): Promise<Incident[]>;
  /**
   * Every incident that overlaps [from, to), newest start first: what a day or an hour was made of.
   * Withdrawn ones are part of it. At most `limit`, the newest. Who draws thousands of bars asks for
   * their outlines only.
   */
  ongoing(from: string, to: string, options?: OngoingOptions): Promise<Incident[]>;
  /**
   * Ids of the incidents whose visible content changed after a revision, in no order: what a reader
   * that keeps what it read must read anew. Null where it must read all anew: so many changed, or
   * the revision is not of this store's past.
   */
  changedSince(revision: number): Promise<string[] | null>;
  /** Every update published within [from, to), oldest first; at most `limit`, default 5,000. */
  updatesBetween(
    from: string,
    to: string,
    options?: { providers?: readonly string[]; limit?: number },
  ): Promise<DatedUpdate[]>;
  /**
   * How many incidents began on each UTC day from that of `from` to that of `to` (excluded where
   * `to` is its midnight), split by kind and impact, oldest day first; days without any are absent.
   */
  incidentCountsByDay(from: string, to: string, providers?: readonly string[]): Promise<DayCount[]>;
  /** Total and open, without loading them. */
  countIncidents(): Promise<{ total: number; open: number }>;
  /**
   * When the impact of a provider's incidents last moved to what it is now, for those whose impact
   * we saw change. At most 3,000, the newest change first.
   */
  impactChanges(providerId: string): Promise<ImpactChange[]>;
  /** Earlier versions of an incident, oldest first: silent edits, withdrawals. */
  revisions(incidentId: string): Promise<IncidentRevision[]>;
  /**
   * How often each of these incidents was replaced by another version, and when last; those that
   * never were are absent. At most 1,000 ids, by their present name.
   */
  revisionMarks(incidentIds: readonly string[]): Promise<ReadonlyMap<string, RevisionMark>>;
  /** Which feeds told of an incident. */
  incidentSources(incidentId: string): Promise<string[]>;
  /** Ends the connections; running work is finished first. */
  close(): Promise<void>;
}

export interface FeedSeed {
  key: string;
  providerId: string;
  feed: FeedConfig;
}

export interface DueFeed extends FeedSeed {
  failures: number;
  nextCheckAt: string;
  lastGoodAt: string | null;
  /** True while its provider has an open incident: such feeds are read more often. */
  hasOpenIncident: boolean;
}

/** What tells whether a document is still the one we hold. */
export interface HeldDocument {
  url: string;
  etag: string | null;
  lastModified: string | null;
  /** SHA-256 of the body, hex. */
  hash: string;
}

/** A document as it was served, kept for re-reading. */
export interface StoredDocument extends HeldDocument {
  /** Lower-case names; only those an adapter may need. */
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface FeedRead {
  feedKey: string;
  providerId: string;
  at: string;
  nextCheckAt: string;
  documents: readonly StoredDocument[];
  redirectedTo: string | null;
  status: ProviderStatus | null;
  components: readonly Component[];
  provesNothingReported: boolean;
  unknownWords: readonly { field: string; word: string }[];
  warnings: readonly string[];
  /** Upstream ids and aliases this read lists: what is known under them goes to the merge, however old. */
  upstreamIds?: readonly string[];
}

export interface FeedFailure {
  feedKey: string;
  at: string;
  nextCheckAt: string;
  kind: FeedErrorKind;
  message: string;
  httpStatus?: number;
  redirectedTo?: string | null;
}

/** Incident as the store keeps it for the merge: with its other ids and the feeds that told of it. */
export interface KnownIncident {
  incident: Incident;
  /** Upstream ids under which it is known, the first one is that of its id. */
  upstreamIds: readonly string[];
  /** Feed keys with the time each last listed it. */
  sources: Readonly<Record<string, string>>;
}

/**
 * Pure: decides what a read changes. Gets all incidents of the provider that could matter: those
 * not ended, those begun, updated or withdrawn within 120 days, those this feed listed at its last
 * read, those known under `FeedRead.upstreamIds`; and all there are where the provider has no more
 * than 300. Never one of the archive. What it throws undoes the whole save and is passed on.
 */
export type MergeFunction = (known: readonly KnownIncident[]) => IncidentChange[];

export interface IncidentChange {
  incident: Incident;
  upstreamIds: readonly string[];
  /** Feed that told of it now. */
  feedKey: string;
  /** The version this one replaces, when its source edited or withdrew what it had said. */
  replaced?: { reason: RevisionReason; before: Incident };
  /** False for a change no visitor sees (only `lastSeenAt` moved). */
  isVisible: boolean;
}

export const REVISION_REASONS = ['edited', 'withdrawn', 'returned', 'reopened'] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

export interface IncidentRevision {
  at: string;
  reason: RevisionReason;
  /** The incident as it had been before. */
  before: Incident;
}

export interface RevisionMark {
  count: number;
  lastAt: string;
}

export interface SaveResult {
  /** Revision after the save. */
  revision: number;
  changedIncidentIds: string[];
  hasVisibleChange: boolean;
}

export interface FeedStatement {
  feedKey: string;
  providerId: string;
  status: ProviderStatus | null;
  components: Component[];
  provesNothingReported: boolean;
  lastGoodAt: string | null;
}
