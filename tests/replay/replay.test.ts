import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isOpen } from '../../src/model/incident.ts';
import {
  type Curated,
  loadCurated,
  type Replayed,
  type ReplayMoment,
  replay,
} from '../support/replay-world.ts';

const RECORDINGS = path.resolve(import.meta.dirname, '../../../shared/recordings');
const TIMEOUT_MS = 60_000;

let curated: Curated;
beforeAll(async () => {
  curated = await loadCurated();
}, TIMEOUT_MS);

/** The last moment looked at that is not after `time`. */
function at({ moments }: Replayed, time: string): ReplayMoment {
  const found = moments.findLast((moment) => moment.at <= time);
  if (found === undefined) throw new Error(`nothing was looked at by ${time}`);
  return found;
}

const openAt = (day: Replayed, time: string) =>
  at(day, time)
    .incidents.filter(isOpen)
    .map(({ providerId }) => providerId)
    .toSorted();
const incidentOf = (day: Replayed, time: string, providerId: string) =>
  at(day, time).incidents.find((one) => one.providerId === providerId);
const membersAt = (day: Replayed, time: string) =>
  at(day, time).events.map(({ providerId, state, members }) => ({
    providerId,
    state,
    members: members.map((member) => member.providerId).toSorted(),
  }));

describe('20 October 2025, from the posts of the archive', () => {
  let day: Replayed;
  beforeAll(async () => {
    day = await replay('2025-10-20', null, curated);
  }, TIMEOUT_MS);

  it('reads every feed without a complaint, as its format', () => {
    expect(day.complaints).toEqual([]);
    expect(day.day.providers[0]?.id).toBe('aws');
  });

  it('knows of no one before they post, and of each a minute after', () => {
    expect(openAt(day, '2025-10-20T06:45:00.000Z')).toEqual([]);
    expect(openAt(day, '2025-10-20T06:47:00.000Z')).toEqual(['chargebee']);
    expect(openAt(day, '2025-10-20T07:10:00.000Z')).toEqual(['chargebee', 'dixa']);
    expect(openAt(day, '2025-10-20T07:12:00.000Z')).toEqual(['aws', 'chargebee', 'dixa']);
    expect(openAt(day, '2025-10-20T07:16:00.000Z')).toContain('cronofy');
  });

  it('suspects nobody before AWS posts: two had spoken, and it takes three', () => {
    const spoken = openAt(day, '2025-10-20T07:10:00.000Z');
    expect(spoken).toEqual(['chargebee', 'dixa']);
    expect(day.moments.flatMap(({ suspected }) => suspected)).toEqual([]);
  });

  it('follows the state of the upstream through the second wave to its end', () => {
    const states = ['07:12', '08:27', '09:23', '13:43', '14:15', '16:14', '22:54'].map(
      (time) => incidentOf(day, `2025-10-20T${time}:00.000Z`, 'aws')?.status,
    );
    expect(states).toEqual([
      'investigating',
      'identified',
      'monitoring',
      'identified',
      'investigating',
      'monitoring',
      'resolved',
    ]);
    const last = incidentOf(day, day.day.to, 'aws');
    expect(last).toMatchObject({
      impact: 'critical',
      regions: ['aws:us-east-1'],
      startedAt: '2025-10-20T07:11:00.000Z',
      resolvedAt: '2025-10-20T22:53:00.000Z',
    });
    expect(last?.updates).toHaveLength(26);
    expect(last?.services).toEqual(expect.arrayContaining(['aws:dynamodb', 'aws:ec2']));
  });

  it('names the services only once a post has', () => {
    expect(incidentOf(day, '2025-10-20T07:12:00.000Z', 'aws')?.services).not.toContain(
      'aws:dynamodb',
    );
    expect(incidentOf(day, '2025-10-20T08:27:00.000Z', 'aws')?.services).toContain('aws:dynamodb');
  });

  it('forms the event with the first post of the upstream, lets it grow, and closes it', () => {
    expect(membersAt(day, '2025-10-20T07:10:00.000Z')).toEqual([]);
    const [early] = membersAt(day, '2025-10-20T07:12:00.000Z');
    expect(early).toMatchObject({ providerId: 'aws', state: 'open' });
    expect(early?.members).toContain('chargebee');
    const [later] = membersAt(day, '2025-10-20T07:16:00.000Z');
    expect(later?.members).toEqual(expect.arrayContaining(['chargebee', 'cronofy']));
    // Chargebee's own end comes minutes after that of AWS.
    expect(membersAt(day, '2025-10-20T22:54:00.000Z')[0]?.state).toBe('open');
    expect(membersAt(day, day.day.to)).toMatchObject([{ providerId: 'aws', state: 'closed' }]);
  });

  it('ties Dixa to it by way of Twilio, which posted nothing, once Dixa says so', () => {
    const dixa = at(day, '2025-10-20T22:54:00.000Z').events[0]?.members.find(
      ({ providerId }) => providerId === 'dixa',
    );
    expect(dixa?.explanation?.chain.map((step) => [step.providerId, step.incidentId])).toEqual([
      ['twilio', null],
      ['aws', expect.stringContaining('aws/')],
    ]);
  });

  it('keeps the address of the event while it lives', () => {
    const ids = new Set(day.moments.flatMap(({ events }) => events.map(({ id }) => id)));
    expect(ids.size).toBe(1);
  });

  it('leaves nothing open', () => {
    expect(openAt(day, day.day.to)).toEqual([]);
  });
});

