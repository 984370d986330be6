import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { StoreError } from '../store-error.ts';
import type { QueryListener } from './sqlite-dialect.ts';

/** Prepared statements kept; the store has about a hundred shapes of query. */
const MAX_PREPARED = 300;

interface Prepared {
  statement: StatementSync;
  columns: string[];
}

/** Runs Kysely's compiled queries, preparing each text once. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #onQuery: QueryListener | undefined;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync, onQuery: QueryListener | undefined) {
    this.#database = database;
    this.#onQuery = onQuery;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#onQuery?.(query.sql, query.parameters);
    const { statement, columns } = this.#prepare(query.sql);
    const parameters = query.parameters.map(toInput);
    // Kysely's contract: the row type is what the query builder derived from the schema.
    if (columns.length > 0)
      return {
        rows: toObjects(
          statement.all(...parameters) as unknown as SQLInputValue[][],
          columns,
        ) as R[],
      };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator, it has nothing to give.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new StoreError('failed', 'Streaming is not needed here and not built in.');
  }

  /** Lets go of all prepared statements. */
  forget(): void {
    this.#prepared.clear();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) {
      // Last used goes to the end: a Map keeps the order of insertion.
      this.#prepared.delete(sql);
      this.#prepared.set(sql, known);
      return known;
    }
    const statement = this.#database.prepare(sql);
    const prepared = { statement, columns: statement.columns().map(({ name }) => name) };
    // The last rowid may be one of the full-text index's own, beyond the safe integers; read as a
    // number it would throw, even after a commit that went through.
    if (prepared.columns.length === 0) statement.setReadBigInts(true);
    else statement.setReturnArrays(true);
    this.#prepared.set(sql, prepared);
    const [oldest] = this.#prepared.keys();
    if (this.#prepared.size > MAX_PREPARED && oldest !== undefined) this.#prepared.delete(oldest);
    return prepared;
  }
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string') return value;
  // Node binds every number as a REAL, and full-text search ignores bounds on rowid that are.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'bigint' || value instanceof Uint8Array) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  throw new StoreError('failed', `SQLite cannot hold a value of type ${typeof value}.`);
}

/** Rows as plain objects of one shape; the driver's own are dictionaries, slow to make and to read. */
function toObjects(rows: readonly SQLInputValue[][], columns: readonly string[]): object[] {
  return rows.map((row) => {
    const object: Record<string, SQLInputValue | undefined> = {};
    for (let at = 0; at < columns.length; at++) object[columns[at] ?? ''] = row[at];
    return object;
  });
}
