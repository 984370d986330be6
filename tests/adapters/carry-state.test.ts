import { describe, expect, it } from 'vitest';
import { carryState, type ToldPost } from '../../src/adapters/carry-state.ts';

const post = (at: string | null, status: ToldPost['status']): ToldPost => ({
  id: `${at}`,
  at,
  status,
  body: 'Text.',
});

describe('carryState', () => {
  it('lets a post without a state go on in the one before it, oldest first', () => {
    const posts = [
      post('3', null),
      post('2', 'identified'),
      post('1', null),
      post('4', 'resolved'),
    ];
    expect(carryState(posts, 'investigating')).toEqual([
      { id: '1', at: '1', status: 'investigating', body: 'Text.' },
      { id: '2', at: '2', status: 'identified', body: 'Text.' },
      { id: '3', at: '3', status: 'identified', body: 'Text.' },
      { id: '4', at: '4', status: 'resolved', body: 'Text.' },
    ]);
  });

  it('of nothing is nothing', () => {
    expect(carryState([], 'investigating')).toEqual([]);
  });
});
