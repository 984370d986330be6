import { describe, expect, it } from 'vitest';
import { firehydrant } from '../../src/adapters/firehydrant.ts';
import { CONTEXT, fixture, incidentOf, json, parse } from './read-json-fixture.ts';

const PAGE = {
  conditions: { Slow: 'DEGRADED', Gone: 'OFFLINE', Fine: 'OPERATIONAL' },
  components: [
    { id: 'a', name: 'Console' },
    { id: 'b', name: 'API' },
  ],
};
const AT = '2026-03-01T10:00:00.000Z';
const read = (...incidents: object[]) =>
  parse(firehydrant, json({ ...PAGE, incidents: incidents.map((one) => ({ id: 'i', ...one })) }));
const readOne = (incident: object) => incidentOf(read(incident), 'i');
const hit = (condition?: unknown) => [{ id: 'b', name: 'API', condition }];
const note = (text: unknown, occurredAt: unknown = AT) => ({ occurredAt, details: { note: text } });
const milestone = (currentMilestone: unknown, occurredAt: unknown = AT) => ({
  occurredAt,
  details: { milestoneUpdate: { currentMilestone } },
});
const states = (...incidents: object[]) => read(...incidents).components.map((one) => one.status);

describe('a page of FireHydrant', () => {
  it('tells its incidents, and by them the state of its components', () => {
    expect(parse(firehydrant, fixture('firehydrant/open-incident.json'))).toEqual({
      coverage: 'history',
      status: null,
      components: [
        { id: 'a', name: 'Console', status: 'operational' },
        { id: 'b', name: 'API', status: 'major_outage' },
      ],
      incidents: [
        {
          upstreamId: 'f1',
          kind: 'incident',
          title: 'API gone',
          status: 'identified',
          impact: 'critical',
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-03T08:20:00.000Z',
          updates: [
            {
              id: '2026-02-03T08:00:00.000Z',
              at: '2026-02-03T08:00:00.000Z',
              status: 'investigating',
              body: '➡️ Investigating — Looking.',
            },
          ],
          components: [{ id: 'b', name: 'API' }],
          regions: [],
          services: [],
          url: 'https://status.example.com/incidents/f1',
          marks: [],
        },
        {
          upstreamId: 'f2',
          kind: 'incident',
          title: 'Old trouble',
          status: 'resolved',
          impact: 'minor',
          startedAt: '2026-01-01T08:00:00.000Z',
          resolvedAt: '2026-01-01T09:00:00.000Z',
          updatedAt: '2026-01-01T09:00:00.000Z',
          updates: [
            {
              id: '2026-01-01T09:00:00.000Z',
              at: '2026-01-01T09:00:00.000Z',
              status: 'resolved',
              body: 'Resolved - all good.',
            },
          ],
          components: [{ id: 'a', name: 'Console' }],
          regions: [],
          services: [],
          url: 'https://status.example.com/incidents/f2',
          marks: ['impact-derived'],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('fails without its list; null is an empty one', () => {
    expect(() => parse(firehydrant, json(PAGE))).toThrow(
      'firehydrant: unexpected shape: incidents',
    );
    expect(parse(firehydrant, json({ ...PAGE, incidents: null }))).toMatchObject({
      components: [{ status: 'operational' }, { status: 'operational' }],
      incidents: [],
    });
  });

  it('is recognised by its three keys, and found among other documents', () => {
    const page = { ...PAGE, incidents: [] };
    expect(firehydrant.recognises(json(page))).toBe(true);
    for (const key of ['conditions', 'components', 'incidents']) {
      expect(firehydrant.recognises(json({ ...page, [key]: undefined }))).toBe(false);
    }
    expect(parse(firehydrant, json({ other: 1 }), json(page)).components).toHaveLength(2);
  });

  it('is read from one document', () => {
    const address = 'https://f.example/data/payload.json';
    for (const url of ['https://f.example', 'https://f.example//', address, `${address}/`]) {
      expect(firehydrant.documents(url)).toEqual([address]);
    }
    expect(firehydrant.documents(`${address}/x`)).toEqual([`${address}/x/data/payload.json`]);
  });
});

describe('the state of a component', () => {
  it.each([
    ['Slow', 'degraded_performance'],
    ['Gone', 'major_outage'],
    // An incident is open there: that is not green.
    ['Fine', 'degraded_performance'],
    ['Under Maintenance', 'under_maintenance'],
    ['OFFLINE', 'major_outage'],
  ])('is what an open incident claims: %s', (condition, status) => {
    expect(states({ components: hit(condition) })).toEqual(['operational', status]);
    expect(read({ components: hit(condition) }).unknownWords).not.toContainEqual(
      expect.objectContaining({ field: 'component.condition' }),
    );
  });

  it.each([
    ['toString', 'toString'],
    [7, '7'],
    [undefined, '(missing)'],
    [{ Slow: 1 }, '(object)'],
    [{ toString: 1 }, '(object)'],
  ])('is unknown where the condition is %j', (condition, word) => {
    const snapshot = read({ components: hit(condition), severitySlug: 'SEV1' });
    expect(snapshot.components[1]?.status).toBe('unknown');
    expect(snapshot.unknownWords).toEqual([{ field: 'component.condition', word }]);
  });

  it('reports a word of the table that nobody knows', () => {
    const page = { ...PAGE, conditions: { Slow: 'SLUGGISH' } };
    const incidents = [{ id: 'i', severitySlug: 'SEV3', components: hit('Slow') }];
    const snapshot = parse(firehydrant, json({ ...page, incidents }));
    expect(snapshot.unknownWords).toEqual([{ field: 'component.condition', word: 'SLUGGISH' }]);
  });

  it('is open for all where an open incident names none', () => {
    expect(states({})).toEqual(['unknown', 'unknown']);
  });

  it('does not follow from what is over or ahead', () => {
    const resolved = { timestamps: { started: AT, resolved: AT }, components: hit('Gone') };
    expect(states(resolved)).toEqual(['operational', 'operational']);
    const ahead = { timestamps: { started: '2026-03-02T12:00:00.001Z' }, components: hit('Gone') };
    expect(states(ahead)).toEqual(['operational', 'operational']);
    const now = { timestamps: { started: CONTEXT.fetchedAt }, components: hit('Gone') };
    expect(states(now)).toEqual(['operational', 'major_outage']);
  });

  it('stands beside a clean name', () => {
    const page = { ...PAGE, components: [{ id: 'a', name: ' A &amp; B ' }], incidents: [] };
    expect(parse(firehydrant, json(page)).components[0]?.name).toBe('A & B');
  });
});

describe('an incident', () => {
  it.each([
    ['SEV1', 'critical'],
    ['SEV2', 'major'],
    ['SEV3', 'minor'],
    ['SEV4', 'minor'],
    ['SEV5', 'minor'],
  ])('of severity %s is %s, whatever its components', (severitySlug, impact) => {
    const incident = readOne({ severitySlug, components: hit('Fine') });
    expect(incident).toMatchObject({ kind: 'incident', impact, marks: [] });
  });

  it.each(['UNSET', 'P1', undefined])('of severity %s is as bad as its components', (slug) => {
    expect(readOne({ severitySlug: slug, components: hit('Gone') })).toMatchObject({
      impact: 'critical',
      marks: ['impact-derived'],
    });
    expect(readOne({ severitySlug: slug })).toMatchObject({ impact: 'unknown', marks: [] });
  });

  it('reports a severity of the organisation’s own', () => {
    expect(read({ severitySlug: 'P1' }).unknownWords).toEqual([
      { field: 'incident.severitySlug', word: 'P1' },
    ]);
  });

  it.each([
    ['started', 'investigating'],
    ['detected', 'investigating'],
    ['acknowledged', 'investigating'],
    ['investigating', 'investigating'],
    ['identified', 'identified'],
    ['mitigated', 'monitoring'],
    ['monitoring', 'monitoring'],
    // Over only by its timestamp.
    ['resolved', 'investigating'],
    ['closed', 'investigating'],
  ])('open at milestone %s is %s', (word, status) => {
    expect(readOne({ timeline: [milestone(word)] }).status).toBe(status);
  });

  it('is as far as the newest that says so', () => {
    const timeline = [
      note('Thanks for waiting.', '2026-03-01T10:30:00Z'),
      milestone('mitigated', '2026-03-01T10:20:00Z'),
      note('**Identified** — a cable.', '2026-03-01T10:10:00Z'),
    ];
    expect(readOne({ timeline })).toMatchObject({
      status: 'monitoring',
      updatedAt: '2026-03-01T10:30:00.000Z',
      updates: [{ status: 'identified' }, { status: 'unknown', body: 'Thanks for waiting.' }],
    });
  });

  it.each([
    ['postmortem_started', 'postmortem'],
    ['postmortem_completed', 'postmortem'],
    ['resolved', 'resolved'],
    ['identified', 'resolved'],
  ])('over at milestone %s is %s', (word, status) => {
    const timestamps = { started: AT, resolved: '2026-03-01T11:00:00Z' };
    expect(readOne({ timestamps, timeline: [milestone(word)] })).toMatchObject({
      status,
      resolvedAt: '2026-03-01T11:00:00.000Z',
      updatedAt: '2026-03-01T11:00:00.000Z',
    });
  });

  it('began when it was detected where nobody noted a start', () => {
    expect(readOne({ timestamps: { detected: AT } }).startedAt).toBe(AT);
    expect(readOne({ timestamps: { started: AT, detected: '2026-01-01' } }).startedAt).toBe(AT);
    expect(readOne({ timestamps: null }).startedAt).toBeNull();
  });

  it('has an address that no id can break', () => {
    const snapshot = read({ id: 'a/b?' });
    expect(snapshot.incidents[0]?.url).toBe('https://status.example.com/incidents/a%2Fb%3F');
  });
});

describe('a post', () => {
  it('stands as text or in an object, as Markdown', () => {
    const timeline = [note('**One**'), note({ note: '_Two_' })];
    expect(readOne({ timeline }).updates).toEqual([
      { id: AT, at: AT, status: 'unknown', body: 'One' },
      { id: `${AT}-2`, at: AT, status: 'unknown', body: 'Two' },
    ]);
  });

  it('may lack its time', () => {
    const timeline = [
      { time: AT, details: { note: 'Timed.' } },
      { details: { note: 'Timeless.' } },
    ];
    expect(readOne({ timeline }).updates.map(({ id, at }) => [id, at])).toEqual([
      [AT, AT],
      ['event', null],
    ]);
  });

  it.each([
    [{}],
    ['text'],
    [null],
    [{ note: 7 }],
    [{ note: { note: 7 } }],
    [{ milestoneUpdate: 'x' }],
  ])('without a text is none: %j', (details) => {
    const snapshot = read({ severitySlug: 'SEV1', timeline: [{ occurredAt: AT, details }] });
    expect(snapshot.incidents[0]).toMatchObject({ status: 'investigating', updates: [] });
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('reports a milestone nobody knows', () => {
    const snapshot = read({ severitySlug: 'SEV1', timeline: [milestone('pondering')] });
    expect(snapshot.unknownWords).toEqual([{ field: 'milestone', word: 'pondering' }]);
  });
});

describe('a maintenance', () => {
  const SEVERITY = { severitySlug: 'MAINTENANCE' };

  it('is one by its severity, and ahead until its start', () => {
    const timestamps = { started: '2026-03-05T08:00:00Z' };
    expect(readOne({ ...SEVERITY, timestamps })).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      impact: 'none',
      startedAt: '2026-03-05T08:00:00.000Z',
      scheduledFor: '2026-03-05T08:00:00.000Z',
      updatedAt: null,
    });
  });

  it('is under way from its start until it is resolved', () => {
    const under = { ...SEVERITY, timeline: [milestone('identified')] };
    expect(readOne({ ...under, timestamps: { started: AT } }).status).toBe('in_progress');
    expect(readOne({ ...under, timestamps: { started: AT, resolved: AT } })).toMatchObject({
      status: 'completed',
      resolvedAt: AT,
    });
  });
});
