import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../../src/adapters/registry.ts';
import { CONTEXT } from './hosted-fixture.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const RECORDINGS = path.resolve(ROOT, '../shared/recordings');

/** Checked by hand: [file, format, coverage, page status, components, incidents, first incident]. */
const ROWS: [
  string,
  string,
  string,
  string | null,
  number,
  number,
  Record<string, unknown> | null,
][] = [
  [
    'instatus/coalition--summary-with-components.json',
    'instatus',
    'active-only',
    'operational',
    2,
    0,
    null,
  ],
  [
    'instatus/gcore--summary-maintenance.json',
    'instatus',
    'active-only',
    'operational',
    0,
    2,
    {
      kind: 'maintenance',
      status: 'scheduled',
      scheduledUntil: '2026-09-10T08:15:00.000Z',
      resolvedAt: null,
    },
  ],
  [
    'instatus/instatus-demo--summary-hasissues.json',
    'instatus',
    'active-only',
    'degraded_performance',
    0,
    2,
    { status: 'investigating', impact: 'major', startedAt: '2023-12-13T14:58:14.917Z' },
  ],
  [
    'instatus/perplexity--summary-with-components.json',
    'instatus',
    'active-only',
    'operational',
    3,
    0,
    null,
  ],
  [
    'betterstack/betterstack--index.json',
    'betterstack',
    'window',
    'operational',
    3,
    3,
    {
      status: 'resolved',
      impact: 'minor',
      startedAt: '2026-09-04T13:50:00.000Z',
      resolvedAt: '2026-09-06T19:13:00.000Z',
    },
  ],
  ['statusio/gitlab--status.json', 'statusio', 'active-only', 'operational', 23, 0, null],
  [
    'statusio/doc-derived--incident.json',
    'statusio',
    'active-only',
    'under_maintenance',
    2,
    3,
    { status: 'identified', impact: 'minor', startedAt: '2021-12-06T16:43:22.431Z' },
  ],
  ['cachet/cachet-demo--v1-components.json', 'cachet', 'window', null, 6, 0, null],
  [
    'cachet/cachet-demo--v1-incidents.json',
    'cachet',
    'window',
    null,
    0,
    2,
    {
      status: 'resolved',
      startedAt: '2026-09-12T13:00:03.000Z',
      resolvedAt: '2026-09-12T13:00:03.000Z',
    },
  ],
  [
    'cachet/cachet-demo--v1-schedules.json',
    'cachet',
    'window',
    null,
    0,
    1,
    { kind: 'maintenance', status: 'scheduled', scheduledFor: '2026-09-12T15:00:03.000Z' },
  ],
  ['sorryapp/iorad--status.json', 'sorry', 'part', 'operational', 0, 0, null],
  [
    'uptime-kuma/uptime-kuma-1x--status-page.json',
    'uptime-kuma',
    'active-only',
    null,
    2,
    2,
    { status: 'investigating', impact: 'minor', startedAt: '2026-09-12T12:24:51.000Z' },
  ],
  ['uptime-kuma/uptime-kuma-1x--heartbeat.json', 'uptime-kuma', 'part', null, 0, 0, null],
  [
    'firehydrant/redis--status.json',
    'firehydrant',
    'history',
    null,
    6,
    4,
    {
      status: 'resolved',
      impact: 'major',
      startedAt: '2026-03-01T14:33:58.000Z',
      resolvedAt: '2026-03-03T21:29:30.000Z',
    },
  ],
  [
    'datadog-statuspage/openrouter--page.json',
    'datadog-pages',
    'window',
    null,
    7,
    4,
    {
      status: 'resolved',
      impact: 'minor',
      startedAt: '2026-09-04T18:27:00.000Z',
      resolvedAt: '2026-09-04T21:12:00.000Z',
    },
  ],
  [
    'uptime-com/uptime-com--history.json',
    'uptime-com',
    'window',
    null,
    0,
    3,
    {
      status: 'resolved',
      impact: 'minor',
      startedAt: '2026-09-08T08:51:10.449Z',
      resolvedAt: '2026-09-08T12:15:00.000Z',
    },
  ],
  ['flashcat-json/deepseek--active.json', 'flashduty', 'active-only', null, 8, 0, null],
  [
    'html/pagerduty--status-page-minor.html',
    'pagerduty-pages',
    'window',
    null,
    64,
    81,
    {
      status: 'investigating',
      impact: 'minor',
      startedAt: '2023-12-14T21:57:30.000Z',
      resolvedAt: null,
    },
  ],
  [
    'okta/okta--statuspage-embedded-json.html',
    'okta',
    'window',
    null,
    0,
    12,
    {
      status: 'resolved',
      impact: 'major',
      startedAt: '2026-07-24T07:30:00.000Z',
      resolvedAt: '2026-07-24T08:00:00.000Z',
    },
  ],
];

