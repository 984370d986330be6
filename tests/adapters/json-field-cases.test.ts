import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { adapterFor } from '../../src/adapters/registry.ts';
import { scopeSnapshot } from '../../src/adapters/scope.ts';
import { json } from './read-json-fixture.ts';

/** What adapters alone can answer of the field cases; the rest is told over several polls. */
const CASES = path.resolve(import.meta.dirname, '../cases');
const FORMATS: Readonly<Record<string, string>> = {
  'statuspage-summary': 'statuspage',
  'statuspage-incidents': 'statuspage',
  'statuspage-webhook-or-incident': 'statuspage',
  'incidentio-compat': 'incident-io',
  'incidentio-widget': 'incident-io-widget',
  'gcp-incidents': 'google-status',
  'slack-current': 'slack',
  'aws-currentevents': 'aws-currentevents',
};

interface ExpectedIncident {
  titleContains: string;
  phase?: string;
  phaseIn?: string[];
  phaseNotIn?: string[];
  impact?: string;
  impactIn?: string[];
  startedAt?: string;
  resolvedAt?: string | null;
  scheduledUntil?: string;
  updates?: number;
  components?: string[];
  linkEndsWith?: string;
  withdrawn?: boolean;
}

interface FieldCase {
  id: string;
  file: string;
  format: string;
  format_detail?: string;
  now?: string;
  context?: { scopeComponents?: string[] };
  expect: {
    error?: string;
    incidentCount?: number;
    incidents?: ExpectedIncident[];
    components?: Record<string, string>;
    hiddenComponents?: string[];
    unscoped?: { incidentCount: number };
  };
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  maintenance: 'under_maintenance',
  degraded: 'degraded_performance',
};

const cases = (
  JSON.parse(readFileSync(path.join(CASES, 'index.json'), 'utf8')) as FieldCase[]
).filter(({ format, format_detail }) => (format_detail ?? format) in FORMATS);

function documentsOf(fieldCase: FieldCase): FeedDocument[] {
  const url = 'https://status.cloud.google.com/incidents.json';
  const body = readFileSync(path.join(CASES, fieldCase.file));
  if (fieldCase.format !== 'sequence') return [{ url, body: new Uint8Array(body), headers: {} }];
  const { polls } = JSON.parse(body.toString()) as { polls: { bodyJson?: unknown }[] };
  return polls
    .filter((poll) => poll.bodyJson !== undefined)
    .map((poll) => json(poll.bodyJson, url));
}

function check(actual: Record<string, unknown>, expected: ExpectedIncident) {
  const at = (time: string) => new Date(time).toISOString();
  if (expected.phase) expect(actual.status).toBe(expected.phase);
  if (expected.phaseIn) expect(expected.phaseIn).toContain(actual.status);
  if (expected.phaseNotIn) expect(expected.phaseNotIn).not.toContain(actual.status);
  if (expected.impact === 'maintenance') expect(actual.kind).toBe('maintenance');
  else if (expected.impact) expect(actual.impact).toBe(expected.impact);
  if (expected.impactIn) expect(expected.impactIn).toContain(actual.impact);
  if (expected.startedAt) expect(actual.startedAt).toBe(at(expected.startedAt));
  if (expected.scheduledUntil) expect(actual.scheduledUntil).toBe(at(expected.scheduledUntil));
  if (expected.resolvedAt !== undefined) {
    expect(actual.resolvedAt).toBe(expected.resolvedAt === null ? null : at(expected.resolvedAt));
  }
  if (expected.updates !== undefined) expect(actual.updates).toHaveLength(expected.updates);
  if (expected.linkEndsWith) expect(String(actual.url).endsWith(expected.linkEndsWith)).toBe(true);
}

describe('field cases of the JSON formats', () => {
  it('covers every format', () => {
    const formats = cases.map(({ format, format_detail }) => format_detail ?? format);
    expect([...new Set(formats)].sort()).toEqual(Object.keys(FORMATS).sort());
  });

  it.each(cases.map((fieldCase) => [fieldCase.id, fieldCase] as const))('%s', (_id, fieldCase) => {
    const adapter = adapterFor(FORMATS[fieldCase.format_detail ?? fieldCase.format] ?? '');
    const documents = documentsOf(fieldCase);
    const context = {
      providerId: 'example',
      statusPage: 'https://status.northwind.example',
      fetchedAt: '2024-06-20T12:00:00.000Z',
    };
    const { expect: expected } = fieldCase;
    if (expected.error) {
      expect(() => adapter!.parse(documents, context)).toThrow(
        expect.objectContaining({ name: 'FeedError', kind: 'parse' }),
      );
      return;
    }
    const readings = documents.map((document) => adapter!.parse([document], context));
    const last = scopeSnapshot(readings.at(-1)!, fieldCase.context?.scopeComponents ?? []);
    if (fieldCase.format !== 'sequence' && expected.incidentCount !== undefined) {
      expect(last.incidents).toHaveLength(expected.incidentCount);
    }
    if (expected.unscoped) {
      expect(readings.at(-1)?.incidents).toHaveLength(expected.unscoped.incidentCount);
    }
    for (const one of expected.incidents ?? []) {
      if (one.withdrawn) continue;
      const actual = last.incidents.find(({ title }) => title.includes(one.titleContains));
      check({ ...actual }, one);
      if (one.components) {
        // Over a sequence the union is the merge's work: the first reading has them all.
        const source = fieldCase.format === 'sequence' ? readings[0] : last;
        const names = source?.incidents
          .find(({ title }) => title.includes(one.titleContains))
          ?.components.map(({ name }) => name);
        expect(names).toEqual(one.components);
      }
    }
    for (const [name, status] of Object.entries(expected.components ?? {})) {
      const component = last.components.find((candidate) => candidate.name === name);
      expect(component?.status).toBe(STATUS_WORDS[status] ?? status);
    }
    for (const name of expected.hiddenComponents ?? []) {
      expect(last.components.map((component) => component.name)).not.toContain(name);
    }
  });
});
