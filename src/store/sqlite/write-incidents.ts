import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Incident } from '../../model/incident.ts';
import { NEXT_REVISION } from './changed-since.ts';
import { insertChildren, type NumberedIncident, searchRow } from './incident-children.ts';
import { takeNumbers } from './incident-number.ts';
import { toRow } from './incident-row.ts';
import type { Schema } from './schema.ts';

/** Incidents per INSERT: their updates stay below SQLite's limit of 32,766 parameters. */
const CHUNK = 200;

/** Adds incidents nobody knows yet. */
export async function insertIncidents(
  db: Kysely<Schema>,
  incidents: readonly Incident[],
): Promise<void> {
  // In the order of their numbers: the full-text index writes out all it holds at each step back.
  const sorted = incidents.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  for (let at = 0; at < sorted.length; at += CHUNK) {
    const chunk = sorted.slice(at, at + CHUNK);
    const numbers = await takeNumbers(
      db,
      chunk.map((incident) => incident.startedAt),
    );
    const numbered = chunk.map((incident, i): NumberedIncident => {
      return { no: numbers[i] ?? 0, incident };
    });
    const rows = numbered.map(({ no, incident }) => ({
      no,
      ...toRow(incident),
      changed_revision: NEXT_REVISION,
    }));
    await db.insertInto('incidents').values(rows).execute();
    await insertChildren(db, numbered);
    await db.insertInto('incident_search').values(numbered.map(searchRow)).execute();
  }
}

/**
 * Replaces what is stored of an incident; only the parts that differ from `before` are written.
 * @param isVisible false where no visitor sees the change, so that nobody reads it anew
 */
export async function updateIncident(
  db: Kysely<Schema>,
  before: Incident,
  incident: Incident,
  isVisible: boolean,
): Promise<void> {
  const { id } = incident;
  const hasMoved = before.startedAt !== incident.startedAt;
  const old = await db
    .selectFrom('incidents')
    .select('no')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const [no = old.no] = hasMoved ? await takeNumbers(db, [incident.startedAt]) : [];
  await db
    .updateTable('incidents')
    .set({ no, ...toRow(incident), ...(isVisible ? { changed_revision: NEXT_REVISION } : {}) })
    .where('no', '=', old.no)
    .execute();

  const differs = (...keys: (keyof Incident)[]) =>
    keys.some((key) => !isDeepStrictEqual(before[key], incident[key]));
  const hasUpdates = differs('updates');
  const hasPlaces = hasMoved || differs('regions', 'services');
  if (hasUpdates) await db.deleteFrom('incident_updates').where('incident_no', '=', no).execute();
  if (hasPlaces) {
    await db.deleteFrom('incident_regions').where('incident_id', '=', id).execute();
    await db.deleteFrom('incident_services').where('incident_id', '=', id).execute();
  }
  await insertChildren(db, [{ no, incident }], { updates: hasUpdates, places: hasPlaces });
  if (hasMoved || hasUpdates || differs('title', 'components', 'providerId')) {
    await sql`DELETE FROM incident_search WHERE rowid = ${old.no}`.execute(db);
    await db.insertInto('incident_search').values(searchRow({ no, incident })).execute();
  }
}
