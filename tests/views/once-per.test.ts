import { describe, expect, it } from 'vitest';
import { oncePer } from '../../src/views/once-per.ts';

describe('oncePer', () => {
  it('works once per subject, also where nothing comes of it', () => {
    const worked: object[] = [];
    const result = oncePer((subject: object) => {
      worked.push(subject);
      return undefined;
    });
    const [one, other] = [{}, {}];
    for (const subject of [one, one, other, one]) result(subject);
    expect(worked).toEqual([one, other]);
    expect(worked[0]).toBe(one);
  });
});
