import { z } from 'zod';
import { pageBase } from '../adapters/page-base.ts';
import { statuspage } from '../adapters/statuspage.ts';
import type { FetchDocument } from '../fetcher/fetch-outcome.ts';
import { FeedError, type FeedErrorKind } from '../model/feed-error.ts';
import { incidentId } from '../model/incident-id.ts';
import type { PlaceFinder } from '../model/place.ts';
import { type FeedConfig, feedKey, type Provider } from '../model/provider.ts';
import type { PortableStore } from '../store/portable-store.ts';
import { type IncidentRecord, RECORD_VERSION, type StoreRecord } from '../store/store-record.ts';
import type { Clock } from './clock.ts';
import { newIncident } from './new-incident.ts';
import { adapterContext, readFeed } from './read-feed.ts';

/** Pages of three months; a page of 25 years has no more. */
const MAX_PAGES = 100;
/** Quiet quarters happen; so many in a row are the beginning of the page. */
const EMPTY_PAGES = 4;
/** At least this long between two requests. */
const PAUSE_MS = 1_000;

/** Who asks us to slow down, or does not answer, is left alone; the next run goes on from there. */
const ENDS_RUN: ReadonlySet<FeedErrorKind> = new Set(['rate-limited', 'network', 'timeout']);

/** Only `code` is taken from the list; the incident itself tells the rest. */
const historySchema = z.object({
  months: z.array(z.object({ incidents: z.array(z.object({ code: z.string().min(1) })) })),
});

export interface BackfillInput {
  provider: Provider;
  feed: FeedConfig;
  store: PortableStore;
  fetch: FetchDocument;
  clock: Clock;
  places: PlaceFinder | null;
  /** Told after every request that brought something. */
  onProgress?: (progress: BackfillProgress) => void;
}

export interface BackfillProgress {
  /** Page of the history being read, from 1, newest first. */
  page: number;
  /** Incidents this page lists, and how many of them are done with. */
  listed: number;
  done: number;
  added: number;
  /** Known already, from a feed or an earlier run. */
  known: number;
  /** Listed, but not to be read. */
  failed: number;
}

/**
 * Reads a Statuspage's history back to its beginning: `/history.json?page=<n>` lists three months
 * each, `/incidents/<code>.json` is one whole incident. One request at a time. What the store knows
 * is not asked for again, so that an interrupted run goes on where it stood; what feeds have told is
 * never changed. Both addresses are what the pages' own scripts read; Atlassian documents neither.
 * @throws FeedError where the list itself cannot be read, or the page asks to be left alone
 */
export async function backfillStatuspage(input: BackfillInput): Promise<BackfillProgress> {
  const { store, provider, onProgress } = input;
  const base = pageBase(input.feed.url);
  const get = createPoliteReader(input);
  const progress: BackfillProgress = { page: 0, listed: 0, done: 0, added: 0, known: 0, failed: 0 };
  const seen = new Set<string>();
  let empty = 0;
  while (progress.page < MAX_PAGES && empty < EMPTY_PAGES) {
    progress.page += 1;
    const url = `${base}/history.json?page=${progress.page}`;
    const list = historySchema.safeParse(readJson(await get(url)));
    if (!list.success) throw new FeedError('not-a-feed', 'This is no Statuspage history', { url });
    const listed = list.data.months.flatMap(({ incidents }) => incidents.map(({ code }) => code));
    // A page number beyond the last one may answer with the last one again.
    const codes = listed.filter((code) => !seen.has(code));
    empty = codes.length === 0 ? empty + 1 : 0;
    Object.assign(progress, { listed: codes.length, done: 0 });
    for (const code of codes) {
      seen.add(code);
      if ((await store.incident(incidentId(provider.id, code))) !== null) {
        progress.known += 1;
        progress.done += 1;
        continue;
      }
      try {
        const bytes = await get(`${base}/incidents/${encodeURIComponent(code)}.json`);
        const record = toRecord(readJson(bytes), code, base, input);
        progress.added += (await store.importRecords(only(record), { merge: true })).incidents;
      } catch (error) {
        if (!(error instanceof FeedError) || ENDS_RUN.has(error.kind)) throw error;
        progress.failed += 1;
      }
      progress.done += 1;
      onProgress?.({ ...progress });
    }
    onProgress?.({ ...progress });
  }
  return progress;
}

/** Bytes of one address after another, never faster than one a second. */
function createPoliteReader({ fetch, clock }: Pick<BackfillInput, 'fetch' | 'clock'>) {
  let isFirst = true;
  return async (url: string): Promise<Uint8Array> => {
    if (!isFirst) await clock.sleep(PAUSE_MS);
    isFirst = false;
    const outcome = await fetch(url, null);
    if (outcome.kind === 'fetched') return outcome.body;
    throw new FeedError('empty-response', 'Nothing was sent', { url });
  };
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** The incident through the same adapter and rules as one from the feed. */
function toRecord(raw: unknown, code: string, base: string, input: BackfillInput): IncidentRecord {
  const { provider, feed, clock, places } = input;
  const at = clock.now();
  const url = `${base}/incidents/${code}.json`;
  const body = JSON.stringify({ page: { id: 'history', url: base }, incidents: [raw] });
  const document = { url, body: new TextEncoder().encode(body), headers: {} };
  const snapshot = readFeed(statuspage, [document], adapterContext(provider, feed, at), places);
  const told = snapshot.incidents.find(({ upstreamId }) => upstreamId === code);
  if (told === undefined) throw new FeedError('parse', `It does not tell of ${code}`, { url });
  const key = feedKey(provider.id, feed);
  const context = { providerId: provider.id, feedKey: key, at, isFirstRead: true };
  const { incident, upstreamIds } = newIncident(told, context, new Set());
  return {
    type: 'incident',
    incident,
    upstreamIds: upstreamIds.map((id, position) => ({ providerId: provider.id, id, position })),
    sources: [{ feedKey: key, lastListedAt: at }],
  };
}

async function* only(record: IncidentRecord): AsyncGenerator<StoreRecord> {
  yield { type: 'downstream-store', version: RECORD_VERSION, revision: 0 };
  yield record;
}
