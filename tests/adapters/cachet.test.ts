import { describe, expect, it } from 'vitest';
import { cachet } from '../../src/adapters/cachet.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const API = 'https://hazel.example/api/v1';
const at = (clock: string) => `2026-02-03T${clock}:00.000Z`;
const ZONELESS = 'Times carry no zone and the feed names none (timeZone): read as UTC.';
const v1 = {
  incidents: fixture('cachet/v1-incidents.json', `${API}/incidents`),
  components: fixture('cachet/v1-components.json', `${API}/components`),
  groups: fixture('cachet/v1-groups.json', `${API}/components/groups`),
  schedules: fixture('cachet/v1-schedules.json', `${API}/schedules`),
};
const list = (name: string, ...data: unknown[]) => json({ meta: {}, data }, `${API}/${name}`);
const empty = list('incidents');

describe('cachet', () => {
  it('tells incidents, components, groups and schedules as one', () => {
    expect(parse(cachet, v1.schedules, v1.groups, v1.components, v1.incidents)).toEqual({
      coverage: 'window',
      status: null,
      components: [{ id: '3', name: 'Queue', status: 'degraded_performance', group: 'Backend' }],
      incidents: [
        {
          upstreamId: '7',
          kind: 'incident',
          title: 'Queue lag',
          status: 'resolved',
          impact: 'unknown',
          startedAt: at('09:00'),
          resolvedAt: at('10:00'),
          updatedAt: at('10:00'),
          updates: [
            { id: 'opening', at: at('09:00'), status: 'investigating', body: 'Jobs wait.' },
            { id: '1', at: at('09:30'), status: 'identified', body: 'Found.' },
            { id: '2', at: at('10:00'), status: 'resolved', body: 'Done.' },
          ],
          components: [{ id: '3', name: 'Queue' }],
          regions: [],
          services: [],
          url: 'https://hazel.example/incidents/7',
          marks: [],
        },
        {
          upstreamId: 'schedule-4',
          kind: 'maintenance',
          title: 'Index rebuild',
          status: 'scheduled',
          impact: 'none',
          startedAt: '2026-02-06T01:00:00.000Z',
          scheduledFor: '2026-02-06T01:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-02T09:00:00.000Z',
          updates: [
            {
              id: 'opening',
              at: '2026-02-02T09:00:00.000Z',
              status: 'scheduled',
              body: 'Search may pause.',
            },
          ],
          components: [],
          regions: [],
          services: [],
          url: `${CONTEXT.statusPage}/schedules/4`,
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [ZONELESS],
    });
  });

  it('reads version 3, whose one word is the newest', () => {
    const { incidents, provesNothingReported } = parse(cachet, fixture('cachet/v3-incidents.json'));
    expect(provesNothingReported).toBe(true);
    expect(incidents).toMatchObject([
      {
        upstreamId: '9',
        kind: 'incident',
        status: 'monitoring',
        startedAt: at('09:00'),
        updatedAt: at('09:30'),
        updates: [
          { id: 'opening', status: 'investigating', body: 'Old entries.' },
          { id: '1', status: 'monitoring', body: 'Fix out.' },
        ],
        components: [{ id: '3', name: 'Feed' }],
        url: `${CONTEXT.statusPage}/incidents/9`,
      },
    ]);
  });

  it('reads the group of a component of version 3 from what the answer includes', () => {
    const component = {
      id: '3',
      type: 'components',
      attributes: { name: 'Feed', status: { value: 1 }, enabled: true },
      relationships: { group: { data: { type: 'componentGroups', id: '5' } } },
    };
    const group = { id: '5', type: 'componentGroups', attributes: { name: ' Backend ' } };
    const document = json({ data: [component], included: [group], links: {} }, API);
    expect(parse(cachet, document).components).toEqual([
      { id: '3', name: 'Feed', status: 'operational', group: 'Backend' },
    ]);
  });

  it('reads times in the zone of the feed, then without a warning', () => {
    const context = { ...CONTEXT, timeZone: 'Europe/Zurich' };
    const snapshot = cachet.parse([v1.incidents], context);
    expect(snapshot.incidents[0]?.startedAt).toBe(at('08:00'));
    expect(snapshot.warnings).toEqual([]);
  });

  it.each([
    [1, 'operational'],
    [2, 'degraded_performance'],
    [3, 'partial_outage'],
    [4, 'major_outage'],
    [5, 'unknown'],
    [6, 'under_maintenance'],
    [9, 'unknown'],
  ])('reads a component of status %s as %s', (word, status) => {
    const document = list('components', { id: 3, name: 'A', status: word, enabled: true });
    const { components, unknownWords } = parse(cachet, document);
    expect(components).toEqual([{ id: '3', name: 'A', status }]);
    expect(unknownWords).toEqual(word === 9 ? [{ field: 'component.status', word: '9' }] : []);
  });

  it('leaves out components that are off; names those without a name or with an empty group', () => {
    const component = (id: number, more: object) => ({ id, status: 1, enabled: true, ...more });
    const document = list(
      'components',
      component(1, { name: '<b>A</b>', group_id: 0 }),
      component(2, { name: 'Off', enabled: false }),
      component(3, { group_id: 1 }),
      component(4, { name: 'Nameless group', group_id: 2 }),
    );
    const groups = list(
      'components/groups',
      { id: 1, name: ' G ', collapsed: 0 },
      { id: 2, collapsed: 0 },
    );
    expect(parse(cachet, document, groups).components).toEqual([
      { id: '1', name: 'A', status: 'operational' },
      { id: '3', name: 'Component 3', status: 'operational', group: 'G' },
      { id: '4', name: 'Nameless group', status: 'operational' },
    ]);
  });

  it('proves that nothing is open only by the list of incidents', () => {
    expect(parse(cachet, empty)).toMatchObject({ incidents: [], provesNothingReported: true });
    const alone = parse(cachet, v1.components);
    expect(alone).toMatchObject({ coverage: 'window', provesNothingReported: false, warnings: [] });
    expect(parse(cachet, v1.components, empty).provesNothingReported).toBe(true);
  });

  it('proves nothing with an item it cannot read, which may be the one that is open', () => {
    const broken = list(
      'incidents',
      { name: 'No id', latest_status: 1 },
      { id: 8, latest_status: 1 },
    );
    const snapshot = parse(cachet, broken);
    expect(snapshot.incidents.map(({ upstreamId }) => upstreamId)).toEqual(['8']);
    expect(snapshot.provesNothingReported).toBe(false);
    expect(snapshot.warnings).toEqual([`${API}/incidents: an item without an id was left out.`]);
  });

  it('takes a list it does not know for none of its own, whatever its items lack', () => {
    const foreign = json({ meta: {}, data: [{ email: 'a@b.example' }] }, `${API}/subscribers`);
    expect(parse(cachet, empty, foreign)).toMatchObject({
      provesNothingReported: true,
      warnings: [],
    });
  });

  it('is recognised by any of its lists, and refuses what is none', () => {
    for (const document of Object.values(v1)) expect(cachet.recognises(document)).toBe(true);
    expect(cachet.recognises(list('else'))).toBe(false);
    expect(() => parse(cachet, json({ meta: {} }))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message:
          'cachet: unexpected shape: data: Invalid input: expected array, received undefined',
      }),
    );
    // An empty answer of an unknown address says nothing about anything.
    expect(parse(cachet, list('else')).provesNothingReported).toBe(false);
  });

  it.each(['https://hazel.example', 'https://hazel.example//', 'https://hazel.example/api/v1'])(
    'asks versions 1 and 2 for four lists, given %s',
    (url) => {
      expect(cachet.documents(url)).toEqual([
        `${API}/incidents?sort=id&order=desc&per_page=50`,
        `${API}/components?per_page=100`,
        `${API}/components/groups?per_page=100`,
        `${API}/schedules?sort=id&order=desc&per_page=50`,
      ]);
    },
  );

  it('asks version 3 for three, with what they link to', () => {
    const base = 'https://hazel.example/api';
    expect(cachet.documents(`${base}/`)).toEqual([
      `${base}/incidents?include=components,updates&sort=-id&per_page=50`,
      `${base}/components?include=group&per_page=100`,
      `${base}/schedules?include=components&sort=-id&per_page=50`,
    ]);
    for (const page of ['api-status', 'api/v1/hazel']) {
      expect(cachet.documents(`https://hazel.example/${page}`)[0]).toContain(
        `https://hazel.example/${page}/api/v1/incidents?`,
      );
    }
  });
});
