import { describe, expect, it } from 'vitest';
import { isValidAt } from '../../src/explain/dependency-graph.ts';
import { edge, graphOf } from './explain-world.ts';

describe('dependency graph', () => {
  const graph = graphOf([
    edge('one', { provider: 'signin' }),
    edge('signin', { provider: 'aws', region: 'aws:us-east-1' }),
    edge('aws', { provider: 'one' }),
    edge(
      'aws',
      { provider: 'aws', service: 'aws:dynamodb' },
      {
        id: 'lambda-on-dynamodb',
        dependent: { provider: 'aws', service: 'aws:lambda' },
      },
    ),
  ]);

  it('walks chains and stops at circles', () => {
    const ways = graph.pathsFrom('one').map((path) => path.map((step) => step.upstream.provider));
    expect(ways).toEqual([['signin'], ['signin', 'aws']]);
    expect([...graph.allDependentsOf('aws')].toSorted()).toEqual(['one', 'signin']);
  });

  it('keeps internal edges for services', () => {
    expect([...graph.serviceWithBases('aws:lambda')]).toEqual(['aws:lambda', 'aws:dynamodb']);
    expect(graph.upstreamsOf('aws').map((one) => one.upstream.provider)).toEqual(['one']);
  });

  it('does not pass through another part of a provider', () => {
    const other = graphOf([
      edge('one', { provider: 'signin', service: 'signin:a' }),
      edge(
        'signin',
        { provider: 'aws' },
        { dependent: { provider: 'signin', service: 'signin:b' } },
      ),
    ]);
    expect(other.pathsFrom('one').map((path) => path.length)).toEqual([1]);
  });

  it.each([
    ['2025-11', undefined, '2025-10-20T00:00:00.000Z', false],
    ['2025-11', undefined, '2025-11-01T00:00:00.000Z', true],
    [undefined, '2025', '2025-12-31T23:00:00.000Z', true],
    [undefined, '2025-11-30', '2025-12-01T00:00:00.000Z', false],
  ])('holds from %s until %s at %s: %s', (since, until, at, expected) => {
    const dates = { ...(since ? { since } : {}), ...(until ? { until } : {}) };
    expect(isValidAt(dates, at)).toBe(expected);
  });
});
