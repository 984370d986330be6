import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventBook } from '../../src/explain/event-book.ts';
import { eventsOf } from '../../src/explain/events.ts';
import { explainAll } from '../../src/explain/explain-all.ts';
import type { Incident } from '../../src/model/incident.ts';
import { edge, graphOf, incidentAt, LEXICON } from './explain-world.ts';

const US = { provider: 'aws', region: 'aws:us-east-1' };
const graph = graphOf([
  edge('one', US),
  edge('two', { provider: 'aws' }),
  edge('three', { provider: 'aws', region: 'aws:me-central-1' }),
  edge('four', { provider: 'signin' }, { purpose: 'sign-in' }),
  edge('signin', US),
  edge('five', { provider: 'aws', service: 'aws:iam' }),
  edge('six', { provider: 'aws', service: 'aws:lambda', region: 'aws:us-east-1' }),
  edge('one', { provider: 'cloudflare' }),
]);
const options = { lexicon: LEXICON };
const upstream = incidentAt('aws/x', 0, 600, {
  regions: ['aws:us-east-1'],
  services: ['aws:dynamodb', 'aws:lambda'],
});
const explain = (...incidents: Incident[]) => explainAll(incidents, graph, options);
const named = ['We see errors.', 'This is due to an outage at AWS.'];

describe('explanations', () => {
  it('are confirmed by the own words, quoted with their place', () => {
    const one = incidentAt('one/a', 20, 500, { says: named });
    const [found] = explain(upstream, one).explanationsOf('one/a');
    expect(found).toMatchObject({ because: 'aws/x', upstream: 'aws', grade: 'confirmed' });
    const [quote] = found?.quotes ?? [];
    const body = one.updates.find(({ id }) => id === quote?.updateId)?.body ?? '';
    expect(body.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0))).toBe('AWS');
    expect(quote?.sentence).toBe('This is due to an outage at AWS.');
  });

  it('say null where the upstream is named and silent', () => {
    const [found] = explain(incidentAt('one/a', 20, 500, { says: named })).explanationsOf('one/a');
    expect(found).toMatchObject({ because: null, upstream: 'aws', grade: 'likely' });
  });

  it('never cross regions, whatever the text says', () => {
    const three = incidentAt('three/a', 10, 500, { says: named });
    expect(explain(upstream, three).explanationsOf('three/a')).toMatchObject([{ because: null }]);
  });

  it('reach other regions from the home of a global service', () => {
    const iam = { ...upstream, services: ['aws:iam'] };
    const five = incidentAt('five/a', 10, 590, { regions: ['aws:eu-central-1'], says: named });
    expect(explain(iam, five).explanationsOf('five/a')[0]?.because).toBe('aws/x');
    const lambda = { ...upstream, services: ['aws:lambda'] };
    expect(explain(lambda, five).explanationsOf('five/a')[0]?.because).toBeNull();
  });

  it('want the part the edge names', () => {
    const chime = { ...upstream, services: ['aws:chime'] };
    const six = incidentAt('six/a', 10, 590, { says: ['We look into it.'] });
    expect(explain(chime, six).explanationsOf('six/a')).toEqual([]);
    expect(explain(upstream, six).explanationsOf('six/a')[0]?.grade).toBe('possible');
  });

  it('follow chains as strongly as their weakest link', () => {
    const signin = incidentAt('signin/a', 5, 590, { says: named });
    const four = incidentAt('four/a', 10, 595, {
      says: ['Log-in fails because of a Signin outage.'],
    });
    const found = explain(upstream, signin, four).explanationsOf('four/a');
    expect(found.map(({ because }) => because)).toEqual(['signin/a', 'aws/x']);
    expect(found[1]?.chain.map(({ incidentId }) => incidentId)).toEqual(['signin/a', 'aws/x']);
  });

  it('pass through a silent one that the text blames', () => {
    const four = incidentAt('four/a', 10, 595, { says: ['Log-in fails because Signin failed.'] });
    const [found] = explain(upstream, four).explanationsOf('four/a');
    expect(found).toMatchObject({ because: 'aws/x', grade: 'likely' });
    expect(found?.chain.map(({ incidentId }) => incidentId)).toEqual([null, 'aws/x']);
  });

  it('count another provider in the text against one it does not name', () => {
    const others = ['two', 'four', 'signin', 'five', 'six'].map((id) =>
      incidentAt(`${id}/a`, 12, 590),
    );
    const plain = incidentAt('one/a', 10, 590, { says: ['Builds wait.'] });
    const speaking = incidentAt('one/a', 10, 590, { says: ['Builds that use Cloudflare wait.'] });
    const gradeOf = (one: Incident) =>
      explain(upstream, one, ...others)
        .explanationsOf('one/a')
        .find(({ because }) => because === 'aws/x');
    expect(gradeOf(plain)?.grade).toBe('likely');
    expect(gradeOf(speaking)?.grade).not.toBe('likely');
    expect(gradeOf(speaking)?.against.map(({ code }) => code)).toContain('mentions-other-upstream');
  });

  it('take nothing from an upstream left open for days, unless it is named', () => {
    const open = { ...upstream, resolvedAt: null };
    const later = (says: string[]) => incidentAt('one/a', 5 * 24 * 60, null, { says });
    expect(explain(open, later(['We look into it.'])).explanationsOf('one/a')).toEqual([]);
    expect(explain(open, later(named)).explanationsOf('one/a')[0]?.because).toBe('aws/x');
  });

  it.each([
    ['another cause', { says: ['Caused by a bad release, which we rolled back.'] }],
    ['a denial', { says: ['This is not related to the AWS outage.'] }],
    ['another upstream', { says: ['Caused by an outage at Cloudflare.'] }],
    ['a maintenance', { kind: 'maintenance' as const }],
  ])('leave out %s', (_, more) => {
    const found = explain(upstream, incidentAt('one/a', 10, 300, more)).explanationsOf('one/a');
    expect(found.filter(({ because }) => because === 'aws/x')).toEqual([]);
  });

  it('respect order in time', () => {
    for (const [from, to] of [
      [-300, -100],
      [-120, 300],
      [700, 800],
    ] as const) {
      const found = explain(upstream, incidentAt('one/a', from, to)).explanationsOf('one/a');
      expect(found).toEqual([]);
    }
  });
});

