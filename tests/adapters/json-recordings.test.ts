import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeedDocument, Snapshot } from '../../src/adapters/adapter.ts';
import { ADAPTERS, adapterFor } from '../../src/adapters/registry.ts';
import { isOpen } from '../../src/model/incident.ts';
import { expectSoundSnapshot } from './expect-sound-snapshot.ts';
import { JSON_RECORDINGS } from './json-recordings.expected.ts';

const RECORDINGS = path.resolve(import.meta.dirname, '../../../shared/recordings');
const FOLDERS = [
  'statuspage',
  'oci',
  'incidentio',
  'incidentio-html',
  'google-cloud-json',
  'google-workspace-json',
  'slack-json',
  'aws-health-json',
  'aws-data-json',
  'microsoft-json',
  'azure-devops-json',
];
const CONTEXT = {
  providerId: 'example',
  statusPage: 'https://status.example',
  fetchedAt: '2026-10-01T00:00:00.000Z',
};

function documentOf(file: string): FeedDocument {
  return {
    url: 'https://status.example/api/feed.json',
    body: new Uint8Array(readFileSync(path.join(RECORDINGS, file))),
    headers: {},
  };
}

function factsOf(format: string, snapshot: Snapshot) {
  const first = snapshot.incidents[0];
  const open = snapshot.incidents.filter((one) => isOpen({ ...one, withdrawnAt: null }));
  return [
    format,
    snapshot.incidents.length,
    open.length,
    snapshot.components.length,
    snapshot.status,
    ...(first === undefined
      ? []
      : [
          [
            first.upstreamId,
            first.status,
            first.impact,
            first.startedAt,
            first.resolvedAt,
            [...first.title].slice(0, 24).join(''),
          ],
        ]),
  ];
}

describe.skipIf(!existsSync(RECORDINGS))('JSON recordings (only where they are at hand)', () => {
  const files = FOLDERS.flatMap((folder) =>
    (existsSync(RECORDINGS) ? readdirSync(path.join(RECORDINGS, folder)) : []).map(
      (name) => `${folder}/${name}`,
    ),
  );

  it('has an expectation for every file', () => {
    expect(files.toSorted()).toEqual(Object.keys(JSON_RECORDINGS).toSorted());
  });

  it.each(Object.entries(JSON_RECORDINGS))('%s', (file, facts) => {
    const adapter = adapterFor(facts[0]);
    const document = documentOf(file);
    if (typeof facts[1] === 'string') {
      expect(adapter?.recognises(document)).toBe(false);
      expect(() => adapter?.parse([document], CONTEXT)).toThrow(
        expect.objectContaining({ name: 'FeedError', kind: facts[1] }),
      );
      return;
    }
    const snapshot = adapter!.parse([document], CONTEXT);
    expectSoundSnapshot(snapshot);
    expect(factsOf(facts[0], snapshot)).toEqual(facts);
    expect(snapshot.unknownWords).toEqual([]);
    expect(snapshot.warnings).toEqual([]);
  });

  it.each(Object.entries(JSON_RECORDINGS).filter(([, facts]) => typeof facts[1] === 'number'))(
    '%s is recognised by its own format only',
    (file, facts) => {
      const document = documentOf(file);
      const formats = ADAPTERS.filter((one) => one.recognises(document)).map(
        ({ format }) => format,
      );
      expect(formats).toEqual([facts[0]]);
    },
  );

  it('tells one incident through four readings of an afternoon', () => {
    const names = ['1908', '1932-first15', '2337-first15'].map(
      (part) => `google-cloud-json/google-cloud--incidents-2025-06-12-${part}.json`,
    );
    const ids = names.map((name) => {
      const [first] = adapterFor('google-status')!.parse([documentOf(name)], CONTEXT).incidents;
      return [first?.upstreamId, first?.updates.length];
    });
    expect(ids).toEqual([
      ['ow5i3PPK96RduMcb1SsW', 2],
      ['ow5i3PPK96RduMcb1SsW', 4],
      ['ow5i3PPK96RduMcb1SsW', 10],
    ]);
  });

  it('reads the same from the raw UTF-16 bytes as from the copy in UTF-8', () => {
    const read = (name: string) =>
      adapterFor('aws-currentevents')!.parse([documentOf(`aws-health-json/${name}`)], CONTEXT);
    const raw = read('aws--currentevents-raw.utf16be.json').incidents;
    const copy = read('aws--currentevents-me-central-1.json').incidents;
    expect(raw.map(({ upstreamId, updates }) => [upstreamId, updates.length])).toEqual(
      copy.map(({ upstreamId, updates }) => [upstreamId, updates.length]),
    );
    expect(raw[0]?.regions).toEqual(['aws:me-central-1']);
    expect(raw[0]?.services).toContain('aws:s3');
    expect(raw[0]?.services).not.toContain('aws:multipleservices');
  });

  it('joins the documents of one incident.io page', () => {
    const snapshot = adapterFor('incident-io')!.parse(
      ['incidents', 'summary-ongoing', 'component-impacts'].map((part) =>
        documentOf(`incidentio/aiven--proxy-${part}.json`),
      ),
      CONTEXT,
    );
    expect(snapshot.incidents).toHaveLength(3);
    const ongoing = snapshot.incidents.find(({ status }) => status === 'monitoring');
    expect(ongoing).toMatchObject({ impact: 'major', components: [{ name: 'Aiven' }] });
    expect(ongoing?.updates).toHaveLength(4);
    expect(snapshot.components.map(({ status }) => status).toSorted()).toEqual([
      'operational',
      'partial_outage',
    ]);
  });
});
