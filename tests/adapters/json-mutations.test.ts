import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { decodeText } from '../../src/adapters/read/decode-text.ts';
import { adapterFor } from '../../src/adapters/registry.ts';
import { FeedError } from '../../src/model/feed-error.ts';
import { expectSoundSnapshot } from './expect-sound-snapshot.ts';
import { CONTEXT, fixture, json } from './read-json-fixture.ts';

/** Every format with fixtures that are broken in all the ways a network and a vendor can think of. */
const FIXTURES = [
  ['aws-currentevents', 'aws-currentevents/open-and-resolved.utf16be.json'],
  ['aws-data', 'aws-data/current-and-archive.json'],
  ['azure-devops', 'azure-devops/health-degraded.json'],
  ['azure-devops', 'azure-devops/page-data-numbers.json'],
  ['google-status', 'google-status/open-closed-report.json'],
  ['google-status', 'google-status/schema-of-2020.json'],
  ['incident-io', 'incident-io/native-summary-ongoing.json'],
  ['incident-io', 'incident-io/native-incidents.json'],
  ['incident-io', 'incident-io/compatible-incidents.json'],
  ['incident-io-widget', 'incident-io-widget/ongoing-and-planned.json'],
  ['microsoft-365-portal', 'microsoft-365-portal/one-down.json'],
  ['microsoft-posts', 'microsoft-posts/workloads.json'],
  ['slack', 'slack/current-active.json'],
  ['slack', 'slack/history.json'],
  ['statuspage', 'statuspage/summary-groups-and-open.json'],
  ['statuspage', 'statuspage/incidents-courses.json'],
  ['alibaba-cloud', 'alibaba-cloud/history.json'],
  ['alibaba-cloud', 'alibaba-cloud/in-progress.json'],
  ['apple', 'apple/resolved-ongoing-upcoming.json'],
  ['backblaze', 'backblaze/open-and-planned.json'],
  ['fastly', 'fastly/zoneless.json'],
  ['heroku', 'heroku/v3-current.json'],
  ['heroku', 'heroku/v4-current.json'],
  ['heroku', 'heroku/v4-incidents.json'],
  ['ibm-cloud', 'ibm-cloud/one-parent-and-planned.json'],
  ['meta', 'meta/some-disruptions.json'],
  ['oci', 'oci/components.json'],
  ['paypal', 'paypal/sandbox-down.json'],
  ['salesforce-trust', 'salesforce-trust/active.json'],
  ['salesforce-trust', 'salesforce-trust/instances.json'],
  ['salesforce-trust', 'salesforce-trust/product.json'],
  ['sap-concur', 'sap-concur/banner-shown.json'],
  ['sap-concur', 'sap-concur/resolved-and-open.json'],
  ['statuscast', 'statuscast/degraded-and-planned.json'],
  ['tencent-cloud', 'tencent-cloud/one-abnormal.json'],
  ['vultr', 'vultr/regions.json'],
  ['zendesk', 'zendesk/active.json'],
  ['zendesk', 'zendesk/page-history-camel-case.json'],
  ['zscaler', 'zscaler/one-open.json'],
] as const;

/** Values a field may suddenly hold. */
const ODDITIES = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 0, -1, 1e300, true, [], {}, [[]], [null], {}, 'x'),
  fc.constantFrom('__proto__', 'constructor', '0001-01-01T00:00:00', '<b>x</b>', '\u0000\ud800'),
  fc.string(),
  fc.jsonValue(),
);

/** Walks to the n-th node below `value` (breadth first) and puts something else there. */
function replaceNode(value: unknown, position: number, replacement: unknown): unknown {
  const copy = structuredClone(value);
  const slots: [Record<string, unknown>, string][] = [];
  const queue: unknown[] = [copy];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (typeof node !== 'object' || node === null) continue;
    for (const key of Object.keys(node)) {
      slots.push([node as Record<string, unknown>, key]);
      queue.push((node as Record<string, unknown>)[key] ?? null);
    }
  }
  const slot = slots[position % Math.max(slots.length, 1)];
  if (slot === undefined) return replacement;
  slot[0][slot[1]] = replacement;
  return copy;
}

/** The same document with every list in another order. */
function shuffle(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffle(item, seed + 1));
    const shift = items.length === 0 ? 0 : seed % items.length;
    return [...items.slice(shift), ...items.slice(0, shift)].toReversed();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, shuffle(item, seed + 1)]),
  );
}

function expectSnapshotOrFeedError(format: string, document: FeedDocument): void {
  const adapter = adapterFor(format)!;
  expect(typeof adapter.recognises(document)).toBe('boolean');
  try {
    expectSoundSnapshot(adapter.parse([document], CONTEXT));
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    expect(['parse', 'not-a-feed', 'empty-response']).toContain(error.kind);
  }
}

describe.each(FIXTURES)('%s, %s', (format, name) => {
  const document = fixture(name);
  const value: unknown = JSON.parse(decodeText(document));

  it('is a sound snapshot as it is', () => {
    expect(adapterFor(format)!.recognises(document)).toBe(true);
    expectSoundSnapshot(adapterFor(format)!.parse([document], CONTEXT));
  });

  it('survives values of any type in any place', () => {
    fc.assert(
      fc.property(fc.nat(2000), ODDITIES, fc.nat(2000), ODDITIES, (first, one, second, other) => {
        const broken = replaceNode(replaceNode(value, first, one), second, other);
        expectSnapshotOrFeedError(format, json(broken ?? null));
      }),
      { seed: 20251020, numRuns: 200 },
    );
  });

  it('survives being cut off and flipped bits', () => {
    fc.assert(
      fc.property(fc.nat(document.body.length), fc.nat(255), (position, byte) => {
        const cut = { ...document, body: document.body.slice(0, position) };
        expectSnapshotOrFeedError(format, cut);
        const flipped = { ...document, body: document.body.slice() };
        flipped.body[position % flipped.body.length] = byte;
        expectSnapshotOrFeedError(format, flipped);
      }),
      { seed: 20251020, numRuns: 60 },
    );
  });

  it('tells the same incidents whatever the order', () => {
    const adapter = adapterFor(format)!;
    const facts = (one: FeedDocument) =>
      adapter
        .parse([one], CONTEXT)
        .incidents.map((incident) => [
          incident.upstreamId,
          incident.status,
          incident.impact,
          incident.startedAt,
          incident.resolvedAt,
          incident.updates.map(({ at }) => at),
        ])
        .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    const expected = facts(document);
    fc.assert(
      fc.property(fc.nat(20), (seed) => {
        expect(facts(json(shuffle(value, seed), document.url))).toEqual(expected);
      }),
      { seed: 20251020, numRuns: 20 },
    );
  });
});
