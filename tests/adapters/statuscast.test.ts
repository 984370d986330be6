import { describe, expect, it } from 'vitest';
import { statuscast } from '../../src/adapters/statuscast.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const SUMMARY = fixture('statuscast/degraded-and-planned.json');

describe('statuscast', () => {
  it('keeps its name', () => {
    expect(statuscast.format).toBe('statuscast');
  });

  it.each([
    'https://s.example',
    'https://s.example/',
    'https://s.example//',
    'https://s.example/summary.json',
    'https://s.example/summary.json/',
  ])('reads the summary of %s', (url) => {
    expect(statuscast.documents(url)).toEqual(['https://s.example/summary.json']);
  });

  it('keeps a path that only looks like the summary', () => {
    expect(statuscast.documents('https://s.example/summary.jsonp')).toEqual([
      'https://s.example/summary.jsonp/summary.json',
    ]);
  });

  it('is recognised by the keys of its summary', () => {
    expect(statuscast.recognises(SUMMARY)).toBe(true);
    expect(statuscast.recognises(json({ page: {} }))).toBe(false);
  });

  it('reads the summary of its page', () => {
    const { status, incidents } = parse(statuscast, SUMMARY);
    expect(status).toBe('degraded_performance');
    expect(incidents.map(({ upstreamId }) => upstreamId)).toEqual(['81', '82', '83']);
  });

  it('says whose shape is wrong', () => {
    expect(() => parse(statuscast, json({}))).toThrow(/^statuscast: unexpected shape: Status: /);
  });
});
