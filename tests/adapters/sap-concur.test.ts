import { describe, expect, it } from 'vitest';
import { sapConcur } from '../../src/adapters/sap-concur.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const HISTORY = fixture('sap-concur/resolved-and-open.json');
const SHOWN = fixture('sap-concur/banner-shown.json');
const HIDDEN = json({ data: { display: false, text: {} } });

const incident = (more: object = {}) => ({
  id: 1,
  affected_services: ['Expense'],
  data_centers: ['US2'],
  severity: 'disruption',
  status: 'INVESTIGATING',
  messages: [],
  ...more,
});
const history = (...incidents: unknown[]) => json({ incidents });
const one = (more: object) => parse(sapConcur, history(incident(more))).incidents[0]!;
const message = (id: number, message_type: unknown, en?: unknown, created_date?: string) => ({
  id,
  message_type,
  body: { en, de: 'Auf Deutsch.' },
  created_date,
});

describe('recognises', () => {
  it.each([
    ['the history of a data centre', HISTORY, true],
    ['the banner of the page', SHOWN, true],
    ['a hidden banner', HIDDEN, true],
    ['a history that begins with something else', history(null, incident()), true],
    ['an empty history', history(), false],
    ['no list', json({ incidents: {} }), false],
    ['incidents without data centres', history({ messages: [] }), false],
    ['incidents without messages', history({ data_centers: [] }), false],
    ['a banner without a text', json({ data: { display: true, text: 'x' } }), false],
    ['a banner without a flag', json({ data: { display: 'true', text: {} } }), false],
    ['no banner', json({ data: [] }), false],
    ['nothing', json(null), false],
  ])('%s: %#', (_, document, expected) => {
    expect(sapConcur.recognises(document)).toBe(expected);
  });

  it('reads the address as it is', () => {
    const url = 'https://open.concur.com/api/open/status_history?data_center=us2';
    expect(sapConcur.documents(url)).toEqual([url]);
  });
});

