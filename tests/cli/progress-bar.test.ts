import { describe, expect, it } from 'vitest';
import { progressBar } from '../../src/cli/progress-bar.ts';

describe('progressBar', () => {
  it.each([
    [0, 24, `[${'.'.repeat(24)}] 0/24`],
    [6, 24, `[${'#'.repeat(6)}${'.'.repeat(18)}] 6/24`],
    [24, 24, `[${'#'.repeat(24)}] 24/24`],
    [30, 24, `[${'#'.repeat(24)}] 30/24`],
    [0, 0, `[${'#'.repeat(24)}] 0/0`],
  ])('of %i out of %i keeps its width', (done, total, bar) => {
    expect(progressBar(done, total)).toBe(bar);
  });
});
