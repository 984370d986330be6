import type { Kysely, Transaction } from 'kysely';
import type { Incident } from '../../model/incident.ts';
import type { PortableStore } from '../portable-store.ts';
import { REVISION_REASONS, type Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import {
  DEFAULT_ONGOING_LIMIT,
  type IncidentDetail,
  type IncidentQuery,
} from '../store-queries.ts';
import { changedSince } from './changed-since.ts';
import { explainFailure } from './explain-failure.ts';
import { exportRecords } from './export-records.ts';
import { heldDocuments, loadDocuments, packDocuments } from './feed-documents.ts';
import { activeFeeds, dueFeeds, syncFeeds } from './feed-list.ts';
import { toFeedHealth, toFeedStatement } from './feed-row.ts';
import { markStale, saveFailure, saveUnchanged } from './feed-state.ts';
import { findAmong } from './find-among.ts';
import { findIncidents } from './find-incidents.ts';
import { findPublished } from './find-published.ts';
import { impactChanges, incidentCountsByDay, updatesBetween } from './history.ts';
import { importRecords } from './import-records.ts';
import { parseIncident } from './incident-schema.ts';
import { currentId, loadIncidents, openIncidentNumbers } from './load-incidents.ts';
import { loadOutlines } from './load-outlines.ts';
import type { SqliteConnections } from './open-sqlite.ts';
import { currentRevision } from './revision.ts';
import { revisionMarks } from './revision-marks.ts';
import { saveArchive } from './save-archive.ts';
import { saveRead } from './save-read.ts';
import type { Schema } from './schema.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;
const DEFAULT_UPDATES = 5_000;

/** The store over one SQLite file; what each method promises stands in store.ts. */
export class SqliteStore implements PortableStore {
  readonly #connections: SqliteConnections;
  readonly #running = new Set<Promise<unknown>>();
  readonly #feedReads = new Map<string | undefined, ReturnType<typeof activeFeeds>>();
  #closing: Promise<void> | undefined;

  constructor(connections: SqliteConnections) {
    this.#connections = connections;
  }

  revision: Store['revision'] = () => this.#read(currentRevision);

  syncFeeds: Store['syncFeeds'] = (feeds, now) => this.#write((trx) => syncFeeds(trx, feeds, now));

  dueFeeds: Store['dueFeeds'] = (now, limit) => this.#read((db) => dueFeeds(db, now, limit));

  heldDocuments: Store['heldDocuments'] = (feedKey) =>
    this.#read((db) => heldDocuments(db, feedKey));

  documents: Store['documents'] = (feedKey) => this.#read((db) => loadDocuments(db, feedKey));

  saveRead: Store['saveRead'] = (read, merge) =>
    this.#track(async () => {
      const documents = await packDocuments(read.documents);
      return this.#transact((trx) => saveRead(trx, read, documents, merge));
    });

  saveUnchanged: Store['saveUnchanged'] = (feedKey, at, nextCheckAt) =>
    this.#write((trx) => saveUnchanged(trx, feedKey, at, nextCheckAt));

  saveFailure: Store['saveFailure'] = (failure) => this.#write((trx) => saveFailure(trx, failure));

  markStale: Store['markStale'] = (now) => this.#write((trx) => markStale(trx, now));

  saveArchive: Store['saveArchive'] = (incidents) =>
    this.#write((trx) => saveArchive(trx, incidents));

  feedHealth: Store['feedHealth'] = async (providerId) =>
    (await this.#feeds(providerId)).map(toFeedHealth);

  feedStatements: Store['feedStatements'] = async (providerId) =>
    (await this.#feeds(providerId)).map(toFeedStatement);

  incident: Store['incident'] = (id) =>
    this.#read(async (db) => {
      const current = await currentId(db, id);
      const [incident] = current === null ? [] : await loadIncidents(db, [current]);
      return incident ?? null;
    });

  incidents: Store['incidents'] = (query) =>
    this.#read((db) => {
      return loadPage(db, query, limitOf(query.limit));
    });

  published: Store['published'] = (query) =>
    this.#read(async (db) => {
      const moments = await findPublished(db, query, limitOf(query.limit));
      const ids = [...new Set(moments.map(({ id }) => id))];
      const byId = new Map((await loadIncidents(db, ids)).map((one) => [one.id, one]));
      return moments.flatMap(({ at, id }) => {
        const incident = byId.get(id);
        return incident === undefined ? [] : [{ at, incident }];
      });
    });

  openIncidents: Store['openIncidents'] = () =>
    this.#read(async (db) => loadIncidents(db, await openIncidentNumbers(db)));

  ongoing: Store['ongoing'] = (from, to, options = {}) =>
    this.#read(async (db) => {
      const { providers, limit = DEFAULT_ONGOING_LIMIT, detail, among } = options;
      const query = { from, to, ...(providers === undefined ? {} : { providers }) };
      const numbers =
        among === undefined
          ? (await findIncidents(db, query, limit)).numbers
          : await findAmong(db, among, query, limit);
      return loadDetail(db, numbers, detail);
    });

  changedSince: Store['changedSince'] = (revision) =>
    this.#read((db) => changedSince(db, revision));

  updatesBetween: Store['updatesBetween'] = (from, to, options = {}) =>
    this.#read((db) => {
      return updatesBetween(db, from, to, options.providers, options.limit ?? DEFAULT_UPDATES);
    });

  incidentCountsByDay: Store['incidentCountsByDay'] = (from, to, providers) =>
    this.#read((db) => incidentCountsByDay(db, from, to, providers));

  impactChanges: Store['impactChanges'] = (providerId) =>
    this.#read((db) => impactChanges(db, providerId));

  countIncidents: Store['countIncidents'] = () =>
    this.#read(async (db) => {
      const { incidents: total } = await db
        .selectFrom('meta')
        .select('incidents')
        .executeTakeFirstOrThrow();
      const { open } = await db
        .selectFrom('incidents')
        .select((eb) => eb.fn.countAll<number>().as('open'))
        .where('is_open', '=', 1)
        .executeTakeFirstOrThrow();
      return { total, open };
    });

  revisions: Store['revisions'] = (incidentId) =>
    this.#read(async (db) => {
      const id = await currentId(db, incidentId);
      if (id === null) return [];
      const rows = await db
        .selectFrom('incident_revisions')
        .select(['at', 'reason', 'before'])
        .where('incident_id', '=', id)
        .orderBy('id')
        .execute();
      return rows.map(({ at, reason, before }) => ({
        at,
        reason: REVISION_REASONS.find((known) => known === reason) ?? 'edited',
        before: parseIncident(before),
      }));
    });

  revisionMarks: Store['revisionMarks'] = (incidentIds) =>
    this.#read((db) => revisionMarks(db, incidentIds));

  incidentSources: Store['incidentSources'] = (incidentId) =>
    this.#read(async (db) => {
      const id = await currentId(db, incidentId);
      if (id === null) return [];
      const rows = await db
        .selectFrom('incident_sources')
        .select('feed_key')
        .where('incident_id', '=', id)
        .orderBy('feed_key')
        .execute();
      return rows.map((row) => row.feed_key);
    });

  exportRecords: PortableStore['exportRecords'] = (write, options = {}) =>
    this.#read((db) => exportRecords(db, write, options.withDocuments ?? false));

  importRecords: PortableStore['importRecords'] = (records, options = {}) =>
    this.#track(() => importRecords((work) => this.#transact(work), records, options));

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    await Promise.allSettled(this.#running);
    const { reader, writer, dispose } = this.#connections;
    // The writer last: the last connection to go moves the log into the file.
    await reader.destroy();
    await writer.destroy();
    dispose();
  }

  /** Health and statements are mostly wanted together: one read serves who asks while it runs. */
  #feeds(providerId: string | undefined): ReturnType<typeof activeFeeds> {
    const running = this.#feedReads.get(providerId);
    if (running !== undefined) return running;
    const read = this.#read((db) => activeFeeds(db, providerId)).finally(() =>
      this.#feedReads.delete(providerId),
    );
    this.#feedReads.set(providerId, read);
    return read;
  }

  #read<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.#track(() => work(this.#connections.reader));
  }

  #write<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
    return this.#track(() => this.#transact(work));
  }

  #transact<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
    return this.#connections.writer.transaction().execute(work);
  }

  async #track<T>(work: () => Promise<T>): Promise<T> {
    const { name } = this.#connections;
    if (this.#closing !== undefined) throw new StoreError('closed', `${name} is closed.`);
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      throw explainFailure(error, name);
    } finally {
      this.#running.delete(running);
    }
  }
}

function limitOf(asked: number | undefined): number {
  const limit = Math.trunc(asked ?? DEFAULT_LIMIT) || DEFAULT_LIMIT;
  return Math.min(Math.max(limit, 1), MAX_LIMIT);
}

async function loadPage(
  db: Kysely<Schema>,
  query: IncidentQuery,
  limit: number,
): Promise<{ incidents: Incident[]; next: string | null }> {
  const { numbers, next } = await findIncidents(db, query, limit);
  return { incidents: await loadIncidents(db, numbers), next };
}

function loadDetail(
  db: Kysely<Schema>,
  numbers: readonly number[],
  detail: IncidentDetail = 'whole',
): Promise<Incident[]> {
  return detail === 'whole'
    ? loadIncidents(db, numbers)
    : loadOutlines(db, numbers, detail === 'parts');
}
