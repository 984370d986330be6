import { type Kysely, sql } from 'kysely';
import type { DatedUpdate, DayCount, ImpactChange } from '../store-queries.ts';
import { impactSchema, kindSchema, statusSchema } from './incident-schema.ts';
import type { Schema } from './schema.ts';

/** More than a provider ever had; a bound all the same. */
const MAX_IMPACT_CHANGES = 3_000;

interface UpdateRow {
  incidentId: string;
  id: string;
  at: string;
  status: string;
  body: string;
}

/** Updates published within [from, to), oldest first. */
export async function updatesBetween(
  db: Kysely<Schema>,
  from: string,
  to: string,
  providers: readonly string[] | undefined,
  limit: number,
): Promise<DatedUpdate[]> {
  if (providers?.length === 0) return [];
  const ofProviders =
    providers === undefined ? sql`` : sql`AND i.provider_id IN (${sql.join(providers)})`;
  const { rows } = await sql<UpdateRow>`
    SELECT i.id AS incidentId, u.id AS id, u.at AS at, u.status AS status, u.body AS body
    FROM incident_updates AS u INDEXED BY incident_updates_at
    CROSS JOIN incidents AS i ON i.no = u.incident_no
    WHERE u.at >= ${from} AND u.at < ${to} ${ofProviders}
    ORDER BY u.at, u.incident_no, u.position LIMIT ${limit}`.execute(db);
  return rows.map(({ incidentId, id, at, status, body }) => ({
    incidentId,
    update: { id, at, status: statusSchema.parse(status), body },
  }));
}

interface DayRow {
  day: string;
  kind: string;
  impact: string;
  count: number;
}

/** Incidents begun per UTC day, kind and impact; from kept counts, or one provider's index. */
export async function incidentCountsByDay(
  db: Kysely<Schema>,
  from: string,
  to: string,
  providers: readonly string[] | undefined,
): Promise<DayCount[]> {
  if (providers?.length === 0) return [];
  const first = from.slice(0, 10);
  const isMidnight = to.slice(10) === 'T00:00:00.000Z' || to.length === 10;
  // `~` sorts after every digit: the day of `to` is part of the range unless `to` is its beginning.
  const end = isMidnight ? to.slice(0, 10) : `${to.slice(0, 10)}~`;
  const query =
    providers === undefined
      ? sql<DayRow>`SELECT day, kind, impact, count FROM day_counts
          WHERE day >= ${first} AND day < ${end} AND count > 0 ORDER BY day, kind, impact`
      : sql<DayRow>`SELECT substr(started_at, 1, 10) AS day, kind, impact, count(*) AS count
          FROM incidents INDEXED BY incidents_provider
          WHERE provider_id IN (${sql.join(providers)})
            AND started_at >= ${first} AND started_at < ${end}
          GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  const { rows } = await query.execute(db);
  return rows.map(({ day, kind, impact, count }) => ({
    day,
    kind: kindSchema.parse(kind),
    impact: impactSchema.parse(impact),
    count,
  }));
}

/** See Store.impactChanges: from the versions kept, along one provider's index. */
export async function impactChanges(
  db: Kysely<Schema>,
  providerId: string,
): Promise<ImpactChange[]> {
  const { rows } = await sql<ImpactChange>`
    SELECT i.id AS incidentId, max(r.at) AS changedAt,
      (SELECT min(u.at) FROM incident_updates AS u WHERE u.incident_no = i.no) AS firstPostAt
    FROM incidents AS i INDEXED BY incidents_provider
    CROSS JOIN incident_revisions AS r ON r.incident_id = i.id
    WHERE i.provider_id = ${providerId} AND i.kind = 'incident'
      AND json_extract(r.before, '$.impact') <> i.impact
    GROUP BY i.id HAVING firstPostAt IS NOT NULL
    ORDER BY changedAt DESC LIMIT ${MAX_IMPACT_CHANGES}`.execute(db);
  return rows;
}
