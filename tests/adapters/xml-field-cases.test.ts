import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotIncident } from '../../src/adapters/adapter.ts';
import { adapterFor } from '../../src/adapters/registry.ts';
import { isOpen } from '../../src/model/incident.ts';
import { expectSoundSnapshot } from './expect-sound-snapshot.ts';

/** What an adapter alone can answer of the field cases in XML; the rest is told over several polls. */
const CASES = path.resolve(import.meta.dirname, '../cases');
const FORMATS: Readonly<Record<string, string>> = {
  rss: 'rss',
  atom: 'atom',
  'aws-rss': 'aws-rss',
  'azure-rss': 'azure-rss',
  html: 'rss',
};

interface ExpectedIncident {
  titleContains: string;
  titleNotContains?: string;
  guid?: string;
  phase?: string;
  phaseNotIn?: string[];
  impact?: string;
  impactIn?: string[];
  startedAt?: string;
  startedAtIn?: (string | null)[];
  resolvedAt?: string | null;
  resolvedAtIn?: (string | null)[];
  updates?: number;
  approximate?: boolean;
  linkEquals?: string;
  linkEqualsIn?: (string | null)[];
  bodyTextContains?: string[];
}

interface FieldCase {
  id: string;
  file: string;
  format: string;
  now: string;
  context?: { defaultTimeZone?: string; feedUrl?: string };
  http?: { headers?: Record<string, string> };
  expect: {
    error?: string;
    errorKind?: string;
    incidentCount?: number;
    incidents?: ExpectedIncident[];
    active?: { titleContains: string }[];
    provider?: string;
    never?: { text?: string[]; outputHtml?: string[] };
  };
}

const cases = (
  JSON.parse(readFileSync(path.join(CASES, 'index.json'), 'utf8')) as FieldCase[]
).filter(({ format }) => format in FORMATS);

function read({ file, format, now, context, http }: FieldCase): Snapshot {
  const adapter = adapterFor(FORMATS[format] ?? '');
  const document = {
    url: context?.feedUrl ?? 'https://status.northwind.example/history.xml',
    body: new Uint8Array(readFileSync(path.join(CASES, path.basename(file)))),
    headers: http?.headers ?? {},
  };
  return adapter!.parse([document], {
    providerId: 'northwind',
    statusPage: 'https://status.northwind.example/',
    fetchedAt: new Date(now).toISOString(),
    ...(context?.defaultTimeZone !== undefined && { timeZone: context.defaultTimeZone }),
    ...(format === 'azure-rss' && { expectTitle: 'Example Cloud Status' }),
  });
}

const iso = (time: string | null) => (time === null ? null : new Date(time).toISOString());

function matches(incident: SnapshotIncident, expected: ExpectedIncident): boolean {
  const { title, status, kind, impact, startedAt, resolvedAt, updates, url } = incident;
  // A time the feed does not give is the poller's to fill in.
  const start = expected.approximate ? null : expected.startedAt && iso(expected.startedAt);
  const text = updates.map(({ body }) => body).join('\n');
  return [
    title.includes(expected.titleContains),
    !expected.titleNotContains || !title.includes(expected.titleNotContains),
    !expected.guid || incident.upstreamId === expected.guid,
    !expected.phase || status === expected.phase,
    !expected.phaseNotIn?.includes(status),
    !expected.impact ||
      (expected.impact === 'maintenance' ? kind === 'maintenance' : impact === expected.impact),
    !expected.impactIn || expected.impactIn.includes(impact),
    start === undefined || startedAt === start,
    !expected.startedAtIn || expected.startedAtIn.map(iso).includes(startedAt),
    expected.resolvedAt === undefined || resolvedAt === iso(expected.resolvedAt),
    !expected.resolvedAtIn || expected.resolvedAtIn.map(iso).includes(resolvedAt),
    expected.updates === undefined || updates.length === expected.updates,
    !expected.linkEquals || url === expected.linkEquals,
    !expected.linkEqualsIn || expected.linkEqualsIn.includes(url),
    (expected.bodyTextContains ?? []).every((words) => text.includes(words)),
  ].every(Boolean);
}

describe('field cases of the XML formats', () => {
  it('covers every format', () => {
    expect(new Set(cases.map(({ format }) => format))).toEqual(new Set(Object.keys(FORMATS)));
  });

  it.each(cases.map((fieldCase) => [fieldCase.id, fieldCase] as const))('%s', (_id, fieldCase) => {
    const { expect: expected } = fieldCase;
    if (expected.error) {
      const error = expect.objectContaining({ name: 'FeedError', kind: expected.errorKind });
      expect(() => read(fieldCase)).toThrow(error);
      return;
    }
    const snapshot = read(fieldCase);
    expectSoundSnapshot(snapshot);
    if (expected.incidentCount !== undefined) {
      expect(snapshot.incidents).toHaveLength(expected.incidentCount);
    }
    for (const one of expected.incidents ?? []) {
      expect(
        snapshot.incidents.filter((incident) => matches(incident, one)),
        JSON.stringify([one, snapshot.incidents]),
      ).toHaveLength(1);
    }
    if (expected.active) {
      const open = snapshot.incidents.filter((incident) =>
        isOpen({ ...incident, withdrawnAt: null }),
      );
      expect(open).toHaveLength(expected.active.length);
      for (const { titleContains } of expected.active) {
        expect(open.some(({ title }) => title.includes(titleContains))).toBe(true);
      }
    }
    if (expected.provider === 'operational') expect(snapshot.provesNothingReported).toBe(true);
    const everything = JSON.stringify(snapshot);
    for (const text of [...(expected.never?.text ?? []), ...(expected.never?.outputHtml ?? [])]) {
      expect(everything).not.toContain(JSON.stringify(text).slice(1, -1));
    }
  });
});
