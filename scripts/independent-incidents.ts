import type { Incident } from '../src/model/incident.ts';
import { makeRandom } from './random.ts';

const DAY_MS = 86_400_000;
const UNTIL_MS = Date.parse('2026-11-01T00:00:00.000Z');
const TITLES = [
  'Elevated error rates',
  'Sign-in is slow for some',
  'Delays in processing',
  'Dashboard does not load',
  'Notifications are late',
];
const SAID = [
  'We are investigating reports of errors and will tell more within the hour.',
  'The errors were caused by a database that ran out of connections.',
  'A third-party provider is experiencing an outage; we wait for them.',
  'Some requests fail. We are looking into it together with our hosting provider.',
  'A fix has been put in place and we are watching the results.',
  'Trouble is due to an issue at AWS in us-east-1.',
  'We are working with Cloudflare to restore access.',
  'The release of this morning has been rolled back.',
];

/**
 * Incidents that have nothing to do with each other: each provider has a rate of its own, three
 * times as high in working hours (13–22 UTC, Monday to Friday) as otherwise. Repeats for a seed.
 */
export function independentIncidents(
  providers: readonly string[],
  options: { count: number; years: number; seed: number },
): Incident[] {
  const random = makeRandom(options.seed);
  const span = options.years * 365 * DAY_MS;
  const incidents: Incident[] = [];
  const weighted = providers.flatMap((id) => Array<string>(random.between(1, 6)).fill(id));
  while (incidents.length < options.count) {
    const startMs = UNTIL_MS - Math.floor(random.next() * span);
    const when = new Date(startMs);
    const isBusy = when.getUTCHours() >= 13 && when.getUTCHours() < 22 && when.getUTCDay() % 6 > 0;
    if (!isBusy && random.chance(2 / 3)) continue;
    const at = (minutes: number) => new Date(startMs + minutes * 60_000).toISOString();
    const providerId = random.pick(weighted);
    const lasts = random.between(20, 400);
    incidents.push({
      id: `${providerId}/g${incidents.length}`,
      providerId,
      kind: random.chance(0.85) ? 'incident' : 'maintenance',
      title: random.pick(TITLES),
      status: 'resolved',
      impact: random.pick(['minor', 'minor', 'major', 'critical', 'unknown']),
      startedAt: at(0),
      resolvedAt: at(lasts),
      updatedAt: at(lasts),
      firstSeenAt: at(1),
      lastSeenAt: at(lasts),
      withdrawnAt: null,
      updates: [
        { id: 'u1', at: at(2), status: 'investigating', body: SAID[0] ?? '' },
        { id: 'u2', at: at(15), status: 'identified', body: random.pick(SAID) },
        { id: 'u3', at: at(lasts), status: 'resolved', body: 'This incident is over.' },
      ],
      components: [],
      regions: [],
      services: [],
      url: '',
      origin: 'feed',
      marks: [],
    });
  }
  return incidents;
}
