import type { DatabaseSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { Mutex } from './mutex.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** Called with every statement before it runs; for tests of query plans and for tracing. */
export type QueryListener = (sql: string, parameters: readonly unknown[]) => void;

/** Kysely over the SQLite that comes with Node. One dialect holds one connection. */
export class SqliteDialect implements Dialect {
  readonly #database: DatabaseSync;
  readonly #onQuery: QueryListener | undefined;

  constructor(database: DatabaseSync, onQuery?: QueryListener) {
    this.#database = database;
    this.#onQuery = onQuery;
  }

  createDriver(): Driver {
    return new SqliteDriver(this.#database, this.#onQuery);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** Hands out its one connection to one holder at a time, so that transactions never interleave. */
class SqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #connection: SqliteConnection;
  readonly #mutex = new Mutex();
  #release: (() => void) | undefined;

  constructor(database: DatabaseSync, onQuery: QueryListener | undefined) {
    this.#database = database;
    this.#connection = new SqliteConnection(database, onQuery);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const release = await this.#mutex.acquire();
    this.#release = release;
    return this.#connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // IMMEDIATE: a second process waits here, instead of failing at its first write.
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite has already rolled back by itself after some errors (disk full, I/O).
    if (this.#database.isTransaction) {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    }
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async destroy(): Promise<void> {
    const release = await this.#mutex.acquire();
    this.#connection.forget();
    if (this.#database.isOpen) this.#database.close();
    release();
  }
}
