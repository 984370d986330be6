import { describe, expect, it } from 'vitest';
import { UPTIMEROBOT_CLASS, uptimerobot } from '../../src/adapters/uptimerobot.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const monitor = (fields: object = {}) => ({
  monitorId: 1,
  name: 'A',
  statusClass: 'success',
  ...fields,
});
const read = (page: unknown) => parse(uptimerobot, json(page));

describe('uptimerobot', () => {
  it('tells the state of monitors and nothing of incidents', () => {
    const snapshot = parse(uptimerobot, fixture('uptimerobot/monitors.json'));
    expect(snapshot).toStrictEqual({
      coverage: 'window',
      status: null,
      components: [
        { id: '1', name: 'Site (eu)', status: 'operational' },
        { id: '2', name: 'API', status: 'major_outage' },
        { id: '3', name: 'Old', status: 'unknown' },
      ],
      incidents: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
  });

  it('names groups, and monitors without a name by their number', () => {
    const data = [
      monitor({ groupName: 'Web &amp; mail' }),
      monitor({ monitorId: '2', name: ' ', groupName: '' }),
      monitor({ monitorId: 3, groupName: null }),
    ];
    expect(read({ data }).components).toStrictEqual([
      { id: '1', name: 'A', status: 'operational', group: 'Web & mail' },
      { id: '2', name: 'Monitor 2', status: 'operational' },
      { id: '3', name: 'A', status: 'operational' },
    ]);
  });

  it.each(Object.entries(UPTIMEROBOT_CLASS))('reads %s as %s', (statusClass, expected) => {
    const { components, unknownWords } = read({ data: [monitor({ statusClass })] });
    expect(components[0]?.status).toBe(expected);
    expect(unknownWords).toEqual([]);
  });

  it('reads another class as unknown, and says so', () => {
    const { components, unknownWords } = read({ data: [monitor({ statusClass: 'pink' })] });
    expect(components[0]?.status).toBe('unknown');
    expect(unknownWords).toEqual([{ field: 'monitor.statusClass', word: 'pink' }]);
  });

  it.each([
    ['its statistics', { data: [monitor()], statistics: { counts: { total: 40 } } }, 40],
    ['its page', { psp: { monitors: [monitor()], totalMonitors: '31' } }, 31],
    [
      'its statistics before its page',
      { psp: { monitors: [monitor()], totalMonitors: 31 }, statistics: { counts: { total: 40 } } },
      40,
    ],
  ])('warns where by %s there are more monitors than listed', (_, page, total) => {
    expect(read(page).warnings).toEqual([
      `The page has ${total} monitors, 1 of them are listed here.`,
    ]);
  });

  it.each([
    { data: [monitor()], statistics: { counts: { total: 1 } } },
    { data: [monitor()], statistics: { counts: null } },
    { data: [monitor()], statistics: null },
    { data: [monitor()] },
    { data: [monitor()], psp: null },
    { psp: { monitors: null }, data: [monitor()] },
  ])('does not warn in %j', (page) => {
    expect(read(page)).toMatchObject({ components: [{ id: '1' }], warnings: [] });
  });

  it('reads the list whose address has a key, and makes one where there is none', () => {
    const list = 'https://stats.example/api/getMonitorList/abc?page=2';
    expect(uptimerobot.documents(list)).toEqual([list]);
    expect(uptimerobot.documents('https://stats.example//abc//')).toEqual([
      'https://stats.example/api/getMonitorList/abc?page=1',
    ]);
    expect(uptimerobot.documents('https://stats.example/a/b?x=1')).toEqual([
      'https://stats.example/api/getMonitorList/a/b?page=1',
    ]);
    expect(uptimerobot.documents('https://stats.example')).toEqual([
      'https://stats.example/api/getMonitorList/x?page=1',
    ]);
  });

  it.each([
    [{ psp: { monitors: [monitor()] } }, true],
    [{ data: [monitor()] }, true],
    [{ psp: { monitors: [] }, statistics: {} }, true],
    [{ psp: {}, data: [], statistics: {} }, true],
    [{ psp: { monitors: [] } }, false],
    [{ data: [], statistics: {} }, false],
    [{ data: [{ name: 'A' }] }, false],
    [{ data: ['statusClass'] }, false],
    [{ data: 'statusClass' }, false],
    [{ psp: {}, statistics: {} }, false],
    [[monitor()], false],
    [null, false],
  ])('recognises %j: %s', (page, expected) => {
    expect(uptimerobot.recognises(json(page))).toBe(expected);
  });

  it('says where it looked for the monitors', () => {
    for (const page of [{}, { psp: {} }, { psp: { monitors: null }, data: null }]) {
      expect(() => read(page)).toThrow(
        'uptimerobot: unexpected shape: (top): expected a list of monitors at psp.monitors or data',
      );
    }
    expect(() => read({ data: [{ monitorId: 1 }] })).toThrow(
      'uptimerobot: unexpected shape: data.0.name: Invalid input: expected string, received undefined',
    );
  });
});
