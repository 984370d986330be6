import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { StoreError } from '../store-error.ts';
import { explainFailure } from './explain-failure.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { type QueryListener, SqliteDialect } from './sqlite-dialect.ts';

/** How long a statement waits for another process. */
const BUSY_TIMEOUT_MS = 5_000;
/** Pages of 4 KiB the log may hold: moving it into the file waits for the disk, so rarely. */
const CHECKPOINT_PAGES = 8_000;
const WRITER_CACHE_KIB = 16_000;
const READER_CACHE_KIB = 32_000;

export interface SqliteConnections {
  /** As messages name it. */
  name: string;
  /** One writer: transactions follow one another. */
  writer: Kysely<Schema>;
  /** A second connection sees the last committed state and never waits for the first. */
  reader: Kysely<Schema>;
  /** Removes what exists only as long as the store. */
  dispose(): void;
}

/** Opens or creates a database file and brings its schema up to date. @throws StoreError */
export function openSqlite(file: string, onQuery?: QueryListener): SqliteConnections {
  const isMemory = file === ':memory:';
  // Two connections cannot share a private memory database; a file of our own in the temporary
  // folder can be shared, and behaves like the real thing.
  const folder = isMemory ? mkdtempSync(path.join(tmpdir(), 'downstream-')) : path.dirname(file);
  const target = isMemory ? path.join(folder, 'memory.db') : file;
  const dispose = () => {
    if (isMemory) rmSync(folder, { recursive: true, force: true });
  };
  const opened: DatabaseSync[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    const writer = openConnection(target, WRITER_CACHE_KIB);
    opened.push(writer);
    migrate(writer, file);
    const reader = openConnection(target, READER_CACHE_KIB);
    opened.push(reader);
    reader.exec('PRAGMA query_only = ON');
    return {
      name: file,
      writer: new Kysely({ dialect: new SqliteDialect(writer, onQuery) }),
      reader: new Kysely({ dialect: new SqliteDialect(reader, onQuery) }),
      dispose,
    };
  } catch (error) {
    for (const database of opened) database.close();
    dispose();
    const explained = explainFailure(error, file);
    if (explained instanceof StoreError) throw explained;
    throw new StoreError(
      'cannot-open',
      `${file}: cannot be opened or created. Check the path and that its folder is writable.`,
      error,
    );
  }
}

function openConnection(file: string, cacheKib: number): DatabaseSync {
  const database = new DatabaseSync(file, {
    timeout: BUSY_TIMEOUT_MS,
    enableForeignKeyConstraints: true,
  });
  try {
    // NORMAL with WAL: a killed process loses nothing; a power cut at most the last commits.
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
       PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${cacheKib};
       PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};`,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
