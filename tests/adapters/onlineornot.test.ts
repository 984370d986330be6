import { describe, expect, it } from 'vitest';
import { onlineornot } from '../../src/adapters/onlineornot.ts';
import { enqueue, html, loaderData, page, stream, URL_OF_PAGE } from './onlineornot-page.ts';
import { fixture, parse } from './read-json-fixture.ts';

const PAGE = fixture('onlineornot/page.html');
const incident = (more: object = {}) => ({ id: 'in1', title: 'Gate slow', ...more });

describe('recognises', () => {
  it.each([
    ['the fixture', PAGE, true],
    ['all three marks', html('streamController.enqueue("loaderData statusPage")'), true],
    ['no stream', html('loaderData statusPage'), false],
    ['no loader data', html('streamController.enqueue("statusPage")'), false],
    ['no status page', html('streamController.enqueue("loaderData")'), false],
    ['nothing', html(''), false],
  ])('%s', (_, document, expected) => {
    expect(onlineornot.recognises(document)).toBe(expected);
  });

  it('reads the page itself', () => {
    expect(onlineornot.documents(URL_OF_PAGE)).toEqual([URL_OF_PAGE]);
  });
});

describe('the loader data', () => {
  const text = stream(loaderData({ result: { activeIncidents: [] } }, [{ id: 'c', name: 'C' }]));

  it.each([
    ['in one piece', enqueue(text)],
    ['in two pieces', enqueue(text.slice(0, 20)) + enqueue(text.slice(20))],
    ['with quotes and backslashes', enqueue(text.replace('"C"', JSON.stringify('"\\"')))],
    ['with more behind the first line', enqueue(`${text}P1:["later"]\nP2:[]\n`)],
    ['without an end of the line', enqueue(text.trim())],
  ])('is read %s', (_, body) => {
    expect(parse(onlineornot, html(body)).components).toHaveLength(1);
  });

  it.each([
    ['there is none', '<p>Hello'],
    ['it is no JSON', enqueue('P1:[]\n')],
    ['it is no list', enqueue('{}\n')],
  ])('is refused where %s', (_, body) => {
    expect(() => parse(onlineornot, html(body))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: 'onlineornot: the page carries no readable loader data.',
        url: URL_OF_PAGE,
        cause: expect.any(Error),
      }),
    );
  });

  it.each([
    [{}, /^onlineornot: unexpected shape: loaderData: /],
    [{ loaderData: {} }, /: loaderData\.root: /],
    [{ loaderData: { root: {} } }, /: loaderData\.root\.result: /],
    [{ loaderData: { root: { result: {} } } }, /: loaderData\.root\.result\.components: /],
    [loaderData(null, [{}]), /components\.0\.id: .*components\.0\.name: /],
    [loaderData({}), /: loaderData\.routes\/_index\.result: /],
  ])('is refused in another shape: %j', (data, message) => {
    expect(() => parse(onlineornot, html(enqueue(stream(data))))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: expect.stringMatching(message),
        url: URL_OF_PAGE,
      }),
    );
  });

  it('is refused where there is no page', () => {
    expect(() => parse(onlineornot)).toThrow(
      expect.objectContaining({
        kind: 'empty-response',
        message: 'There is no document to read.',
      }),
    );
  });
});

describe('a page', () => {
  it('tells its components and what is open', () => {
    expect(parse(onlineornot, PAGE)).toStrictEqual({
      coverage: 'window',
      status: null,
      components: [{ id: 'c1', name: 'Gate', status: 'degraded_performance' }],
      incidents: [
        {
          upstreamId: 'in1',
          kind: 'incident',
          title: 'Gate slow',
          status: 'investigating',
          impact: 'minor',
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-03T08:00:00.000Z',
          updates: [
            {
              id: '2026-02-03T08:00:00.000Z',
              at: '2026-02-03T08:00:00.000Z',
              status: 'investigating',
              body: 'Looking.',
            },
          ],
          components: [],
          regions: [],
          services: [],
          url: 'https://status.example.com/incidents/in1',
          marks: ['impact-derived'],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('lists what is open, what was, day by day, and what is planned, each once', () => {
    const result = {
      incidents: { '2026-03-01': [{ id: 'b' }, { id: 'a' }], '2026-02-28': [{ id: 'c' }] },
      activeIncidents: [{ id: 'a' }],
      scheduledMaintenance: [{ id: 'd' }],
    };
    const { incidents } = parse(onlineornot, page(result));
    expect(incidents.map(({ upstreamId, kind }) => `${upstreamId} ${kind}`)).toEqual([
      'a incident',
      'b incident',
      'c incident',
      'd maintenance',
    ]);
  });

  it.each([
    ['the list of what is open', { result: { activeIncidents: [] } }, true],
    ['no such list', { result: { incidents: {}, scheduledMaintenance: [] } }, false],
    ['a broken list', { result: { activeIncidents: [{ title: 'No id' }] } }, false],
    ['no data of its index', null, false],
  ])('proves that nothing is reported by %s: %#', (_, index, expected) => {
    const snapshot = parse(onlineornot, html(enqueue(stream(loaderData(index)))));
    expect(snapshot).toMatchObject({ incidents: [], provesNothingReported: expected });
  });

  it('reads on where another list is broken', () => {
    const result = { incidents: [7], activeIncidents: [{ id: 'a' }], scheduledMaintenance: 7 };
    expect(parse(onlineornot, page(result)).incidents).toHaveLength(1);
  });

  it.each([
    ['OPERATIONAL', 'operational', 'none'],
    ['NO_IMPACT', 'operational', 'none'],
    ['DEGRADED_PERFORMANCE', 'degraded_performance', 'minor'],
    ['PARTIAL_OUTAGE', 'partial_outage', 'major'],
    ['MAJOR_OUTAGE', 'major_outage', 'critical'],
    ['MAINTENANCE', 'under_maintenance', 'none'],
    ['ODD', 'unknown', 'unknown'],
  ])('%s is %s, and an incident of that impact %s', (word, status, impact) => {
    const snapshot = parse(
      onlineornot,
      page({ activeIncidents: [incident({ impact: word })] }, [
        { id: 1, name: '<b>Gate</b>', status: word },
      ]),
    );
    expect(snapshot.components).toEqual([{ id: '1', name: 'Gate', status }]);
    expect(snapshot.incidents[0]?.impact).toBe(impact);
    expect(snapshot.unknownWords).toEqual(
      word === 'ODD'
        ? [
            { field: 'component.status', word },
            { field: 'incident.impact', word },
          ]
        : [],
    );
  });
});
