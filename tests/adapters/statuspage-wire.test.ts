import { describe, expect, it } from 'vitest';
import { STATUSPAGE_DOCUMENT } from '../../src/adapters/statuspage-wire.ts';

const page = { id: 'p1' };

describe('a document of Statuspage', () => {
  it.each([
    ['status', { indicator: 'none' }],
    ['components', []],
    ['components', null],
    ['incidents', []],
    ['scheduled_maintenances', []],
    ['incident', { id: 'i1', name: 'Trouble' }],
  ])('may hold nothing but %s', (key, value) => {
    expect(STATUSPAGE_DOCUMENT.safeParse({ page, [key]: value }).success).toBe(true);
  });

  it('holds something', () => {
    const { error } = STATUSPAGE_DOCUMENT.safeParse({ page, other: [] });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'none of status, components, incidents, scheduled_maintenances, incident is there',
    ]);
  });
});
