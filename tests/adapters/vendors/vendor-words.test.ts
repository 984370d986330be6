import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/adapters/adapter.ts';
import { statusForKind } from '../../../src/adapters/read/status-words.ts';
import { adapterFor } from '../../../src/adapters/registry.ts';
import { TENCENT_STATUS } from '../../../src/adapters/tencent-cloud.ts';
import { VULTR_STATUS } from '../../../src/adapters/vultr.ts';
import { ZENDESK_IMPACT, ZENDESK_STATUS } from '../../../src/adapters/zendesk.ts';
import { ZSCALER_SEVERITY, ZSCALER_STATUS } from '../../../src/adapters/zscaler.ts';
import type { IncidentKind, IncidentStatus } from '../../../src/model/incident.ts';
import { CONTEXT, json } from '../read-json-fixture.ts';

type Table = Readonly<Record<string, string>>;

/** One word in the smallest document that carries it, and what is read of it. */
interface Row {
  format: string;
  field: string;
  table: Table;
  document(word: string): unknown;
  read(snapshot: Snapshot): string | null | undefined;
  /** Statuses are told in the words of this kind. */
  kind?: IncidentKind;
}

const zendesk = (attributes: object) => ({
  data: [{ id: '1', type: 'incident', attributes: { title: 'T', ...attributes } }],
});
const zscaler = (post: object, name = 'Service Disruption') => ({
  data: {
    severity: [{ tid: '1', name }],
    category: [
      {
        subCategory: [
          {
            tid: '9',
            name: 'S',
            category_status: [{ id: 1, title: 'T', severityTid: 1, ...post }],
          },
        ],
      },
    ],
  },
});

const state = ({ incidents }: Snapshot) => incidents[0]?.status;
const impact = ({ incidents }: Snapshot) => incidents[0]?.impact;
const component = ({ components }: Snapshot) => components[0]?.status;

const ROWS: Row[] = [
  {
    format: 'tencent-cloud',
    field: 'CurrentStatus',
    table: TENCENT_STATUS,
    document: (CurrentStatus) => ({
      Response: {
        Data: { CategoryList: [{ ProductList: [{ ProductId: 'p', CurrentStatus }] }] },
      },
    }),
    read: component,
  },
  {
    format: 'zscaler',
    field: 'severity',
    table: ZSCALER_SEVERITY,
    document: (name) => zscaler({ status: 'Resolved' }, name),
    read: impact,
  },
  {
    format: 'zscaler',
    field: 'status',
    table: ZSCALER_STATUS,
    document: (status) => zscaler({ status }),
    read: state,
    kind: 'incident',
  },
  {
    format: 'vultr',
    field: 'status',
    table: VULTR_STATUS,
    document: (status) => ({
      regions: { cdg: { location: 'Paris', alerts: [{ id: 1, subject: 'Outage', status }] } },
    }),
    read: state,
    kind: 'incident',
  },
  {
    format: 'zendesk',
    field: 'status',
    table: ZENDESK_STATUS,
    document: (status) => zendesk({ status, impact: 'minor' }),
    read: state,
    kind: 'incident',
  },
  {
    format: 'zendesk',
    field: 'impact',
    table: ZENDESK_IMPACT,
    document: (word) => zendesk({ status: 'resolved', impact: word }),
    read: impact,
  },
];

describe.each(ROWS.map((row) => [row.format, row.field, row] as const))('%s, %s', (_f, _w, row) => {
  const parse = (word: string) =>
    adapterFor(row.format)!.parse([json(row.document(word))], CONTEXT);

  it.each(Object.entries(row.table))('reads %s as %s', (word, ours) => {
    const expected =
      row.kind === undefined ? ours : statusForKind(ours as IncidentStatus, row.kind);
    for (const spelling of [word, word.toUpperCase()]) {
      const snapshot = parse(spelling);
      expect(row.read(snapshot)).toBe(expected);
      expect(snapshot.unknownWords.map((unknown) => unknown.word)).not.toContain(spelling);
    }
  });

  it('never reads a word without a row as green', () => {
    const snapshot = parse('wobbly');
    expect(['operational', 'none', 'resolved', 'completed']).not.toContain(row.read(snapshot));
    expect(snapshot.unknownWords.map(({ word }) => word)).toContain('wobbly');
  });
});
