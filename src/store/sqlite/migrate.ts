import type { DatabaseSync } from 'node:sqlite';
import type { Migration } from '../migrations/migration.ts';
import { MIGRATIONS } from '../migrations.ts';
import { StoreError } from '../store-error.ts';

/**
 * Brings a database to the newest schema: one transaction per migration, version in
 * `PRAGMA user_version`. Two processes may start at once, so the version is read again under lock.
 * @throws StoreError of kind `newer-database` or `foreign-database`
 */
export function migrate(
  database: DatabaseSync,
  name: string,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  refuseUnknown(database, name, migrations.length);
  for (const [index, migration] of migrations.entries()) {
    if (versionOf(database) > index) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      if (versionOf(database) === index) {
        for (const statement of migration.sqlite) database.exec(statement);
        database.exec(`PRAGMA user_version = ${index + 1}`);
      }
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw new StoreError(
        'failed',
        `${name}: migration ${index + 1} (${migration.name}) failed; nothing was changed by it.`,
        error,
      );
    }
  }
}

/** Number of migrations a database has seen. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
}

function refuseUnknown(database: DatabaseSync, name: string, newest: number): void {
  const version = versionOf(database);
  if (version > newest) {
    throw new StoreError(
      'newer-database',
      `${name} has schema version ${version}, this program knows ${newest}. ` +
        'Update the program, or go back to a copy made before the update.',
    );
  }
  const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n;
  // Checked again, as another process may have made the tables in between.
  if (version === 0 && tables !== 0 && versionOf(database) === 0) {
    throw new StoreError(
      'foreign-database',
      `${name} is a database of another program. Choose a new file name in DATABASE_URL.`,
    );
  }
}