const anyIncident = fc
  .record({
    provider: fc.constantFrom('aws', 'one', 'two', 'three', 'four', 'signin', 'six', 'cloudflare'),
    from: fc.integer({ min: -200, max: 900 }),
    lasts: fc.option(fc.integer({ min: 1, max: 600 })),
    region: fc.constantFrom('aws:us-east-1', 'aws:me-central-1', 'aws:eu-central-1', ''),
    says: fc.constantFrom(
      named,
      ['A third-party provider has an outage.'],
      ['We look into it.'],
      ['Trouble in us-west-2 is due to AWS.'],
      ['Caused by our own database.'],
    ),
  })
  .map(({ provider, from, lasts, region, says }) => ({ provider, from, lasts, region, says }));
const world = fc.array(anyIncident, { maxLength: 14 }).map((all) =>
  all.map(({ provider, from, lasts, region, says }, n) =>
    incidentAt(`${provider}/${n}`, from, lasts === null ? null : from + lasts, {
      regions: region === '' ? [] : [region],
      says,
    }),
  ),
);
const told = (incidents: readonly Incident[], book: ReturnType<typeof explainAll>) =>
  Object.fromEntries(incidents.map(({ id }) => [id, book.explanationsOf(id)]));

describe('properties', () => {
  it('no explanation ever crosses incompatible regions', () => {
    fc.assert(
      fc.property(world, (incidents) => {
        const book = explainAll(incidents, graph, options);
        for (const incident of incidents) {
          for (const { because, chain } of book.explanationsOf(incident.id)) {
            const last = chain.at(-1);
            const wanted = graph.edges.find(({ id }) => id === last?.edgeId)?.upstream.region;
            const hit = because === null ? [] : (book.index.get(because)?.incident.regions ?? []);
            if (wanted !== undefined && hit.length > 0) expect(hit).toContain(wanted);
            const own = incident.regions.filter((one) => one.startsWith('aws:'));
            if (chain.length === 1 && last?.providerId === 'aws' && hit.length && own.length) {
              expect(own.some((one) => hit.includes(one))).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('the order of incidents changes nothing', () => {
    fc.assert(
      fc.property(world, (incidents) => {
        const there = explainAll(incidents, graph, options);
        const back = explainAll(incidents.toReversed(), graph, options);
        expect(told(incidents, back)).toEqual(told(incidents, there));
        expect(eventsOf(back)).toEqual(eventsOf(there));
      }),
    );
  });

  it('one by one gives the same as all at once, events too', () => {
    fc.assert(
      fc.property(world, (incidents) => {
        const book = explainAll([], graph, options);
        const events = createEventBook(book);
        for (const incident of incidents) {
          const open = { ...incident, resolvedAt: null };
          for (const one of [open, incident]) events.update([one.id, ...book.update([one])]);
          expect(events.all()).toEqual(eventsOf(book));
        }
        expect(told(incidents, book)).toEqual(
          told(incidents, explainAll(incidents, graph, options)),
        );
      }),
    );
  });
});

describe('events', () => {
  const one = incidentAt('one/a', 20, 700, { says: named });

  it('keep their id, grow, and close with the last', () => {
    const book = explain({ ...upstream, resolvedAt: null }, one);
    const [open] = eventsOf(book);
    expect(open).toMatchObject({ id: 'aws.x', state: 'open', endedAt: null });
    book.update([upstream, incidentAt('signin/a', 30, 640, { says: named })]);
    const [closed] = eventsOf(book);
    expect(closed).toMatchObject({ id: 'aws.x', state: 'closed', endedAt: one.resolvedAt });
    expect(closed?.members.map(({ incidentId }) => incidentId)).toEqual(['one/a', 'signin/a']);
  });
});
