import { describe, expect, it } from 'vitest';
import { ADAPTERS, adapterFor } from '../../../src/adapters/registry.ts';
import { CONTEXT, fixture, json } from '../read-json-fixture.ts';

const FIXTURES: Readonly<Record<string, readonly string[]>> = {
  'alibaba-cloud': ['history.json', 'in-progress.json'],
  apple: ['resolved-ongoing-upcoming.json', 'developer-everyone-out.js'],
  backblaze: ['open-and-planned.json'],
  fastly: ['zoneless.json'],
  heroku: ['v4-current.json', 'v4-incidents.json', 'v3-current.json'],
  'ibm-cloud': ['one-parent-and-planned.json'],
  meta: ['some-disruptions.json'],
  oci: ['components.json'],
  paypal: ['sandbox-down.json'],
  'salesforce-trust': ['active.json', 'instances.json', 'product.json'],
  'sap-concur': ['resolved-and-open.json', 'banner-shown.json'],
  statuscast: ['degraded-and-planned.json'],
  'tencent-cloud': ['one-abnormal.json'],
  vultr: ['regions.json'],
  zendesk: ['active.json', 'page-history-camel-case.json'],
  zscaler: ['one-open.json'],
};
/** The same wire format under two names. */
const TWINS: Readonly<Record<string, string>> = { fastly: 'statuscast', backblaze: 'firehydrant' };

const DOCUMENTS: [string, string, string[]][] = [
  ['vultr', 'https://v.example/', ['https://v.example/status.json']],
  ['vultr', 'https://v.example/status.json', ['https://v.example/status.json']],
  [
    'zendesk',
    'https://z.example/api/incidents/active',
    ['https://z.example/api/incidents/active', 'https://z.example/api/incidents/maintenance'],
  ],
];

describe('documents', () => {
  it.each(DOCUMENTS)('%s reads for %s: %j', (format, url, expected) => {
    expect(adapterFor(format)?.documents(url)).toEqual(expected);
  });
});

describe.each(Object.entries(FIXTURES))('%s', (format, names) => {
  const adapter = adapterFor(format)!;

  it.each(names)('recognises %s, and no other format does', (name) => {
    const document = fixture(`${format}/${name}`);
    const others = ADAPTERS.filter((one) => one.recognises(document)).map((one) => one.format);
    expect(others.filter((other) => other !== TWINS[format])).toEqual([format]);
  });

  it.each([{}, null, { data: {} }, { status: {} }, { services: [] }, 'text', 7, [{}]])(
    'refuses %j as of another shape',
    (value) => {
      expect(adapter.recognises(json(value))).toBe(false);
      expect(() => adapter.parse([json(value)], CONTEXT)).toThrow(
        expect.objectContaining({ name: 'FeedError', kind: 'parse' }),
      );
    },
  );

  it('refuses a web page, an empty answer and no answer', () => {
    const page = { ...json(null), body: new TextEncoder().encode('<!doctype html><p>Sign in') };
    const empty = { ...json(null), body: new Uint8Array() };
    expect(adapter.recognises(page)).toBe(false);
    expect(() => adapter.parse([page], CONTEXT)).toThrow(
      expect.objectContaining({ kind: 'not-a-feed' }),
    );
    for (const documents of [[empty], []]) {
      expect(() => adapter.parse(documents, CONTEXT)).toThrow(
        expect.objectContaining({ name: 'FeedError', kind: 'empty-response' }),
      );
    }
  });
});
