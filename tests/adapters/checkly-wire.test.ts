import { describe, expect, it } from 'vitest';
import { isUnresolved, isUptime, isWindows } from '../../src/adapters/checkly-wire.ts';

/** The three documents of a page have no name in them: their keys tell which is which. */
describe('the documents of a page', () => {
  const SIGNATURES = { isUnresolved, isUptime, isWindows };

  it.each([
    [{ incidents: [] }, ['isUnresolved']],
    [{ incidents: [], page: {} }, []],
    [{ incidents: [], config: {} }, []],
    [{ incidents: [], conditions: {} }, []],
    [{ incidents: [], meta: {} }, []],
    [{ incidents: {} }, []],
    [{ metadata: [], uptime: [] }, ['isUptime']],
    [{ metadata: [] }, []],
    [{ uptime: [] }, []],
    [{ active: [], upcoming: [] }, ['isWindows']],
    [{ active: [] }, []],
    [{ upcoming: [] }, []],
    [{}, []],
    [[], []],
    [null, []],
  ])('%j is told as %j', (value, names) => {
    const told = Object.entries(SIGNATURES).filter(([, isIt]) => isIt(value));
    expect(told.map(([name]) => name)).toEqual(names);
  });
});