describe('29 October 2025, from the posts of the archive', () => {
  let day: Replayed;
  beforeAll(async () => {
    day = await replay('2025-10-29', null, curated);
  }, TIMEOUT_MS);

  it('reads Azure while it is listed, and takes the empty feed for the end', () => {
    expect(day.complaints).toEqual([]);
    expect(openAt(day, '2025-10-29T16:03:00.000Z')).toEqual([]);
    expect(openAt(day, '2025-10-29T16:05:00.000Z')).toEqual(['azure']);
    expect(openAt(day, '2025-10-29T16:26:00.000Z')).toEqual(['azure', 'microsoft-365']);
    // Both are of one house, and the review documents what stands on what.
    const [event] = membersAt(day, '2025-10-29T16:26:00.000Z');
    expect(event).toMatchObject({ providerId: 'azure', members: ['microsoft-365'] });
    expect(incidentOf(day, '2025-10-29T18:12:00.000Z', 'azure')?.status).toBe('identified');
    const last = incidentOf(day, day.day.to, 'azure');
    expect(last?.status).toBe('resolved');
    expect(last?.marks).toContain('end-inferred');
    expect(openAt(day, day.day.to)).toEqual([]);
  });
});

describe('18 November 2025, from the posts of the archive', () => {
  it(
    'follows Cloudflare on its own page from first notice to end',
    async () => {
      const day = await replay('2025-11-18', null, curated);
      expect(day.complaints).toEqual([]);
      const state = (time: string) => incidentOf(day, `2025-11-18T${time}:00.000Z`, 'cloudflare');
      expect(state('11:47')).toBeUndefined();
      expect(state('11:49')).toMatchObject({ status: 'investigating', impact: 'critical' });
      expect(state('13:10')?.status).toBe('identified');
      expect(state('14:58')?.status).toBe('monitoring');
      expect(state('17:07')?.status).toBe('resolved');
    },
    TIMEOUT_MS,
  );
});

describe.skipIf(!existsSync(RECORDINGS))('the same days with what was recorded of them', () => {
  it(
    'hears GitHub at its minute and lets its later troubles stand apart',
    async () => {
      const day = await replay('2025-10-20', RECORDINGS, curated);
      expect(day.complaints).toEqual([]);
      expect(openAt(day, '2025-10-20T08:57:30.000Z')).toContain('github');
      expect(openAt(day, '2025-10-20T10:23:00.000Z')).toContain('digitalocean');
      const members = day.moments.at(-1)?.events.flatMap((event) => event.members) ?? [];
      const last = day.moments.at(-1)?.incidents ?? [];
      const grok = last.find(({ title }) => title.includes('Grok'));
      expect(grok).toBeDefined();
      expect(members.map(({ incidentId }) => incidentId)).not.toContain(grok?.id);
      expect(day.moments.at(-1)?.events).toMatchObject([{ providerId: 'aws', state: 'closed' }]);
    },
    TIMEOUT_MS,
  );

  it(
    'ties GitHub to Azure once its posts say so, and closes with the empty feed',
    async () => {
      const day = await replay('2025-10-29', RECORDINGS, curated);
      const [event] = membersAt(day, '2025-10-29T17:30:00.000Z');
      expect(event).toMatchObject({ providerId: 'azure', state: 'open' });
      expect(event?.members).toContain('github');
      expect(day.moments.at(-1)?.events).toMatchObject([{ providerId: 'azure', state: 'closed' }]);
    },
    TIMEOUT_MS,
  );

  it(
    'follows Cloudflare through its recordings; a trouble hours later joins nothing',
    async () => {
      const day = await replay('2025-11-18', RECORDINGS, curated);
      const network = (time: string) =>
        at(day, time).incidents.find(({ title }) => title.includes('Global Network'));
      expect(network('2025-11-18T11:48:00.000Z')).toBeUndefined();
      expect(network('2025-11-18T11:50:00.000Z')?.status).toBe('investigating');
      expect(network('2025-11-18T13:10:00.000Z')?.status).toBe('identified');
      expect(network('2025-11-18T14:44:00.000Z')?.status).toBe('monitoring');
      expect(network(day.day.to)?.status).toBe('resolved');
      expect(membersAt(day, '2025-11-18T12:26:00.000Z')).toEqual([]);
      const formed = at(day, '2025-11-18T12:28:00.000Z').events;
      expect(formed).toMatchObject([{ providerId: 'cloudflare', state: 'open' }]);
      expect(formed[0]?.members).toMatchObject([{ providerId: 'digitalocean', grade: 'likely' }]);
      const [last, ...others] = day.moments.at(-1)?.events ?? [];
      expect(others).toEqual([]);
      expect(last).toMatchObject({ id: formed[0]?.id, state: 'closed' });
      expect(last?.members.map(({ providerId }) => providerId)).toEqual(['digitalocean']);
      expect(last?.possible).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
