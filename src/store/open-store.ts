import type { PortableStore } from './portable-store.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { SqliteStore } from './sqlite/sqlite-store.ts';
import { StoreError } from './store-error.ts';

/**
 * Opens the database an address names and brings its schema up to date.
 * @example openStore('sqlite:data/downstream.db') // or a bare path
 * @example openStore('sqlite::memory:') // private, gone when closed
 * @throws StoreError; other systems than SQLite are `unsupported-database`
 */
export async function openStore(databaseUrl: string): Promise<PortableStore> {
  return new SqliteStore(openSqlite(sqliteFile(databaseUrl)));
}

/** Path of the file; `:memory:` stands for a private database. */
export function sqliteFile(databaseUrl: string): string {
  const address = databaseUrl.trim();
  // Two letters at least, so that C:\data\site.db stays a path.
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'sqlite') {
    // Only the scheme is repeated: the rest may hold a password.
    throw new StoreError(
      'unsupported-database',
      `DATABASE_URL begins with ${scheme}: but only SQLite is built in so far. ` +
        'Use sqlite:<path>, a bare path, or sqlite::memory:.',
    );
  }
  const rest = scheme === undefined ? address : address.slice('sqlite:'.length);
  // sqlite:///var/lib/site.db is the way other tools write an absolute path.
  const file = rest.startsWith('//') ? rest.slice(2) : rest;
  if (file === '') {
    throw new StoreError('cannot-open', 'DATABASE_URL names no file; use sqlite:<path>.');
  }
  return file;
}
