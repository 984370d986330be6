import { describe, expect, it } from 'vitest';
import { edgeFits, placeFit } from '../../src/explain/place-fit.ts';
import { edge, graphOf, incidentAt } from './explain-world.ts';

describe('a single point of presence', () => {
  const onNetwork = edge('one', { provider: 'cloudflare' });
  const graph = graphOf([onNetwork]);
  const upstream = (more: Parameters<typeof incidentAt>[3]) =>
    incidentAt('cloudflare/c', 0, 60, { title: 'Network trouble', ...more });

  it.each<[string, boolean, Parameters<typeof incidentAt>[3]]>([
    ['by its place', false, { regions: ['cloudflare:zrh'] }],
    ['by its code in the title', false, { title: 'Zürich, Switzerland - (ZRH)' }],
    [
      'by its code as only component',
      false,
      { components: [{ name: 'Zürich, Switzerland - (ZRH)' }] },
    ],
    ['unless it reaches everywhere', true, { regions: ['global'] }],
    ['unless no place is named', true, {}],
    [
      'unless a service is named too',
      true,
      { regions: ['cloudflare:zrh'], services: ['cloudflare:workers-kv'] },
    ],
  ])('never takes down a dependent: %s', (_name, canReach, more) => {
    const hit = upstream(more);
    const dependent = incidentAt('one/i', 5, 50);
    expect(edgeFits(graph, onNetwork, hit)).toBe(canReach);
    expect(placeFit(graph, onNetwork, hit, dependent, []).fit === 'blocked').toBe(!canReach);
  });
});