describe('the history', () => {
  it('tells incidents without titles, with the report that follows the end', () => {
    expect(parse(sapConcur, HISTORY)).toStrictEqual({
      coverage: 'window',
      status: null,
      components: [],
      incidents: [
        {
          upstreamId: '31',
          kind: 'incident',
          title: 'Expense, Travel: disruption',
          status: 'postmortem',
          impact: 'major',
          startedAt: '2026-03-01T10:00:00.000Z',
          resolvedAt: '2026-03-01T11:00:00.000Z',
          updatedAt: '2026-03-02T09:00:00.000Z',
          updates: [
            {
              id: '1',
              at: '2026-03-01T10:10:00.000Z',
              status: 'investigating',
              body: 'We look into it.',
            },
            {
              id: '2',
              at: '2026-03-01T10:30:00.000Z',
              status: 'identified',
              body: 'We have identified the cause.',
            },
            { id: '3', at: '2026-03-01T11:20:00.000Z', status: 'resolved', body: 'It works.' },
            {
              id: '4',
              at: '2026-03-02T09:00:00.000Z',
              status: 'postmortem',
              body: 'A disk was full.',
            },
          ],
          components: [
            { id: 'Expense', name: 'Expense' },
            { id: 'Travel', name: 'Travel' },
          ],
          regions: ['sap-concur:us2', 'sap-concur:cloud-for-offices'],
          services: [],
          url: 'https://status.example.com',
          marks: [],
        },
        {
          upstreamId: '32',
          kind: 'incident',
          title: 'Invoice: degradation',
          status: 'investigating',
          impact: 'minor',
          startedAt: '2026-03-02T10:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-03-02T10:10:00.000Z',
          updates: [
            {
              id: '5',
              at: '2026-03-02T10:10:00.000Z',
              status: 'investigating',
              body: 'Slow pages.',
            },
          ],
          components: [{ id: 'Invoice', name: 'Invoice' }],
          regions: ['sap-concur:eu2'],
          services: [],
          url: 'https://status.example.com',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it('proves nothing while it is empty', () => {
    expect(parse(sapConcur, history())).toMatchObject({
      status: null,
      incidents: [],
      provesNothingReported: false,
    });
  });

  it('of two data centres tells an incident once', () => {
    expect(parse(sapConcur, HISTORY, history(incident({ id: 31 }))).incidents).toHaveLength(2);
  });

  it('warns of a document it cannot read', () => {
    const { incidents, warnings } = parse(sapConcur, json({}, 'https://x.example'), HISTORY);
    expect(incidents).toHaveLength(2);
    expect(warnings).toEqual([
      expect.stringMatching(/^https:\/\/x\.example: sap-concur: unexpected shape: incidents: /),
    ]);
  });

  it.each([
    [history({}), /^sap-concur: unexpected shape: incidents\.0\.id: /],
    [history(incident({ messages: [{}] })), /: incidents\.0\.messages\.0\.id: /],
  ])('refuses another shape: %#', (document, text) => {
    expect(() => parse(sapConcur, document)).toThrow(
      expect.objectContaining({ kind: 'parse', message: expect.stringMatching(text) }),
    );
  });
});

describe('the banner', () => {
  it.each([
    ['on show warns', [SHOWN], 'degraded_performance', false],
    ['on show outweighs the history', [HISTORY, SHOWN], 'degraded_performance', false],
    ['hidden says nothing', [HIDDEN], null, false],
    ['hidden leaves the proof to the history', [HIDDEN, HISTORY], null, true],
  ])('%s', (_, documents, status, provesNothingReported) => {
    expect(parse(sapConcur, ...documents)).toMatchObject({ status, provesNothingReported });
  });
});

describe('words', () => {
  const read = (more: object) => {
    const { incidents, unknownWords } = parse(sapConcur, history(incident(more)));
    return { ...incidents[0]!, words: unknownWords };
  };

  it.each([
    ['degradation', 'minor'],
    ['Disruption', 'major'],
    ['odd', 'unknown'],
  ])('severity %s is %s', (severity, impact) => {
    const words = severity === 'odd' ? [{ field: 'incident.severity', word: 'odd' }] : [];
    expect(read({ severity })).toMatchObject({ impact, words });
  });

  it.each([
    ['INVESTIGATING', 'investigating'],
    ['IDENTIFIED', 'identified'],
    ['MONITORING', 'monitoring'],
    ['RESOLVED', 'resolved'],
    ['odd', 'unknown'],
  ])('status %s is %s', (status, expected) => {
    const words = status === 'odd' ? [{ field: 'incident.status', word: 'odd' }] : [];
    expect(read({ status })).toMatchObject({ status: expected, words });
  });

  it.each([
    ['Issue Identified', 'investigating'],
    ['Issue Status Update', 'investigating'],
    ['Issue Identified and Resolved', 'resolved'],
    ['Issue Resolved', 'resolved'],
    ['Root Cause Analysis', 'postmortem'],
    ['odd', 'unknown'],
  ])('a message of type %s is %s', (type, status) => {
    const words = type === 'odd' ? [{ field: 'message.message_type', word: 'odd' }] : [];
    expect(read({ messages: [message(1, type, 'All is said.')] })).toMatchObject({
      updates: [{ status }],
      words,
    });
  });

  it.each([
    ['We have identified the cause.', 'identified'],
    ['We are monitoring the results.', 'monitoring'],
    ['The issue has been resolved.', 'monitoring'],
    ['The maintenance has been completed.', 'investigating'],
    ['More to come.', 'investigating'],
  ])('a status update goes as far as its text, and never over: %s', (text, status) => {
    expect(one({ messages: [message(1, 'Issue Status Update', text)] }).updates).toMatchObject([
      { status },
    ]);
  });

  it.each([
    ['RESOLVED', 'Root Cause Analysis', 'postmortem'],
    ['RESOLVED', 'Issue Resolved', 'resolved'],
    ['MONITORING', 'Root Cause Analysis', 'monitoring'],
  ])('an incident %s with %s is %s', (status, type, expected) => {
    expect(one({ status, messages: [message(1, type)] }).status).toBe(expected);
  });
});

describe('an incident', () => {
  it.each([
    [{ start_date: '2026-03-01T10:00:00+0000', start_epoch: 1, created_date: 1 }, '10:00'],
    [{ start_date: 'soon', start_epoch: 1772359200, created_date: 1 }, '10:00'],
    [{ created_date: '2026-03-01T09:00:00+0000' }, '09:00'],
  ])('begins with %j', (times, expected) => {
    expect(one(times).startedAt).toBe(`2026-03-01T${expected}:00.000Z`);
  });

  it.each([
    [{ end_date: '2026-03-01T11:00:00+0000', end_epoch: 1772359200 }],
    [{ end_date: null, end_epoch: 1772362800 }],
  ])('ends with %j', (times) => {
    const messages = [message(1, 'Issue Resolved', 'Done.', '2026-03-01T12:00:00+0000')];
    expect(one({ status: 'RESOLVED', messages, ...times }).resolvedAt).toBe(
      '2026-03-01T11:00:00.000Z',
    );
  });

  it.each([
    [['Expense', 'Travel'], 'disruption', 'Expense, Travel: disruption'],
    [['<b>Expense</b>', 'Expense', ' '], ' degradation ', 'Expense: degradation'],
    [['Expense'], null, 'Expense: issue'],
    [['Expense'], ' ', 'Expense: issue'],
    [[], 'disruption', 'Service disruption'],
    [[], 7, 'Service issue'],
  ])('of %j and severity %j is called so', (affected_services, severity, title) => {
    expect(one({ affected_services, severity }).title).toBe(title);
  });

  it('names each service and region once', () => {
    const { components, regions } = one({
      affected_services: ['<b>Expense</b>', 'Expense', ' '],
      data_centers: [' US2', 'us2!', '--', '(EU) 2 / b'],
    });
    expect(components).toEqual([{ id: 'Expense', name: 'Expense' }]);
    expect(regions).toEqual(['sap-concur:us2', 'sap-concur:eu-2-b']);
  });

  it('is told in English, else in German', () => {
    const { updates } = one({
      messages: [
        message(1, 'Issue Identified', '<p>In <b>English</b>.</p>'),
        message(2, 'Issue Identified', null),
        message(3, 'Issue Identified', 7),
        { id: 4, message_type: 'Issue Identified', body: 'text' },
        { id: 5, message_type: 'Issue Identified', body: {} },
      ],
    });
    expect(updates.map(({ body }) => body)).toEqual([
      'In English.',
      'Auf Deutsch.',
      'Auf Deutsch.',
      '',
      '',
    ]);
  });

  it('may lack everything but an id', () => {
    const odd = history({ id: 7, affected_services: 7, data_centers: [7] });
    expect(parse(sapConcur, odd).incidents).toStrictEqual([
      {
        upstreamId: '7',
        kind: 'incident',
        title: 'Service issue',
        status: 'unknown',
        impact: 'unknown',
        startedAt: null,
        resolvedAt: null,
        updatedAt: null,
        updates: [],
        components: [],
        regions: [],
        services: [],
        url: 'https://status.example.com',
        marks: [],
      },
    ]);
  });
});
