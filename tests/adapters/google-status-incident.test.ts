import { describe, expect, it } from 'vitest';
import { googleStatus } from '../../src/adapters/google-status.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const at = (clock: string) => `2026-03-02T${clock}:00.000Z`;
const bare = { number: '7', begin: at('08:00'), external_desc: 'Trouble' };

function read(raw: object) {
  const { incidents, unknownWords } = parse(googleStatus, json([{ ...bare, ...raw }]));
  return { ...incidents[0]!, unknownWords };
}
const post = (clock: string, text: string, more: object = {}) => ({
  created: at(clock),
  when: at(clock),
  text,
  ...more,
});

describe('an incident of a Google dashboard', () => {
  it('is read with every field', () => {
    const incident = read({
      id: 'gs1',
      begin: at('08:00'),
      created: at('08:20'),
      end: at('11:00'),
      modified: at('11:30'),
      external_desc: '[Resolved] Queries fail',
      updates: [
        post('11:20', 'All well.', {
          affected_locations: [{ id: ' US-East1 ' }, { id: 'global' }],
        }),
        post('08:20', 'Looking.', {
          status: 'SERVICE_OUTAGE',
          affected_locations: [{ id: 'us-east1' }],
        }),
      ],
      status_impact: 'SERVICE_OUTAGE',
      severity: 'unheard of',
      affected_products: [
        { id: 'p1', title: '<b>Query</b>' },
        { id: null, title: 'Disk' },
        { id: 'p1', title: 'Query' },
      ],
      service_key: 'zall',
      service_name: 'Multiple Products',
      uri: 'incidents/gs1',
      currently_affected_locations: [{ id: 'us-west1' }],
      previously_affected_locations: [{ id: 'us-east1' }, { id: 'europe-west6' }],
    });
    expect(incident).toEqual({
      upstreamId: 'gs1',
      kind: 'incident',
      title: 'Queries fail',
      status: 'resolved',
      impact: 'critical',
      startedAt: at('08:00'),
      resolvedAt: at('11:00'),
      updatedAt: at('11:30'),
      updates: [
        { id: at('08:20'), at: at('08:20'), status: 'investigating', body: 'Looking.' },
        { id: at('11:20'), at: at('11:20'), status: 'resolved', body: 'All well.' },
      ],
      components: [{ id: 'p1', name: 'Query' }, { name: 'Disk' }],
      regions: [
        'google-cloud:us-west1',
        'google-cloud:us-east1',
        'google-cloud:europe-west6',
        'global',
      ],
      services: [],
      url: `${CONTEXT.statusPage}/incidents/gs1`,
      marks: [],
      unknownWords: [],
    });
    expect(incident.components[1]).not.toHaveProperty('id');
  });

  it('needs little: what is missing is unknown, or the page', () => {
    expect(read({})).toEqual({
      upstreamId: 'service-7',
      kind: 'incident',
      title: 'Trouble',
      status: 'investigating',
      impact: 'unknown',
      startedAt: at('08:00'),
      resolvedAt: null,
      updatedAt: null,
      updates: [],
      components: [],
      regions: [],
      services: [],
      url: CONTEXT.statusPage,
      marks: [],
      unknownWords: [{ field: 'severity', word: '(missing)' }],
    });
  });

  it('names the place of every word it does not know', () => {
    const updates = [post('09:00', 'x', { status: 'ODD' })];
    expect(read({ status_impact: 'ODDER', updates }).unknownWords).toEqual([
      { field: 'update.status', word: 'ODD' },
      { field: 'status_impact', word: 'ODDER' },
    ]);
    expect(read({ severity: 'odd' }).unknownWords).toEqual([{ field: 'severity', word: 'odd' }]);
  });

  it('of the old schema states no words, and that is none we do not know', () => {
    const old = fixture('google-status/schema-of-2020.json');
    const snapshot = parse(googleStatus, old);
    expect(snapshot).toMatchObject({ unknownWords: [], warnings: [], components: [] });
    expect(snapshot.incidents[0]?.updates.map(({ status }) => status)).toEqual([
      'investigating',
      'resolved',
    ]);
  });

  it.each(['most_recent_update', 'most-recent-update'])(
    'has the post in %s where it lists none',
    (key) => {
      const newest = post('09:00', 'Looking.');
      expect(read({ [key]: newest }).updates).toHaveLength(1);
      expect(
        read({ [key]: newest, updates: [post('09:00', 'a'), post('08:30', 'b')] }).updates,
      ).toHaveLength(2);
    },
  );

  it('starts with its first post where that is the earliest', () => {
    expect(read({ updates: [post('07:00', 'x')] }).startedAt).toBe(at('07:00'));
  });

  it('is as fresh as its newest post', () => {
    const updates = [post('09:00', 'c'), post('08:30', 'b'), post('08:10', 'a')];
    expect(read({ modified: at('08:40'), updates }).updatedAt).toBe(at('09:00'));
  });

  it.each([
    ['We have identified the cause.', 'identified'],
    ['We are monitoring the fix.', 'monitoring'],
    ['This issue is now resolved.', 'investigating'],
    ['Words.', 'investigating'],
  ])('that is open is after "%s" %s', (text, status) => {
    expect(read({ updates: [post('09:00', text)] }).status).toBe(status);
  });

  it.each([
    ['before the end', post('10:59', 'Better.'), 'investigating'],
    ['at the end', post('11:00', 'Better.'), 'resolved'],
    ['after it', post('11:01', 'Better.'), 'resolved'],
    ['after it, with a report', post('11:01', 'Here is our Postmortem.'), 'postmortem'],
    ['without a time', { text: 'Better.' }, 'investigating'],
  ])('has a post %s, which is read as %s', (_, update, status) => {
    const { updates, status: whole } = read({ end: at('11:00'), updates: [update] });
    expect(updates[0]?.status).toBe(status);
    expect(whole).toBe(status === 'postmortem' ? 'postmortem' : 'resolved');
  });

  it('is not over by a post without a time', () => {
    expect(read({ updates: [{ text: 'Better.' }] })).toMatchObject({
      status: 'investigating',
      updates: [{ id: 'post', at: null, status: 'investigating' }],
    });
  });

  it('has posts with ids of their own, by when they were made', () => {
    const updates = [
      { created: at('09:30'), when: at('09:00') },
      { when: at('08:30'), text: null },
      { created: at('08:00') },
    ];
    expect(read({ updates }).updates.map(({ id, at: time, body }) => [id, time, body])).toEqual([
      [at('08:00'), at('08:00'), ''],
      [at('08:30'), at('08:30'), ''],
      [at('09:30'), at('09:00'), ''],
    ]);
  });

  it.each([
    ['Trouble with <Service>', 'Trouble with <Service>'],
    ['Two\n\n  lines ', 'Two lines'],
    ['[RESOLVED]Mail is late', 'Mail is late'],
    ['Mail [resolved] is late', 'Mail [resolved] is late'],
    ['  Title:  \n\n  Mail is late\nDescription\nMore', 'Mail is late'],
    ['Summary\nMail is late', 'Mail is late'],
    ['**Summary**\n\n**Mail** is late', 'Mail is late'],
    ['Description:', 'Mail & more'],
    ['', 'Mail & more'],
  ])('is called after its description %j: %s', (external_desc, title) => {
    expect(read({ external_desc, service_name: 'Mail &amp; more' }).title).toBe(title);
  });

  it('is called by its number where it has no words at all', () => {
    expect(read({ external_desc: ' ' }).title).toBe('Incident 7');
  });

  it.each([
    [{ service_name: 'Mail', service_key: 'm' }, [{ id: 'm', name: 'Mail' }]],
    [{ service_name: 'Mail', service_key: null }, [{ name: 'Mail' }]],
    [{ service_name: 'Multiple products', service_key: 'zall' }, []],
    [{ service_key: 'm' }, []],
  ])('without products affects its service: %j', (raw, components) => {
    expect(read(raw).components).toEqual(components);
  });

  it.each([
    ['**Bold** <Service>', 'Bold'],
    ['## Head\nText', 'Head\n\nText'],
    ['* one\n* two', '- one\n- two'],
    ['  * one\n  * two', '- one\n- two'],
    ['[a page](https://www.example.org/a)', 'a page (https://www.example.org/a)'],
    ['`code` <Service>', 'code'],
    ['C# <Service> is down', 'C# <Service> is down'],
    ['A mail - from <Service> - is late', 'A mail - from <Service> - is late'],
  ])('has posts in Markdown or in words: %j', (text, body) => {
    expect(read({ updates: [post('09:00', text)] }).updates[0]?.body).toBe(body);
  });
});
