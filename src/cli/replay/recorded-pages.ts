import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { jsonDocument, type ServedDocument } from './served-document.ts';

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const incident = z.looseObject({
  id: z.string(),
  created_at: time,
  incident_updates: z.array(z.looseObject({ created_at: time, status: z.string() })),
});
const summary = z.looseObject({
  page: z.looseObject({ updated_at: time }),
  incidents: z.array(incident),
});
type Summary = z.output<typeof summary>;

/** A page recorded at several moments of a day. */
export interface RecordedPage {
  providerId: string;
  /** Oldest first. */
  moments: Summary[];
}

/** `statuspage/<provider>--summary-<day>….json` of a folder of recordings; none where it is not there. */
export async function recordedPages(folder: string, day: string): Promise<RecordedPage[]> {
  const place = path.join(folder, 'statuspage');
  if (!existsSync(place)) return [];
  const names = (await readdir(place)).filter((name) => name.includes(`--summary-${day}`));
  const pages = new Map<string, Summary[]>();
  for (const name of names.toSorted()) {
    const parsed = summary.safeParse(JSON.parse(await readFile(path.join(place, name), 'utf8')));
    if (!parsed.success) continue;
    const providerId = name.slice(0, name.indexOf('--'));
    pages.set(providerId, [...(pages.get(providerId) ?? []), parsed.data]);
  }
  return [...pages].map(([providerId, moments]) => ({
    providerId,
    moments: moments.toSorted((a, b) => (a.page.updated_at < b.page.updated_at ? -1 : 1)),
  }));
}

/**
 * What the page answered at a moment: the last recording before it, and what the next one shows had
 * been posted by then. What was recorded as open and is on no later recording leaves at `overAt`.
 */
export function recordedSummary(page: RecordedPage, at: string, overAt: string): ServedDocument {
  const before = page.moments.findLast((one) => one.page.updated_at <= at);
  const after = page.moments.find((one) => one.page.updated_at > at);
  const rewound = (after?.incidents ?? []).flatMap((one) => rewind(one, at));
  const isRewound = new Set(rewound.map(({ id }) => id));
  const held = after === undefined && at >= overAt ? [] : (before?.incidents ?? []);
  const incidents = [...rewound, ...held.filter(({ id }) => !isRewound.has(id))];
  const base = before ?? after;
  return jsonDocument({
    page: base?.page,
    components: [],
    incidents,
    scheduled_maintenances: [],
    status:
      incidents.length === 0
        ? { indicator: 'none', description: 'All Systems Operational' }
        : { indicator: 'minor', description: 'Partially Degraded Service' },
  });
}

/** When anything was posted, oldest first. */
export function recordedMoments(page: RecordedPage): string[] {
  const posts = page.moments.flatMap(({ page: { updated_at }, incidents }) => [
    updated_at,
    ...incidents.flatMap((one) => one.incident_updates.map((update) => update.created_at)),
  ]);
  return [...new Set(posts)].toSorted();
}

/** An incident as it stood earlier; its newest remaining post tells its state. */
function rewind(one: Summary['incidents'][number], at: string): Summary['incidents'] {
  const updates = one.incident_updates.filter((update) => update.created_at <= at);
  const newest = updates[0];
  if (newest === undefined) return [];
  return [
    {
      ...one,
      status: newest.status,
      updated_at: newest.created_at,
      resolved_at: null,
      incident_updates: updates,
    },
  ];
}
