import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  anything,
  cleanId,
  flag,
  idText,
  linkedId,
  listOf,
  optionalText,
  requiredList,
} from '../../../src/adapters/read/lenient.ts';

describe('idText', () => {
  it.each([
    ['abc', 'abc'],
    [' a b ', 'a b'],
    [17, '17'],
    [0, '0'],
    ['a\u0000b\u001f\u007f\n', 'ab'],
    ['\ud800x', '\ufffdx'],
  ])('reads %j as %j', (raw, id) => {
    expect(idText.parse(raw)).toBe(id);
    expect(cleanId(String(raw))).toBe(id);
  });

  it.each(['', '  ', '\u0000'])('refuses %j, of which nothing is left', (raw) => {
    expect(idText.safeParse(raw).error?.issues.map(({ message }) => message)).toEqual([
      'the id is empty',
    ]);
  });

  it.each([[null], [undefined], [{}], [true]])('refuses %j', (raw) => {
    expect(idText.safeParse(raw).success).toBe(false);
  });
});

describe('linkedId', () => {
  it.each([
    [' a ', 'a'],
    [17, '17'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [{ toString: 1 }, ''],
  ])('reads %j as %j', (raw, id) => {
    expect(linkedId.parse(raw)).toBe(id);
  });
});

describe('what is nice to have', () => {
  const schema = z.object({ text: optionalText, word: anything, isOn: flag });

  it('is taken where it is there', () => {
    expect(schema.parse({ text: 'a', word: 7, isOn: true })).toEqual({
      text: 'a',
      word: 7,
      isOn: true,
    });
  });

  it.each([
    [{}, { isOn: false }],
    [
      { text: null, word: null, isOn: null },
      { text: null, word: null, isOn: false },
    ],
    [
      { text: 7, word: {}, isOn: 'true' },
      { text: null, word: {}, isOn: false },
    ],
  ])('never fails the document: %j', (raw, read) => {
    expect(schema.parse(raw)).toEqual(read);
  });
});

describe('lists', () => {
  const required = z.object({ items: requiredList(z.number()) });
  const optional = z.object({ items: listOf(z.number()) });

  it('are empty as null', () => {
    expect(required.parse({ items: null })).toEqual({ items: [] });
    expect(optional.parse({ items: null })).toEqual({ items: [] });
  });

  it('hold their items, and are refused with one of another type', () => {
    for (const schema of [required, optional]) {
      expect(schema.parse({ items: [1, 2] })).toEqual({ items: [1, 2] });
      expect(schema.safeParse({ items: [1, 'x'] }).success).toBe(false);
      expect(schema.safeParse({ items: {} }).success).toBe(false);
    }
  });

  it('that are missing are damage where they are required, else empty', () => {
    expect(required.safeParse({}).success).toBe(false);
    expect(optional.parse({})).toEqual({ items: [] });
  });
});
