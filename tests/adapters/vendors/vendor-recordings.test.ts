import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../../src/adapters/registry.ts';
import { expectSoundSnapshot } from '../expect-sound-snapshot.ts';

const RECORDINGS = path.resolve(import.meta.dirname, '../../../../shared/recordings');
const CONTEXT = {
  providerId: 'example',
  statusPage: 'https://status.example',
  fetchedAt: '2026-10-01T00:00:00.000Z',
};

/** Checked by hand: [file, format, coverage, page status, components, not operational, incidents, first]. */
const ROWS: [
  string,
  string,
  string,
  string | null,
  number,
  number,
  number,
  Record<string, unknown> | null,
][] = [
  [
    'apple-json/apple--system-status-en-us.json',
    'apple',
    'window',
    null,
    78,
    0,
    2,
    {
      upstreamId: '1000005806',
      status: 'resolved',
      impact: 'major',
      startedAt: '2026-07-29T22:24:00.000Z',
      resolvedAt: '2026-07-30T02:31:00.000Z',
    },
  ],
  [
    'heroku/doc-derived--current-status.json',
    'heroku',
    'active-only',
    null,
    3,
    0,
    1,
    {
      kind: 'maintenance',
      status: 'completed',
      resolvedAt: '2026-07-15T21:23:52.796Z',
    },
  ],
  [
    'salesforce-trust/salesforce--product-tableau.json',
    'salesforce-trust',
    'active-only',
    null,
    21,
    0,
    0,
    null,
  ],
  [
    'oci/oracle-cloud--status-minor.json',
    'oci',
    'active-only',
    'degraded_performance',
    0,
    0,
    0,
    null,
  ],
  [
    'ibm-cloud-json/ibm-cloud--enhancedstatus.json',
    'ibm-cloud',
    'window',
    null,
    0,
    0,
    1,
    {
      upstreamId: 'INC9487789',
      status: 'resolved',
      impact: 'major',
      startedAt: '2025-08-11T11:25:00.000Z',
      resolvedAt: '2025-08-11T13:50:00.000Z',
      aliases: expect.arrayContaining(['INC9487644', 'INC9488358']),
      regions: expect.arrayContaining(['ibm-cloud:us-south', 'global']),
    },
  ],
  [
    'alibaba-json/alibaba-cloud--events.json',
    'alibaba-cloud',
    'active-only',
    null,
    0,
    0,
    4,
    {
      upstreamId: '35',
      status: 'resolved',
      impact: 'minor',
      startedAt: '2026-07-28T04:55:00.000Z',
      resolvedAt: '2026-07-28T09:25:00.000Z',
      title: expect.not.stringContaining('['),
    },
  ],
  [
    'tencent-json/tencent-cloud--non-regional.json',
    'tencent-cloud',
    'active-only',
    null,
    5,
    0,
    0,
    null,
  ],
  ['meta-json/meta--orgs.json', 'meta', 'active-only', null, 51, 0, 0, null],
  ['zscaler-json/zscaler--zdx.json', 'zscaler', 'window', null, 8, 0, 0, null],
  ['zscaler-json/zscaler--zpa.json', 'zscaler', 'window', null, 19, 0, 0, null],
  [
    'zscaler-json/zscaler--zsn.json',
    'zscaler',
    'window',
    null,
    20,
    1,
    1,
    {
      upstreamId: '31106',
      status: 'identified',
      impact: 'minor',
      startedAt: '2026-08-10T12:50:00.000Z',
      updatedAt: '2026-08-12T06:54:30.000Z',
      resolvedAt: null,
    },
  ],
  ['sap-concur-json/sap-concur--banner.json', 'sap-concur', 'window', null, 0, 0, 0, null],
  [
    'sap-concur-json/sap-concur--incidents.json',
    'sap-concur',
    'window',
    null,
    0,
    0,
    25,
    {
      upstreamId: '4600',
      status: 'resolved',
      impact: 'major',
      startedAt: '2026-07-24T10:57:00.000Z',
      resolvedAt: '2026-07-24T12:02:00.000Z',
      regions: ['sap-concur:us2'],
    },
  ],
];

describe.skipIf(!existsSync(RECORDINGS))(
  'recordings of single vendors (only where at hand)',
  () => {
    it.each(ROWS)(
      '%s',
      (file, format, coverage, status, components, troubled, incidents, first) => {
        const document = {
          url: 'https://status.example/api/feed.json',
          body: new Uint8Array(readFileSync(path.join(RECORDINGS, file))),
          headers: {},
        };
        const snapshot = adapterFor(format)!.parse([document], CONTEXT);
        expectSoundSnapshot(snapshot);
        expect(snapshot).toMatchObject({ coverage, status, unknownWords: [], warnings: [] });
        expect(snapshot.components).toHaveLength(components);
        expect(snapshot.components.filter((one) => one.status !== 'operational')).toHaveLength(
          troubled,
        );
        expect(snapshot.incidents).toHaveLength(incidents);
        if (first !== null) expect(snapshot.incidents[0]).toMatchObject(first);
      },
    );
  },
);