function recorded(file: string) {
  return {
    url: `https://page.example/api/${path.basename(file)}`,
    body: new Uint8Array(readFileSync(path.join(RECORDINGS, file))),
    headers: {},
  };
}

const CONTEXT_OF_RECORDINGS = { ...CONTEXT, fetchedAt: '2026-09-12T13:00:00.000Z' };

describe.skipIf(!existsSync(RECORDINGS))('recorded hosted pages', () => {
  it.each(ROWS)('%s', (file, format, coverage, status, components, incidents, first) => {
    const adapter = adapterFor(format)!;
    const document = recorded(file);
    expect(adapter.recognises(document)).toBe(true);
    const snapshot = adapter.parse([document], CONTEXT_OF_RECORDINGS);
    expect(snapshot).toMatchObject({ coverage, status, unknownWords: [] });
    expect(snapshot.components).toHaveLength(components);
    expect(snapshot.incidents).toHaveLength(incidents);
    if (first !== null) expect(snapshot.incidents[0]).toMatchObject(first);
  });

  it('puts page and heartbeats of Uptime Kuma together', () => {
    const documents = ['status-page', 'heartbeat'].map((name) =>
      recorded(`uptime-kuma/uptime-kuma-1x--${name}.json`),
    );
    const { components } = adapterFor('uptime-kuma')!.parse(documents, CONTEXT_OF_RECORDINGS);
    expect(components.map(({ name, status }) => [name, status])).toEqual([
      ['API', 'under_maintenance'],
      ['Webhooks', 'major_outage'],
    ]);
  });

  it('knows every file of these folders', () => {
    const folders = [...new Set(ROWS.map(([file]) => path.dirname(file)))].filter(
      (folder) => folder !== 'html',
    );
    const files = folders.flatMap((folder) =>
      readdirSync(path.join(RECORDINGS, folder)).map((name) => `${folder}/${name}`),
    );
    // Pages of Better Stack in HTML: index.json says the same, better.
    expect(
      files.filter((file) => !file.endsWith('.html') || !file.startsWith('betterstack')).sort(),
    ).toEqual(
      ROWS.map(([file]) => file)
        .filter((file) => !file.startsWith('html'))
        .sort(),
    );
  });
});

describe('field case d59', () => {
  it('reads the codes of a security event as trouble', () => {
    const body = new Uint8Array(
      readFileSync(path.join(ROOT, 'tests/cases/d59-statusio-codes.json')),
    );
    const snapshot = adapterFor('statusio')!.parse(
      [{ url: 'https://api.page.example/1.0/status/5b36dc6502d06804c08349f7', body, headers: {} }],
      CONTEXT,
    );
    expect(snapshot.status).toBe('partial_outage');
    expect(snapshot.incidents).toHaveLength(1);
    expect(snapshot.incidents[0]).toMatchObject({
      status: 'identified',
      impact: 'major',
      startedAt: '2024-06-20T08:37:10.000Z',
      resolvedAt: null,
      components: [{ name: 'Groups' }],
    });
    expect(snapshot.incidents[0]?.updates).toHaveLength(2);
  });
});
