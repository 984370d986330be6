import { describe, expect, it } from 'vitest';
import { META_STATUS, meta } from '../../src/adapters/meta.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const product = (...services: unknown[]) => ({
  id: 'shop',
  name: 'Shop',
  rss_file_paths: [],
  services,
});
const service = (status?: unknown) => ({ id: 1, name: 'Cart', status });

describe('meta', () => {
  it('tells the services of each product, and proves nothing while one is in trouble', () => {
    expect(parse(meta, fixture('meta/some-disruptions.json'))).toEqual({
      coverage: 'active-only',
      status: null,
      components: [
        { id: 'shop/1', name: 'Catalogue', group: 'Shop Tools', status: 'operational' },
        { id: 'shop/2', name: 'Checkout', group: 'Shop Tools', status: 'major_outage' },
        { id: 'chat/1', name: 'Messages', group: 'Chat API', status: 'operational' },
      ],
      incidents: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([
    ['No known issues', 'operational'],
    ['Resolved', 'operational'],
    ['Low disruptions', 'degraded_performance'],
    ['Some disruptions', 'degraded_performance'],
    ['Medium disruptions', 'partial_outage'],
    ['High disruptions', 'major_outage'],
    ['Major disruptions', 'major_outage'],
  ])('reads %s as %s', (word, status) => {
    const snapshot = parse(meta, json([product(service(word))]));
    expect(snapshot.components[0]?.status).toBe(status);
    expect(snapshot.provesNothingReported).toBe(status === 'operational');
    expect(Object.keys(META_STATUS)).toContain(word.toLowerCase());
  });

  it('takes only services, all of them green, for proof', () => {
    expect(parse(meta, json([product()])).provesNothingReported).toBe(false);
    const odd = parse(meta, json([product(service('Wobbly'), service())]));
    expect(odd.components.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(odd.provesNothingReported).toBe(false);
    expect(odd.unknownWords).toEqual([
      { field: 'service.status', word: 'Wobbly' },
      { field: 'service.status', word: '(missing)' },
    ]);
  });

  it('cleans names', () => {
    const shop = {
      ...product({ id: 2, name: '<b>Pay</b>', status: 'Resolved' }),
      name: 'A &amp; B',
    };
    expect(parse(meta, json([shop])).components[0]).toMatchObject({ name: 'Pay', group: 'A & B' });
  });

  it.each([
    ['no list', { orgs: [product()] }],
    ['an empty list', []],
    ['products without feeds', [{ id: 'a', name: 'A', services: [] }]],
    ['products without services', [{ id: 'a', name: 'A', rss_file_paths: [], services: {} }]],
    ['no products', [null, 'x', []]],
  ])('does not recognise %s', (_what, value) => {
    expect(meta.recognises(json(value))).toBe(false);
  });

  it('recognises the list by any of its products, and picks it among others', () => {
    const page = json([null, product(service('Resolved'))]);
    expect(meta.recognises(page)).toBe(true);
    const whole = json([product(service('Resolved'))]);
    expect(parse(meta, json({ other: 1 }), whole).components).toHaveLength(1);
  });

  it('fails in its own name, an empty list included', () => {
    expect(() => parse(meta, json([]))).toThrow('meta: unexpected shape: (top): ');
    expect(() => parse(meta, json([{ id: 'a', name: 'A' }]))).toThrow(
      'meta: unexpected shape: 0.services: ',
    );
  });

  it('reads the address as it is', () => {
    expect(meta.documents('https://m.example/data/orgs.json')).toEqual([
      'https://m.example/data/orgs.json',
    ]);
  });
});
