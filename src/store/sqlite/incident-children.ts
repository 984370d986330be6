import type { Kysely } from 'kysely';
import type { Incident } from '../../model/incident.ts';
import type { IncidentSearchTable, Schema } from './schema.ts';
import { providerTag } from './search-query.ts';

export interface NumberedIncident {
  no: number;
  incident: Incident;
}

/** Rows per INSERT: at most six parameters each, SQLite takes 32,766. */
const CHUNK = 5000;

/** The rows that hang on incidents: updates, and the places they are found by. */
export async function insertChildren(
  db: Kysely<Schema>,
  incidents: readonly NumberedIncident[],
  parts = { updates: true, places: true },
): Promise<void> {
  if (parts.updates) {
    const rows = incidents.flatMap(({ no, incident }) =>
      incident.updates.map(({ id, at, status, body }, position) => {
        return { incident_no: no, position, id, at, status, body };
      }),
    );
    for (const chunk of chunks(rows)) {
      await db.insertInto('incident_updates').values(chunk).execute();
    }
  }
  if (parts.places) {
    const regions = placesOf(incidents, 'regions');
    for (const chunk of chunks(regions.map(({ place, ...row }) => ({ region: place, ...row })))) {
      await db.insertInto('incident_regions').values(chunk).execute();
    }
    const services = placesOf(incidents, 'services');
    for (const chunk of chunks(services.map(({ place, ...row }) => ({ service: place, ...row })))) {
      await db.insertInto('incident_services').values(chunk).execute();
    }
  }
}

/** What full-text search finds an incident by. */
export function searchRow({ no, incident }: NumberedIncident): IncidentSearchTable {
  return {
    rowid: no,
    title: incident.title,
    updates: incident.updates.map((update) => update.body).join('\n'),
    components: incident.components.map((component) => component.name).join('\n'),
    tags: providerTag(incident.providerId),
  };
}

function placesOf(incidents: readonly NumberedIncident[], part: 'regions' | 'services') {
  return incidents.flatMap(({ incident }) =>
    [...new Set(incident[part])].map((place) => {
      return { place, started_at: incident.startedAt, incident_id: incident.id };
    }),
  );
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}
