import { describe, expect, it } from 'vitest';
import { microsoft365Portal } from '../../src/adapters/microsoft-365-portal.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const service = (Id: string, IsUp: unknown, Name = Id) => ({ Id, Name, IsUp });
const read = (IsAllUp: boolean, ...Services: object[]) =>
  parse(microsoft365Portal, json({ Services, IsAllUp }));

describe('microsoft-365-portal', () => {
  it('reads a flag per service; a missing one is unknown', () => {
    const snapshot = parse(microsoft365Portal, fixture('microsoft-365-portal/one-down.json'));
    expect(snapshot).toMatchObject({ status: 'partial_outage', provesNothingReported: false });
    expect(snapshot.components.map(({ status }) => status)).toEqual([
      'operational',
      'partial_outage',
      'unknown',
    ]);
  });

  it('says no more than that all is up', () => {
    expect(read(true, service('a', true, ' <b>A</b> '), service('b', true, '<br>'))).toEqual({
      coverage: 'active-only',
      status: 'operational',
      components: [
        { id: 'a', name: 'A', status: 'operational' },
        { id: 'b', name: 'b', status: 'operational' },
      ],
      incidents: [],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([
    [true, [true, true], 'operational', true],
    [true, [true, false], 'unknown', false],
    [true, [true, null], 'unknown', false],
    [true, [true, 'yes'], 'unknown', false],
    [true, [true, undefined], 'unknown', false],
    [false, [true, true], 'partial_outage', false],
    [false, [false], 'partial_outage', false],
  ])(
    'calls nothing fine unless summary and flags agree: %s, %j',
    (isAllUp, flags, status, proves) => {
      const services = flags.map((flag, index) => service(`${index}`, flag));
      expect(read(isAllUp, ...services)).toMatchObject({ status, provesNothingReported: proves });
    },
  );

  it('is all up only where each document says so', () => {
    const documents = [true, false].map((IsAllUp) =>
      json({ Services: [service(String(IsAllUp), true)], IsAllUp }),
    );
    expect(parse(microsoft365Portal, ...documents)).toMatchObject({
      status: 'partial_outage',
      components: [{ id: 'true' }, { id: 'false' }],
      provesNothingReported: false,
    });
  });

  it.each([
    [{}],
    [{ Services: [], IsAllUp: true }],
    [{ Services: [{ Id: 'a', Name: 'A', IsUp: true }] }],
    [{ Services: [{ IsUp: true }], IsAllUp: true }],
  ])('refuses %j', (value) => {
    expect(microsoft365Portal.recognises(json(value))).toBe(false);
    expect(() => parse(microsoft365Portal, json(value))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: expect.stringMatching(/^microsoft-365-portal: unexpected shape: /),
      }),
    );
  });

  it('asks for its address as it is', () => {
    const url = 'https://portal.example/api/servicestatus/index';
    expect(microsoft365Portal.documents(url)).toEqual([url]);
    expect(microsoft365Portal.recognises(fixture('microsoft-365-portal/one-down.json'))).toBe(true);
  });
});
