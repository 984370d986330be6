import type {
  Impact,
  IncidentComponent,
  IncidentKind,
  IncidentMark,
  IncidentStatus,
  IncidentUpdate,
} from '../model/incident.ts';
import type { ComponentStatus, ProviderStatus } from '../model/status.ts';

/** One fetched document of a feed: bytes as served (after content decoding) and lower-case headers. */
export interface FeedDocument {
  /** The address it came from, after redirects. */
  url: string;
  body: Uint8Array;
  headers: Readonly<Record<string, string>>;
}

/** What an adapter may know besides the bytes. The clock is data: `fetchedAt`. */
export interface AdapterContext {
  providerId: string;
  /** Official status page, for links a feed leaves relative or out. */
  statusPage: string;
  /** When the documents were read. ISO 8601, UTC. Used to infer years and cap future dates. */
  fetchedAt: string;
  /** IANA zone of zone-less times and ambiguous abbreviations in this feed. */
  timeZone?: string;
  /** Only components whose name or id is listed (case-insensitive), with their incidents. */
  scopeComponents?: readonly string[];
  /** Expected title of the feed, part of the proof that an empty one means "nothing reported". */
  expectTitle?: string;
}

/**
 * What the feed can tell by what it leaves out.
 * - `history`: complete or long; what vanished was taken back
 * - `window`: the newest N; what is older than the oldest listed entry has merely scrolled out
 * - `active-only`: what is open now; what vanished has ended
 * - `part`: some of it did not arrive; what is missing says nothing
 */
export type Coverage = 'history' | 'window' | 'active-only' | 'part';

/** An incident as one feed tells it, before it is merged with what we know. */
export interface SnapshotIncident {
  /** The source's own stable id, or a key the adapter builds from what stays the same. */
  upstreamId: string;
  /** Other ids the source uses for it (older platform, second feed); merged as one. */
  aliases?: readonly string[];
  kind: IncidentKind;
  title: string;
  status: IncidentStatus;
  impact: Impact;
  /** Null where the source gives no usable time: the merge then takes first seen and marks it. */
  startedAt: string | null;
  resolvedAt: string | null;
  updatedAt: string | null;
  scheduledFor?: string;
  scheduledUntil?: string;
  /** `at` null where the post carries no usable time. Oldest first. */
  updates: SnapshotUpdate[];
  components: IncidentComponent[];
  regions: string[];
  services: string[];
  url: string;
  marks: IncidentMark[];
}

export interface SnapshotUpdate extends Omit<IncidentUpdate, 'at'> {
  at: string | null;
}

export interface SnapshotComponent {
  id: string;
  name: string;
  status: ComponentStatus;
  group?: string;
  regions?: string[];
  services?: string[];
}

/** What one read of a feed says. */
export interface Snapshot {
  coverage: Coverage;
  /** Page-level status where the feed states one, else null. */
  status: ProviderStatus | null;
  components: SnapshotComponent[];
  incidents: SnapshotIncident[];
  /**
   * True where this read proves that nothing is reported beyond `incidents`: a list of open
   * incidents that is there and readable, or an empty channel of a format whose emptiness means
   * that, from the expected channel and not old.
   */
  provesNothingReported: boolean;
  /** Words of the source we have no mapping for; they were read as `unknown`. */
  unknownWords: UnknownWord[];
  /** What was odd but survivable, in English, for the maintainer. */
  warnings: string[];
}

export interface UnknownWord {
  /** Where the word stood, e.g. `component.status`. */
  field: string;
  word: string;
}

/** One wire format. Pure: no I/O, no clock, no randomness. */
export interface Adapter {
  /** Key used in feeds.config.ts, kebab case, named after the format: `statuspage`. */
  readonly format: string;
  /** Options beyond `url` that an entry of this format must give (`FeedConfig` keys). */
  readonly requires?: readonly string[];
  /**
   * Addresses to read for one feed, from the URL in the config. The first must succeed; the others
   * may be missing. Most formats have one.
   * @example statuspage: ['<page>/api/v2/summary.json', '<page>/api/v2/incidents.json', …]
   */
  documents(url: string): readonly string[];
  /**
   * Does this body look like this format? By signature keys, never by address. Used by `detect` and
   * to tell formats that share a path apart.
   */
  recognises(document: FeedDocument): boolean;
  /**
   * Any non-empty subset of the format's documents, in any order, told apart by signature.
   * @throws FeedError of kind `parse`, `not-a-feed` or `empty-response`; never anything else.
   */
  parse(documents: readonly FeedDocument[], context: AdapterContext): Snapshot;
}
