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

  it.each([
    ['<!doctype html><title>Just a moment...</title>', 'a bot challenge page'],
    ['<html><form><input type="password"></form>', 'a login page'],
    ['<!DOCTYPE html><body><div id="root"></div>', 'the shell of a browser app'],
    ['<html><h1>404 Not Found</h1>', 'a "not found" page'],
    ['<html><p>Hello</p>', 'a web page'],
    ['<?xml version="1.0"?><rss/>', 'XML'],
  ])('refuses %s and says it is %s', (text, words) => {
    expect(failure(text)).toMatchObject({
      kind: 'not-a-feed',
      message: expect.stringContaining(words),
    });
  });

  it('names path and expectation where the shape is another', () => {
    const { kind, message } = failure('{"page":{"name":1},"items":["a"]}');
    expect(kind).toBe('parse');
    expect(message).toContain('page.name');
    expect(message).toContain('items.0');
    expect(message).toContain('expected string');
  });

  it('refuses broken JSON and an empty body', () => {
    expect(failure('{"page":').kind).toBe('parse');
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
