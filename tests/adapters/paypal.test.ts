import { describe, expect, it } from 'vitest';
import { paypal } from '../../src/adapters/paypal.ts';
import { fixture, json, parse } from './read-json-fixture.ts';

const PAGE = fixture('paypal/sandbox-down.json');

const page = (...result: unknown[]) => json({ result });
const component = (production: unknown, more: object = {}) => ({
  name: 'Checkout',
  status: { production, sandbox: 'Major Outage' },
  ...more,
});

describe('recognises', () => {
  it.each([
    ['the list of components', PAGE, true],
    ['a list that begins with something else', page(null, {}, component('odd')), true],
    ['a component in the sandbox only', page({ name: 'A', status: { sandbox: 'x' } }), false],
    ['a component without a status', page({ name: 'A', status: 'Operational' }), false],
    ['an empty list', page(), false],
    ['no list', json({ result: {} }), false],
    ['nothing', json(null), false],
  ])('%s: %#', (_, document, expected) => {
    expect(paypal.recognises(document)).toBe(expected);
  });

  it('reads the address as it is', () => {
    const url = 'https://www.paypal-status.com/api/v1/components';
    expect(paypal.documents(url)).toEqual([url]);
  });
});

describe('a page', () => {
  it('tells what works in production, whatever the sandbox does', () => {
    expect(parse(paypal, json({}), PAGE)).toStrictEqual({
      coverage: 'active-only',
      status: null,
      components: [
        { id: '3', name: 'Online Checkout', status: 'operational', group: 'PRODUCT' },
        { id: '4', name: 'Payouts', status: 'degraded_performance', group: 'PRODUCT' },
      ],
      incidents: [],
      provesNothingReported: false,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([
    [[], 'empty-response', /^There is no document to read\.$/],
    [[json({})], 'parse', /^paypal: unexpected shape: result: /],
    [[page()], 'parse', /^paypal: unexpected shape: result: Too small/],
    [[page({})], 'parse', /: result\.0\.name: .*; result\.0\.status: /],
  ])('is refused in another shape: %#', (documents, kind, message) => {
    expect(() => parse(paypal, ...documents)).toThrow(
      expect.objectContaining({ kind, message: expect.stringMatching(message) }),
    );
  });

  it.each([
    ['Operational', 'operational'],
    ['Bulletin', 'operational'],
    ['Degraded Performance', 'degraded_performance'],
    ['Partial Outage', 'partial_outage'],
    ['Service Disruption', 'partial_outage'],
    ['Major Outage', 'major_outage'],
    ['Maintenance', 'under_maintenance'],
    ['Under Maintenance', 'under_maintenance'],
    ['Odd', 'unknown'],
  ])('%s is %s, and proof only where all is well', (word, status) => {
    const snapshot = parse(paypal, page(component('Operational'), component(word)));
    expect(snapshot.components[1]?.status).toBe(status);
    expect(snapshot.provesNothingReported).toBe(status === 'operational');
    expect(snapshot.unknownWords).toEqual(
      word === 'Odd' ? [{ field: 'status.production', word }] : [],
    );
  });

  it('names its components by what is there, as text', () => {
    const names = { displayName: '<b>Pay</b> &amp; go', parentName: ' <i>Product</i> ' };
    const odd = { id: {}, name: ' <b>Out</b>', displayName: 7, parentName: 7 };
    const { components } = parse(
      paypal,
      page(component('Operational', { id: 5, ...names }), component('Operational', odd)),
    );
    expect(components).toStrictEqual([
      { id: '5', name: 'Pay & go', status: 'operational', group: 'Product' },
      { id: '<b>Out</b>', name: 'Out', status: 'operational' },
    ]);
  });
});
