import { describe, expect, it } from 'vitest';
import { createWorld, snapshot, told } from '../support/merge-world.ts';

const at = (time: string) => `2024-06-20T${time}:00.000Z`;
const post = (
  id: string,
  time: string | null,
  status: 'investigating' | 'resolved' = 'investigating',
) => ({
  id,
  at: time === null ? null : at(time),
  status,
  body: `Post ${id}.`,
});

describe('an incident that is over, without an end that can be', () => {
  it.each([
    ['a stated end hours ahead', { resolvedAt: at('15:00'), marks: ['end-stated' as const] }],
    [
      'a last post hours ahead',
      { updates: [post('u1', '08:00'), post('u2', '15:00', 'resolved')] },
    ],
    [
      'a last post without a date',
      { updates: [post('u1', '08:00'), post('u2', null, 'resolved')] },
    ],
    ['no post and a change hours ahead', { updates: [], updatedAt: at('15:00') }],
    ['no post and no date', { updates: [], updatedAt: null }],
  ])('with %s, ended when we noticed, and says so', (_name, over) => {
    const world = createWorld();
    const incident = told({ status: 'resolved', ...over });
    world.read(at('10:00'), snapshot([incident]));
    expect(world.only()).toMatchObject({ resolvedAt: at('10:00'), marks: ['end-approximate'] });
    // Later the date is no longer ahead, and still says nothing.
    const [change] = world.read(at('20:00'), snapshot([incident]));
    expect(change?.isVisible).toBe(false);
    expect(world.only()).toMatchObject({ resolvedAt: at('10:00'), marks: ['end-approximate'] });
  });

  it.each([
    ['an end some minutes ahead', { resolvedAt: at('10:10') }, at('10:10')],
    [
      'a last post at the moment of the read',
      { updates: [post('u1', '10:00', 'resolved')] },
      at('10:00'),
    ],
    ['only a time of change', { updates: [], updatedAt: at('09:30') }, at('09:30')],
  ])('with %s, ended as its source says', (_name, over, resolvedAt) => {
    const world = createWorld();
    world.read(at('10:00'), snapshot([told({ status: 'resolved', ...over })]));
    expect(world.only()).toMatchObject({ resolvedAt, marks: [] });
  });

  it('takes the end its source states later, which is no edit', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    const over = (resolvedAt: string) =>
      told({
        status: 'resolved',
        resolvedAt,
        updatedAt: at('09:00'),
        updates: [post('u1', '08:00'), post('u2', '09:00', 'resolved')],
        marks: ['end-stated'],
      });
    world.read(at('10:00'), snapshot([over(at('15:00'))]));
    expect(world.only()).toMatchObject({ resolvedAt: at('10:00'), marks: ['end-approximate'] });
    const [change] = world.read(at('10:05'), snapshot([over(at('09:00'))]));
    expect(world.only()).toMatchObject({ resolvedAt: at('09:00'), marks: ['end-stated'] });
    expect(change).toMatchObject({ isVisible: true });
    expect(change?.replaced).toBeUndefined();
  });
});
