import { describe, expect, it } from 'vitest';
import { azureDevops } from '../../src/adapters/azure-devops.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const geography = (id: string, health: unknown, name = id) => ({ id, name, health });
const health = (word: unknown, ...geographies: object[]) => ({
  status: { health: word },
  services: [{ id: 'Boards', geographies }],
});

describe('azure-devops', () => {
  it.each([
    ['azure-devops/health-degraded.json', 'degraded_performance'],
    ['azure-devops/page-data-numbers.json', 'major_outage'],
  ])('reads %s', (name, status) => {
    const snapshot = parse(azureDevops, fixture(name));
    expect(azureDevops.recognises(fixture(name))).toBe(true);
    expect(snapshot).toMatchObject({ status, incidents: [], provesNothingReported: false });
    expect(snapshot.components.map((one) => [one.id, one.group, one.status])).toEqual([
      ['Boards/EU', 'Boards', 'operational'],
      ['Boards/US', 'Boards', 'degraded_performance'],
      ['Repos/EU', 'Repos', 'degraded_performance'],
      ['Repos/US', 'Repos', 'major_outage'],
    ]);
  });

  it('says no more than that all is well', () => {
    const document = json(
      health('healthy', geography('EU', 'healthy', ' Europe '), geography('US', 'healthy', '')),
    );
    expect(parse(azureDevops, document)).toEqual({
      coverage: 'active-only',
      status: 'operational',
      components: [
        { id: 'Boards/EU', name: 'Europe', status: 'operational', group: 'Boards' },
        { id: 'Boards/US', name: 'US', status: 'operational', group: 'Boards' },
      ],
      incidents: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([
    ['healthy', 'operational'],
    ['Advisory', 'degraded_performance'],
    ['degraded', 'degraded_performance'],
    ['unhealthy', 'major_outage'],
    [4, 'operational'],
    [3, 'degraded_performance'],
    [2, 'degraded_performance'],
    [1, 'major_outage'],
    [0, 'unknown'],
    ['sunny', 'unknown'],
    [null, 'unknown'],
  ])('reads the health %s as %s; only all healthy is proof', (word, status) => {
    const snapshot = parse(azureDevops, json(health(word, geography('EU', word))));
    expect(snapshot).toMatchObject({ status, components: [{ status }] });
    expect(snapshot.provesNothingReported).toBe(status === 'operational');
    expect(snapshot.unknownWords.map(({ field }) => field)).toEqual(
      status === 'unknown' ? ['status.health', 'geography.health'] : [],
    );
  });

  it('proves nothing where page and places disagree', () => {
    const places = [geography('EU', 'healthy'), geography('US', 'unhealthy')];
    expect(parse(azureDevops, json(health('healthy', ...places)))).toMatchObject({
      status: 'operational',
      provesNothingReported: false,
    });
    const page = health('advisory', geography('EU', 'healthy'));
    expect(parse(azureDevops, json(page)).provesNothingReported).toBe(false);
  });

  it.each([
    [{}],
    [{ status: { health: 'healthy' } }],
    [{ status: {}, services: [{ id: 'Boards' }] }],
    [{ serviceStatus: {} }],
  ])('refuses %j', (value) => {
    expect(azureDevops.recognises(json(value))).toBe(false);
    expect(() => parse(azureDevops, json(value))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: 'azure-devops: unexpected shape: (top): Invalid input',
      }),
    );
  });

  it('asks for its address as it is', () => {
    expect(azureDevops.documents('https://d.example/health?x=1')).toEqual([
      'https://d.example/health?x=1',
    ]);
  });
});
