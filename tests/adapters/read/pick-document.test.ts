import { describe, expect, it } from 'vitest';
import {
  hasKeys,
  isObject,
  objectAt,
  pickDocument,
  pickOrFirst,
} from '../../../src/adapters/read/pick-document.ts';
import { FeedError } from '../../../src/model/feed-error.ts';

const document = (name: string, text: string) => ({
  url: `https://status.example/${name}`,
  headers: {},
  body: new TextEncoder().encode(text),
});
const page = document('page', '<html>');
const first = document('a.json', '{"page":{}}');
const second = document('b.json', '{"page":{},"incidents":[]}');

describe('isObject', () => {
  it.each([
    [{}, true],
    [{ a: 1 }, true],
    [[], false],
    [null, false],
    [undefined, false],
    ['{}', false],
    [1, false],
  ])('of %j is %s', (value, is) => {
    expect(isObject(value)).toBe(is);
  });
});

describe('objectAt', () => {
  const json = { page: { owner: { name: 'x' }, tags: [{}] }, list: [], none: null };

  it.each([
    [[], json],
    [['page'], json.page],
    [['page', 'owner'], { name: 'x' }],
    [['page', 'owner', 'name'], undefined],
    [['page', 'tags'], undefined],
    [['page', 'tags', '0'], undefined],
    [['page', 'nowhere', 'deeper'], undefined],
    [['none'], undefined],
    [['none', 'deeper'], undefined],
  ])('%j', (path, value) => {
    expect(objectAt(json, ...path)).toEqual(value);
  });

  it('of what is no object is undefined', () => {
    expect(objectAt([], 'length')).toBeUndefined();
    expect(objectAt(null)).toBeUndefined();
  });
});

describe('hasKeys', () => {
  it.each([
    [{ a: 1, b: null }, ['a', 'b'], true],
    [{ a: 1 }, ['a', 'b'], false],
    [{ a: 1 }, [], true],
    [{}, ['constructor'], false],
    [['a'], ['0'], false],
    [null, [], false],
  ])('of %j, %j, is %s', (value, keys, has) => {
    expect(hasKeys(value, ...keys)).toBe(has);
  });
});

describe('pickDocument', () => {
  const hasIncidents = (json: unknown) => hasKeys(json, 'incidents');

  it('is the first whose JSON has the signature', () => {
    expect(pickDocument([page, first, second], hasIncidents)).toBe(second);
    expect(pickDocument([second, document('c.json', '{"incidents":1}')], hasIncidents)).toBe(
      second,
    );
    expect(pickDocument([page, first], hasIncidents)).toBeUndefined();
  });

  it('may go by the address as well', () => {
    expect(pickDocument([page, first], (_json, { url }) => url.endsWith('a.json'))).toBe(first);
  });
});

describe('pickOrFirst', () => {
  it('is the one with the signature, else the first, whose reading says what is wrong', () => {
    const has = (json: unknown) => hasKeys(json, 'incidents');
    expect(pickOrFirst([page, first, second], has)).toBe(second);
    expect(pickOrFirst([page, first], has)).toBe(page);
  });

  it('refuses no document at all', () => {
    expect(() => pickOrFirst([], () => true)).toThrow(
      new FeedError('empty-response', 'There is no document to read.'),
    );
    expect(() => pickOrFirst([], () => true)).toThrow(
      expect.objectContaining({ kind: 'empty-response' }),
    );
  });
});
