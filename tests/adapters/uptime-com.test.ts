import { describe, expect, it } from 'vitest';
import { UPTIME_COM_COMPONENT, uptimeCom } from '../../src/adapters/uptime-com.ts';
import { fixture, incidentOf, json, parse } from './read-json-fixture.ts';
import { history, incident, page } from './uptime-com-documents.ts';

const withComponents = (components: unknown) =>
  parse(uptimeCom, page({ global_is_operational: true, components }));

describe('uptime-com', () => {
  const tell = () => parse(uptimeCom, fixture('uptime-com/every-list.json'));

  it('ends an incident at the end stated, though a post comes later', () => {
    expect(incidentOf(tell(), '40')).toEqual({
      upstreamId: '40',
      kind: 'incident',
      title: 'Reports were late',
      status: 'resolved',
      impact: 'critical',
      startedAt: '2026-02-27T08:00:00.000Z',
      resolvedAt: '2026-02-27T10:00:00.000Z',
      updatedAt: '2026-02-27T10:30:00.000Z',
      updates: [
        {
          id: '399',
          at: '2026-02-27T09:00:00.000Z',
          status: 'identified',
          body: 'A queue was stuck:\n- it moves again',
        },
        {
          id: '400',
          at: '2026-02-27T10:30:00.000Z',
          status: 'resolved',
          body: 'All reports are out.',
        },
      ],
      components: [
        { id: '3', name: 'Reports' },
        { id: '1', name: 'Checks & probes' },
      ],
      regions: [],
      services: [],
      url: '',
      marks: ['impact-derived'],
    });
  });

  it('takes the state of the newest post where none is stated', () => {
    expect(incidentOf(tell(), '41')).toMatchObject({
      status: 'identified',
      impact: 'major',
      resolvedAt: null,
      updates: [
        { id: '401', status: 'investigating', body: 'Looking.' },
        { id: '402', status: 'identified', body: '' },
      ],
    });
  });

  it('does not take the announced start of a maintenance for a post or a change', () => {
    expect(incidentOf(tell(), '42')).toEqual({
      upstreamId: '42',
      kind: 'maintenance',
      title: 'New racks',
      status: 'scheduled',
      impact: 'none',
      startedAt: '2026-03-09T08:00:00.000Z',
      scheduledFor: '2026-03-09T08:00:00.000Z',
      scheduledUntil: '2026-03-09T09:00:00.000Z',
      resolvedAt: null,
      updatedAt: null,
      updates: [{ id: '403', at: null, status: 'scheduled', body: 'Probes pause.' }],
      components: [{ id: '3', name: 'Reports' }],
      regions: [],
      services: [],
      url: '',
      marks: [],
    });
  });

  it('reads no document of another page beside its own', () => {
    const other = page({ components: [{ id: 9, name: 'Other', status: 'major-outage' }] });
    expect(parse(uptimeCom, history([incident()]), other)).toMatchObject({
      components: [],
      incidents: [{ upstreamId: '1' }],
    });
  });

  it('knows past and open incidents by the history, states by the other document', () => {
    const both = parse(
      uptimeCom,
      fixture('uptime-com/every-list.json'),
      fixture('uptime-com/ajax.json'),
    );
    expect(both).toMatchObject({
      coverage: 'window',
      status: 'degraded_performance',
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
    expect(both.components).toStrictEqual([
      { id: '1', name: 'Checks', status: 'partial_outage', group: 'All' },
      { id: '2', name: 'Web', status: 'operational', group: 'All' },
    ]);
    expect(both.incidents.map(({ upstreamId }) => upstreamId)).toEqual(['40', '41', '42']);
    expect(tell()).toMatchObject({ coverage: 'window', status: null, components: [] });
  });
});

describe('the page of Uptime.com', () => {
  it.each([
    'https://uptime.example/statuspage/elm',
    'https://uptime.example/statuspage/elm//',
    'https://uptime.example/statuspage/elm/history',
    'https://uptime.example/statuspage/elm/ajax/',
  ])('reads history and state for %s', (url) => {
    expect(uptimeCom.documents(url)).toEqual([
      'https://uptime.example/statuspage/elm/history',
      'https://uptime.example/statuspage/elm/ajax',
    ]);
  });

  it('takes only the end of an address for the name of a document', () => {
    expect(uptimeCom.documents('https://a.example/history/elm')[0]).toBe(
      'https://a.example/history/elm/history',
    );
  });

  it('is recognised by its past incidents or its flag', () => {
    expect(uptimeCom.recognises(page({ past_incidents: [] }))).toBe(true);
    expect(uptimeCom.recognises(page({ global_is_operational: false }))).toBe(true);
    expect(uptimeCom.recognises(page({ past_incidents: 'none' }))).toBe(false);
    expect(uptimeCom.recognises(json({ past_incidents: [] }))).toBe(false);
    expect(uptimeCom.recognises(json(null))).toBe(false);
  });

  it.each([
    [{ past_incidents: [], active_incidents: [] }, 'window', true],
    [{ past_incidents: [] }, 'window', false],
    [{ global_is_operational: true, active_incidents: [] }, 'active-only', true],
    [{ global_is_operational: true, active_incidents: null }, 'window', false],
    [{ global_is_operational: true }, 'window', false],
  ])('%j covers %s and proves that nothing is open: %s', (data, coverage, proof) => {
    expect(parse(uptimeCom, page(data))).toMatchObject({ coverage, provesNothingReported: proof });
  });

  it('proves it by either document', () => {
    const past = page({ past_incidents: [] });
    const state = page({ global_is_operational: true, active_incidents: [] });
    expect(parse(uptimeCom, past, state).provesNothingReported).toBe(true);
  });

  it.each([
    [true, 'operational'],
    [false, 'degraded_performance'],
    ['yes', null],
    [null, null],
  ])('with the flag %j is %s', (global_is_operational, status) => {
    expect(parse(uptimeCom, page({ global_is_operational })).status).toBe(status);
  });

  it.each(Object.entries(UPTIME_COM_COMPONENT))('reads the state %s as %s', (status, expected) => {
    const snapshot = withComponents([{ id: 1, name: 'A', status }]);
    expect(snapshot.components).toStrictEqual([{ id: '1', name: 'A', status: expected }]);
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('reads leaves with the group right above, and nothing else', () => {
    const tree = [
      {
        id: 1,
        name: 'A',
        subcomponents: [{ id: 2, name: 'B', subcomponents: [{ id: 3, name: 'C' }] }],
      },
      { id: 4, name: '<b>D</b>', status: 'new-word', subcomponents: null },
      { name: 'No id' },
      null,
    ];
    const { components, unknownWords } = withComponents(tree);
    expect(components).toStrictEqual([
      { id: '3', name: 'C', status: 'unknown', group: 'B' },
      { id: '4', name: 'D', status: 'unknown' },
    ]);
    expect(unknownWords).toEqual([
      { field: 'component.status', word: '(missing)' },
      { field: 'component.status', word: 'new-word' },
    ]);
  });

  it('reads around a document it does not know, and around a broken one', () => {
    const strange = json({ hello: 1 }, 'https://elm.example/ajax');
    expect(parse(uptimeCom, strange, history([incident()]))).toMatchObject({
      incidents: [{ upstreamId: '1' }],
      warnings: [expect.stringMatching(/^https:\/\/elm\.example\/ajax: uptime-com: unexpected/)],
    });
    expect(() => parse(uptimeCom, strange)).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message:
          'uptime-com: unexpected shape: data: Invalid input: expected object, received undefined',
      }),
    );
    expect(() => parse(uptimeCom)).toThrow('There is no document to read.');
  });
});
