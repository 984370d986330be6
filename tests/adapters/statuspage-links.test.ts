import { describe, expect, it } from 'vitest';
import { createWordReader } from '../../src/adapters/read/words.ts';
import { isPlaceholder, readStatuspageIncident } from '../../src/adapters/statuspage-incident.ts';
import type { StatuspageIncident } from '../../src/adapters/statuspage-wire.ts';

const NAMES = new Map([
  ['c1', 'API'],
  ['c2', 'Storage – North'],
]);

function read(raw: Partial<StatuspageIncident>, url = 'https://status.example.com') {
  const whole = { id: 'i1', name: 'Trouble', incident_updates: [], components: [], ...raw };
  const page = { url, dates: {}, words: createWordReader(), names: NAMES };
  return readStatuspageIncident(whole as StatuspageIncident, page, 'incidents');
}

const affecting = (...affected_components: { code: string | null; name: string | null }[]) => ({
  affected_components,
});

describe('what a Statuspage incident affects', () => {
  it('are its components, named as on the page, and those its updates name', () => {
    const { components } = read({
      components: [
        { id: 'c2', name: 'North' },
        { id: 'c9', name: 'Only <i>here</i>' },
        { id: null, name: 'Without id' },
      ],
      incident_updates: [
        affecting({ code: 'c1', name: 'Api (old)' }, { code: 'c2', name: 'North' }),
        affecting({ code: 'c8', name: 'Gone since' }, { code: null, name: 'Nameless code' }),
      ],
    });
    expect(components).toEqual([
      { id: 'c2', name: 'Storage – North' },
      { id: 'c9', name: 'Only here' },
      { name: 'Without id' },
      { id: 'c1', name: 'API' },
      { id: 'c8', name: 'Gone since' },
      { name: 'Nameless code' },
    ]);
  });

  it('is nothing that has no name or is an advertisement', () => {
    const { components } = read({
      components: [
        { id: 'c5', name: '<b></b>' },
        { id: 'c6', name: 'Visit www.example.com for more information' },
      ],
      incident_updates: [affecting({ code: 'c7', name: null }, { code: null, name: null })],
    });
    expect(components).toEqual([]);
  });

  it.each([
    ['Visit www.example.com for more information', true],
    ['  visit status.example.com for more information on this', true],
    ['Visit us for more information', false],
    ['Visitors', false],
    ['Please visit www.example.com for more information', false],
  ])('takes %j for a placeholder: %s', (name, expected) => {
    expect(isPlaceholder(name)).toBe(expected);
  });
});

describe('the address of a Statuspage incident', () => {
  const own = 'https://status.example.com/incidents/i1';
  it.each([
    ['https://status.example.com/i/short', 'https://status.example.com/i/short'],
    ['https://stspg.example/short', own],
    ['javascript:alert(1)', own],
    ['', own],
    [null, own],
  ])('with the short link %j is %s', (shortlink, expected) => {
    expect(read({ shortlink }).url).toBe(expected);
  });

  it('keeps odd ids inside its path', () => {
    expect(read({ id: 'a/b?c' }).url).toBe('https://status.example.com/incidents/a%2Fb%3Fc');
  });
});
