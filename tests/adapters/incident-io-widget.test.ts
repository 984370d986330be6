import { describe, expect, it } from 'vitest';
import { incidentIo } from '../../src/adapters/incident-io.ts';
import { incidentIoWidget } from '../../src/adapters/incident-io-widget.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const ulid = (number: number) => `01J${String(number).padStart(23, '0')}`;
const widget = fixture('incident-io-widget/ongoing-and-planned.json');
const lists = { ongoing_incidents: [], in_progress_maintenances: [], scheduled_maintenances: [] };
const one = { id: 'a', name: 'A', status: 'identified' };

/** The one entry of a widget, in the list given. */
function read(raw: object, list: keyof typeof lists = 'ongoing_incidents') {
  const document = json({ page_title: 'B', ...lists, [list]: [{ ...one, ...raw }] });
  const { incidents, unknownWords } = parse(incidentIoWidget, document);
  return { ...incidents[0]!, unknownWords };
}

describe('incident-io-widget', () => {
  it('reads what goes on and what is planned, without a state of the page', () => {
    const common = { resolvedAt: null, regions: [], services: [] };
    expect(parse(incidentIoWidget, widget)).toEqual({
      coverage: 'active-only',
      status: null,
      components: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
      incidents: [
        {
          ...common,
          upstreamId: ulid(1),
          kind: 'incident',
          title: 'Search results late',
          status: 'identified',
          impact: 'critical',
          startedAt: null,
          updatedAt: '2026-03-01T10:30:00.230Z',
          updates: [
            {
              id: '2026-03-01T10:30:00.230Z',
              at: '2026-03-01T10:30:00.230Z',
              status: 'identified',
              body: 'Better now.',
            },
          ],
          components: [{ id: ulid(101), name: 'Search' }],
          url: 'https://statuspage.bergahorn.example/b/incidents/1',
          marks: ['impact-derived'],
        },
        {
          ...common,
          upstreamId: ulid(4),
          kind: 'maintenance',
          title: 'Cable work',
          status: 'in_progress',
          impact: 'none',
          startedAt: '2026-03-01T01:00:00.000Z',
          scheduledFor: '2026-03-01T01:00:00.000Z',
          scheduledUntil: '2026-03-01T05:00:00.000Z',
          updatedAt: '2026-03-01T01:00:00.000Z',
          updates: [
            {
              id: '2026-03-01T01:00:00.000Z',
              at: '2026-03-01T01:00:00.000Z',
              status: 'in_progress',
              body: 'Begun.',
            },
          ],
          components: [],
          url: CONTEXT.statusPage,
          marks: [],
        },
        {
          ...common,
          upstreamId: ulid(2),
          kind: 'maintenance',
          title: 'Index rebuild',
          status: 'scheduled',
          impact: 'none',
          startedAt: null,
          updatedAt: '2026-02-25T10:00:00.000Z',
          updates: [
            {
              id: '2026-02-25T10:00:00.000Z',
              at: '2026-02-25T10:00:00.000Z',
              status: 'scheduled',
              body: 'Planned.',
            },
          ],
          components: [],
          url: CONTEXT.statusPage,
          marks: [],
        },
      ],
    });
  });

  it('gives an incident no window and a maintenance no impact', () => {
    const times = { starts_at: '2026-03-01T01:00:00Z', ends_at: '2026-03-01T05:00:00Z' };
    const incident = read(times);
    expect(incident).not.toHaveProperty('scheduledFor');
    expect(incident).not.toHaveProperty('scheduledUntil');
    expect(read({ current_worst_impact: 'full_outage' }, 'scheduled_maintenances')).toMatchObject({
      impact: 'none',
      marks: [],
      unknownWords: [],
    });
  });

  it.each([
    ['operational', 'none', ['impact-derived']],
    ['degraded_performance', 'minor', ['impact-derived']],
    ['partial_outage', 'major', ['impact-derived']],
    ['full_outage', 'critical', ['impact-derived']],
    ['under_maintenance', 'none', ['impact-derived']],
    [null, 'unknown', []],
    [undefined, 'unknown', []],
  ])('reads the worst impact %s as %s', (current_worst_impact, impact, marks) => {
    expect(read({ current_worst_impact })).toMatchObject({ impact, marks, unknownWords: [] });
  });

  it('names the place of every word it does not know', () => {
    expect(read({ status: 'on_fire', current_worst_impact: 'smoking' })).toMatchObject({
      status: 'unknown',
      impact: 'unknown',
      marks: [],
      unknownWords: [
        { field: 'incident.status', word: 'on_fire' },
        { field: 'current_worst_impact', word: 'smoking' },
      ],
    });
  });

  it('tells the last post where there is one, be it without words or without a time', () => {
    const last_update_at = '2026-03-01T10:30:00Z';
    const at = '2026-03-01T10:30:00.000Z';
    expect(read({}).updates).toEqual([]);
    expect(read({ last_update_at }).updates).toEqual([
      { id: at, at, status: 'identified', body: '' },
    ]);
    expect(read({ last_update_message: '<p>Soon.</p>' }).updates).toEqual([
      { id: 'post', at: null, status: 'identified', body: 'Soon.' },
    ]);
  });

  it('names components with and without an id, and links to nothing unsafe', () => {
    const affected_components = [
      { id: 'c', name: '<b>C</b>' },
      { name: 'D' },
      { id: null, name: 'E' },
    ];
    expect(read({ affected_components, url: 'javascript:x' })).toMatchObject({
      components: [{ id: 'c', name: 'C' }, { name: 'D' }, { name: 'E' }],
      url: CONTEXT.statusPage,
    });
    expect(read({ affected_components }).components[2]).not.toHaveProperty('id');
  });

  it('is no other format', () => {
    expect(incidentIoWidget.recognises(widget)).toBe(true);
    expect(incidentIoWidget.recognises(json({ page_title: 'B' }))).toBe(false);
    expect(incidentIo.recognises(widget)).toBe(false);
    expect(incidentIoWidget.documents('https://b.example/')).toEqual([
      'https://b.example/api/v1/summary',
    ]);
  });

  it.each(Object.keys(lists))('refuses a document without %s: nothing would end by it', (key) => {
    const { [key]: _, ...rest } = { page_title: 'B', ...lists } as Record<string, unknown>;
    expect(() => parse(incidentIoWidget, json(rest))).toThrow(
      expect.objectContaining({
        name: 'FeedError',
        kind: 'parse',
        message: `incident-io-widget: unexpected shape: ${key}: Invalid input: expected array, received undefined`,
      }),
    );
  });
});
