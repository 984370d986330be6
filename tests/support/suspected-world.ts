import type { Incident } from '../../src/model/incident.ts';
import { type World, type WorldProvider, worldIncident, worldProvider } from './world.ts';

/** A day of our own making on which those who stand on AWS in us-east-1 fall before it says so. */
const DAY = '2026-06-10';
const at = (clock: string) => `${DAY}T${clock}:00.000Z`;
const FELL: readonly [id: string, name: string, began: string, said: string][] = [
  ['duolingo', 'Duolingo', '08:00', 'Lessons do not load.'],
  ['chargebee', 'Chargebee', '08:02', 'Pages answer slowly.'],
  ['slack', 'Slack', '08:03', 'Calls fail because of an outage at AWS.'],
  ['cronofy', 'Cronofy', '08:05', 'Calendars are not read.'],
  [
    'atlassian',
    'Atlassian',
    '08:06',
    'Boards stay empty. This is due to an AWS outage in us-east-1.',
  ],
];

export interface SuspectedWorldOptions {
  /** Time of day of the render. @example '08:08' */
  now: string;
  /** When AWS posts; absent: not at all. */
  awsPosts?: string;
  /** A later post by each of them. */
  theyAdd?: string;
}

/** The same day as known at a given time; each has a quiet year of its own behind it. */
export function suspectedWorld({ now, awsPosts, theyAdd }: SuspectedWorldOptions): World {
  const isPublished = (clock: string) => clock <= now;
  const providers = FELL.map(([id, name, began, said]): WorldProvider => {
    const posts: [string, 'investigating', string][] = [[at(began), 'investigating', said]];
    if (theyAdd !== undefined) posts.push([at('08:30'), 'investigating', theyAdd]);
    const told = posts.filter(([time]) => time <= at(now));
    const today = worldIncident(id, 'today', { title: 'Errors', startedAt: at(began) }, told);
    return fed(id, name, [quietYear(id), ...(isPublished(began) ? [today] : [])]);
  });
  const aws =
    awsPosts !== undefined && isPublished(awsPosts)
      ? [
          worldIncident(
            'aws',
            'today',
            {
              title: 'Increased error rates in N. Virginia',
              startedAt: at(awsPosts),
              regions: ['aws:us-east-1'],
              impact: 'major',
            },
            [[at(awsPosts), 'investigating', 'We are looking into increased error rates.']],
          ),
        ]
      : [];
  return { now: at(now), providers: [fed('aws', 'Amazon Web Services', aws), ...providers] };

  function fed(id: string, name: string, incidents: Incident[]): WorldProvider {
    return {
      provider: worldProvider(id, name, 'cloud'),
      status: id === 'aws' ? 'operational' : null,
      readAt: at(now),
      incidents,
    };
  }
}

function quietYear(id: string): Incident {
  return worldIncident(id, 'long-ago', {
    title: 'A short trouble',
    status: 'resolved',
    startedAt: '2025-07-01T10:00:00.000Z',
    resolvedAt: '2025-07-01T11:00:00.000Z',
  });
}
