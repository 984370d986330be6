import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseJsonLoosely, readJson } from '../../../src/adapters/read/read-json.ts';

const document = (text: string) => ({
  url: 'https://status.example/summary.json',
  body: new TextEncoder().encode(text),
  headers: {},
});
const schema = z.object({ page: z.object({ name: z.string() }), items: z.array(z.number()) });
const GOOD = '{"page":{"name":"x"},"items":[1]}';
const read = (text: string) => readJson(document(text), schema, 'demo');
const failure = (text: string): { kind: string; message: string } => {
  try {
    read(text);
  } catch (error) {
    return error as { kind: string; message: string };
  }
  throw new Error('It was read.');
};

describe('readJson', () => {
  it.each([
    GOOD,
    `\uFEFF${GOOD}`,
    `jsonCallback(${GOOD});`,
    `window.cb.x(${GOOD})`,
    `/**/ typeof cb === 'function' && cb(${GOOD});`,
    `)]}',\n${GOOD}`,
  ])('reads %s', (text) => {
    expect(read(text)).toEqual({ page: { name: 'x' }, items: [1] });
  });

  it('reads a document with a guard before its callback, and a bare value', () => {
    expect(read(`\n)]}' \n${GOOD}\n`)).toEqual({ page: { name: 'x' }, items: [1] });
    for (const [text, value] of [
      ['"a"', 'a'],
      // White space to everybody but JSON.
      ['\u00a0[1]\f', [1]],
      [' -1 ', -1],
      ['[2]', [2]],
      ['for (;;);{"a":"f(x)"}', { a: 'f(x)' }],
    ] as const) {
      expect(readJson(document(text), z.unknown(), 'demo')).toEqual(value);
    }
  });

  it.each([
    ['<!doctype html><title>Just a moment...</title>', 'a bot challenge page'],
    ['<html><form><input type="password"></form>', 'a login page'],
    ['<!DOCTYPE html><body><div id="root"></div>', 'the shell of a browser app'],
    ['<html><h1>404 Not Found</h1>', 'a "not found" page'],
    ['<html><p>Hello</p>', 'a web page'],
    ['<?xml version="1.0"?><rss/>', 'XML'],
    ['\n <rss/>', 'XML'],
  ])('refuses %s and says it is %s', (text, words) => {
    expect(failure(text)).toMatchObject({
      kind: 'not-a-feed',
      message: `demo: expected JSON, got ${words}.`,
      url: 'https://status.example/summary.json',
    });
  });

  it('names path and expectation where the shape is another', () => {
    expect(failure('{"page":{"name":1},"items":["a"]}')).toMatchObject({
      kind: 'parse',
      message:
        'demo: unexpected shape: page.name: Invalid input: expected string, received number; ' +
        'items.0: Invalid input: expected number, received string',
      url: 'https://status.example/summary.json',
      cause: expect.any(z.ZodError),
    });
    expect(failure('7').message).toBe(
      'demo: unexpected shape: (top): Invalid input: expected object, received number',
    );
  });

  it('names the first three of many faults', () => {
    const { message } = failure('{"page":{"name":"x"},"items":["a","b","c","d"]}');
    expect(message).toContain('items.2: ');
    expect(message).not.toContain('items.3');
  });

  it('refuses broken JSON and an empty body', () => {
    for (const text of ['{"page":', 'Too many requests', '{"page":{} x']) {
      expect(failure(text)).toMatchObject({
        kind: 'parse',
        message: expect.stringMatching(/^demo: broken JSON: .*JSON/),
        url: 'https://status.example/summary.json',
        cause: expect.any(SyntaxError),
      });
    }
    expect(failure('  ').kind).toBe('empty-response');
  });
});

describe('parseJsonLoosely', () => {
  it('gives the value or undefined', () => {
    expect(parseJsonLoosely(document(`cb(${GOOD})`))).toEqual(JSON.parse(GOOD));
    expect(parseJsonLoosely(document('<html>'))).toBeUndefined();
    expect(parseJsonLoosely(document(''))).toBeUndefined();
  });
});
