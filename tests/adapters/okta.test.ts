import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { okta } from '../../src/adapters/okta.ts';
import { fixture, parse } from './read-json-fixture.ts';

const PAGE = fixture('okta/page.html');

const html = (text: string): FeedDocument => ({
  url: 'https://status.larch.example/',
  body: new TextEncoder().encode(text),
  headers: { 'content-type': 'text/html' },
});
const record = (more: object = {}) => ({
  attributes: { type: 'Incident__c', url: '/x' },
  Id: 'a1',
  Name: 'I-1',
  Incident_Title__c: 'Logins fail',
  Status__c: 'Resolved',
  Category__c: 'Service Disruption',
  Start_Time__c: '2026-03-01T08:00:00.000+0000',
  Last_Updated__c: '2026-03-02T08:00:00.000+0000',
  ...more,
});
const text = (...records: object[]) => JSON.stringify(records);
const page = (json: string) => html(`<html><p>[1]</p><div>${json}</div></html>`);
const inAttribute = (json: string, quote: string) =>
  html(`<div data-incidents="${json.replaceAll('&', '&amp;').replaceAll('"', quote)}"></div>`);
const one = (more: object) => parse(okta, page(text(record(more)))).incidents[0]!;

describe('the records in the page', () => {
  const bare = text(record());
  const more = text(record({ Log__c: 'A &quot;B&quot; &amp; C' }));
  const spaced = bare.replace(
    '[{"attributes":{"type":',
    '[ \n{ \n"attributes" \n: \n{ \n"type" \n: \n',
  );

  it.each([
    ['between tags', page(bare), ''],
    ['with spaces', page(spaced), ''],
    ['with entities that are text', page(more), 'A "B" & C'],
    ['in an attribute', inAttribute(bare, '&quot;'), ''],
    ['in an attribute, by number', inAttribute(more, '&#34;'), 'A "B" & C'],
  ])('are found %s', (_, document, body) => {
    expect(okta.recognises(document)).toBe(true);
    const [incident] = parse(okta, document).incidents;
    expect(incident?.upstreamId).toBe('a1');
    expect(incident?.updates[0]?.body ?? '').toBe(body);
  });

  it.each([
    ['records of another type', page(bare.replace('Incident__c', 'Account'))],
    ['one record, no list', page(bare.slice(1, -1))],
    ['no records', page('[]')],
  ])('are missed among %s', (_, document) => {
    expect(okta.recognises(document)).toBe(false);
    expect(() => parse(okta, document)).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: 'okta: the page carries no Incident__c records.',
        url: 'https://status.larch.example/',
      }),
    );
  });

  it('must have an end', () => {
    expect(() => parse(okta, html(bare.slice(0, -1)))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: 'okta: the records do not end.',
        url: 'https://status.larch.example/',
      }),
    );
  });

  it('must have ids', () => {
    expect(() => parse(okta, page(text(record({ Id: '' }))))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: 'okta: unexpected shape: 0.Id: the id is empty',
      }),
    );
  });

  it('need a page', () => {
    expect(okta.recognises(html(''))).toBe(false);
    expect(okta.documents('https://status.larch.example')).toEqual([
      'https://status.larch.example',
    ]);
    expect(() => parse(okta)).toThrow(
      expect.objectContaining({ kind: 'empty-response', message: 'There is no document to read.' }),
    );
  });
});

describe('a page', () => {
  it('tells the newest incidents, which end by start and duration', () => {
    expect(parse(okta, PAGE)).toStrictEqual({
      coverage: 'window',
      status: null,
      components: [],
      incidents: [
        {
          upstreamId: 'a9',
          kind: 'incident',
          title: 'Logins fail',
          status: 'resolved',
          impact: 'major',
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: '2026-02-03T08:30:00.000Z',
          updatedAt: '2026-02-10T08:00:00.000Z',
          updates: [
            {
              id: 'log',
              at: '2026-02-03T08:30:00.000Z',
              status: 'resolved',
              body: 'Fixed & watched.',
            },
          ],
          components: [{ name: 'Core' }, { name: 'x.example:1' }, { name: 'x.example:2' }],
          regions: [],
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
});

describe('words', () => {
  const read = (more: object) => {
    const { incidents, unknownWords } = parse(okta, page(text(record(more))));
    return { ...incidents[0]!, words: unknownWords };
  };

  it.each([
    ['Investigating', 'investigating'],
    ['In Progress', 'investigating'],
    ['Identified', 'identified'],
    ['Monitoring', 'monitoring'],
    ['Resolved', 'resolved'],
    ['Odd', 'unknown'],
  ])('status %s is %s', (word, status) => {
    const words = word === 'Odd' ? [{ field: 'Status__c', word }] : [];
    expect(read({ Status__c: word })).toMatchObject({ status, words });
  });

  it.each([
    ['Service Disruption', 'major'],
    ['Service Degradation', 'minor'],
    ['Feature Disruption', 'minor'],
    ['Odd', 'unknown'],
  ])('category %s is %s', (word, impact) => {
    const words = word === 'Odd' ? [{ field: 'Category__c', word }] : [];
    expect(read({ Category__c: word })).toMatchObject({ impact, words });
  });
});

describe('an incident', () => {
  const updated = '2026-03-02T08:00:00.000Z';

  it.each([
    [30, '2026-03-01T08:30:00.000Z'],
    [0, '2026-03-01T08:00:00.000Z'],
    [999_999, '2028-01-24T18:39:00.000Z'],
    [1_000_000, updated],
    [-1, updated],
    ['30', updated],
    [null, updated],
  ])('of %j minutes ends then, else with its last change: %s', (Duration__c, end) => {
    expect(one({ Duration__c, Log__c: 'Over.' })).toMatchObject({
      resolvedAt: end,
      updates: [{ at: end }],
    });
  });

  it('goes on while its state says so, whatever its duration', () => {
    expect(one({ Status__c: 'Monitoring', Duration__c: 30, Log__c: 'Better.' })).toMatchObject({
      resolvedAt: null,
      updates: [{ at: updated, status: 'monitoring' }],
    });
  });

  it('begins when its record was made where it has no start, and then needs a start to end', () => {
    const CreatedDate = '2026-03-01T09:00:00.000+0000';
    const none = { Start_Time__c: null, Duration__c: 30 };
    expect(one({ ...none, CreatedDate })).toMatchObject({
      startedAt: '2026-03-01T09:00:00.000Z',
      resolvedAt: '2026-03-01T09:30:00.000Z',
    });
    expect(one(none)).toMatchObject({ startedAt: null, resolvedAt: updated });
  });

  it('is called by its number where it has no title', () => {
    expect(one({ Incident_Title__c: null }).title).toBe('I-1');
    expect(one({ Incident_Title__c: 7, Name: 7 }).title).toBe('Untitled incident');
  });

  it('names service and cells as text, each once', () => {
    const fields = {
      Okta_Sub_Service__c: ' <b>Core</b> ',
      Impacted_Cells__c: 'a:1; b:2;;a:1;Core',
    };
    expect(one(fields).components).toEqual([{ name: 'Core' }, { name: 'a:1' }, { name: 'b:2' }]);
    expect(one({ Okta_Sub_Service__c: 7, Impacted_Cells__c: 7 }).components).toEqual([]);
  });

  it('has no post without a text', () => {
    expect(one({ Log__c: 7 }).updates).toEqual([]);
    expect(one({ Log__c: '<p> </p>' }).updates).toEqual([]);
  });
});
