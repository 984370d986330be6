import { describe, expect, it } from 'vitest';
import { createReplayClock } from '../../../src/cli/replay/replay-clock.ts';

describe('the clock of a replay', () => {
  it('stands until it begins, then runs faster than life, and begins once', () => {
    let ms = 5_000;
    const clock = createReplayClock('2025-10-20T06:26:00.000Z', 60, () => ms);
    ms = 9_000;
    expect(clock.now()).toBe('2025-10-20T06:26:00.000Z');
    clock.begin();
    ms = 10_000;
    clock.begin();
    expect(clock.now()).toBe('2025-10-20T06:27:00.000Z');
  });

  it('sleeps the shorter, and wakes when told without rejecting', async () => {
    const clock = createReplayClock('2025-10-20T06:26:00.000Z', 3_600_000);
    await clock.sleep(3_600_000);
    const abort = new AbortController();
    const asleep = createReplayClock('2025-10-20T06:26:00.000Z', 1).sleep(3_600_000, abort.signal);
    abort.abort();
    await asleep;
  });
});
