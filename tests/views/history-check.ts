import { archiveIncidents } from '../../src/knowledge/archive-incidents.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { isEndedStatus } from '../../src/model/incident.ts';
import { worldFrom } from '../../src/views/as-of-world.ts';

const CLOCKS = {
  '2025-10-20': [
    '06:50',
    '07:10',
    '07:11',
    '07:30',
    '08:26',
    '09:30',
    '12:45',
    '18:00',
    '22:30',
    '22:53',
  ],
  '2025-10-29': [
    '15:45',
    '16:03',
    '16:04',
    '16:30',
    '17:00',
    '18:15',
    '20:00',
    '23:30',
    '23:45',
    '23:59',
  ],
} as const;

/** Where site and posts part, and why. */
export const EXPLAINED: Readonly<Record<string, string>> = {
  '2025-10-29T23:59:00.000Z':
    'Microsoft 365 never closed its entry as far as is on record; the site lets it go at the end of the last day any source speaks of it, rather than call it open for good.',
};

export interface CheckRow {
  at: string;
  /** What the site says: provider, status, time of the last post. */
  site: string;
  /** What the archive's posts say, read from the event files alone. */
  sources: string;
}

/** Twenty moments, each told twice: by the pages' own view, and straight from the files. */
export function historyCheck(knowledge: Knowledge): CheckRow[] {
  const incidents = knowledge.events.flatMap(archiveIncidents);
  return Object.entries(CLOCKS).flatMap(([day, clocks]) =>
    clocks.map((clock) => {
      const at = `${day}T${clock}:00.000Z`;
      const touched = incidents.filter((one) => one.startedAt.slice(0, 10) === day);
      const world = worldFrom(touched, at, knowledge);
      const site = [...world.open, ...world.justEnded].map(
        (one) => `${one.providerId} ${one.status} (${one.updatedAt.slice(11, 16)})`,
      );
      return { at, site: cell(site), sources: cell(saidBy(knowledge, day, at)) };
    }),
  );
}

function saidBy(knowledge: Knowledge, day: string, at: string): string[] {
  const hourAgo = new Date(Date.parse(at) - 3_600_000).toISOString();
  return knowledge.events
    .filter((event) => event.startedAt.startsWith(day))
    .flatMap((event) => [
      { provider: event.provider, posts: event.posts },
      ...event.downstream.flatMap(({ provider, ownStatus }) =>
        provider === null || ownStatus.firstPostAt === null || ownStatus.title === null
          ? []
          : [
              {
                provider,
                posts: [{ at: ownStatus.firstPostAt, status: ownStatus.firstPostStatus }],
              },
            ],
      ),
    ])
    .flatMap(({ provider, posts }) => {
      const last = posts.filter((post) => post.at <= at).at(-1);
      const isGone = last !== undefined && isEndedStatus(last.status) && last.at <= hourAgo;
      return last === undefined || isGone
        ? []
        : [`${provider} ${last.status} (${last.at.slice(11, 16)})`];
    });
}

function cell(lines: readonly string[]): string {
  return lines.length === 0 ? 'nothing' : lines.toSorted().join('; ');
}

export function historyCheckPage(rows: readonly CheckRow[]): string {
  return [
    '# Twenty moments of October 2025',
    '',
    'What the site says as of a moment (`?at=`), beside what the posts in the archive say by then. The left side comes from the view the pages use, the right side straight from `src/knowledge/events/`; in brackets the time of the last post. A test writes this table and fails where the two differ.',
    '',
    'Times are UTC. *nothing* means that no post of then is on record, and the state of every provider is unknown. Chargebee, Dixa, Cronofy and Short.io had trouble on the 20th and told the hours themselves; when they first said so in public is not on record, or their text is not, so no moment of the past may show it. They stand in the drawing of the day, which knows what is known today.',
    '',
    '| Moment | The site says | The posts say | Difference |',
    '|---|---|---|---|',
    ...rows.map(
      ({ at, site, sources }) =>
        `| ${at.slice(0, 10)} ${at.slice(11, 16)} | ${site} | ${sources} | ${site === sources ? 'none' : (EXPLAINED[at] ?? 'unexplained')} |`,
    ),
    '',
  ].join('\n');
}
