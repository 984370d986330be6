import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/adapters/adapter.ts';
import { ALIBABA_KIND, ALIBABA_STATE } from '../../../src/adapters/alibaba-cloud.ts';
import { APPLE_STATUS, APPLE_TYPE } from '../../../src/adapters/apple.ts';
import { HEROKU_COLOUR, HEROKU_STATE } from '../../../src/adapters/heroku.ts';
import {
  IBM_KIND,
  IBM_LEFT_OUT,
  IBM_SEVERITY,
  IBM_STATE,
} from '../../../src/adapters/ibm-cloud.ts';
import { META_STATUS } from '../../../src/adapters/meta.ts';
import { OCI_SERVICE_STATUS } from '../../../src/adapters/oci.ts';
import { PAYPAL_STATUS } from '../../../src/adapters/paypal.ts';
import { statusForKind } from '../../../src/adapters/read/status-words.ts';
import { adapterFor } from '../../../src/adapters/registry.ts';
import {
  SALESFORCE_INSTANCE,
  SALESFORCE_SEVERITY,
  SALESFORCE_STATUS,
} from '../../../src/adapters/salesforce-trust.ts';
import {
  CONCUR_MESSAGE,
  CONCUR_SEVERITY,
  CONCUR_STATUS,
} from '../../../src/adapters/sap-concur.ts';
import {
  STATUSCAST_IMPACT,
  STATUSCAST_INCIDENT_STATUS,
  STATUSCAST_KIND,
  STATUSCAST_STATUS,
} from '../../../src/adapters/statuscast-summary.ts';
import { STATUSPAGE_INDICATOR } from '../../../src/adapters/statuspage-wire.ts';
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

const apple = (event: object) => ({ services: [{ serviceName: 'A', events: [event] }] });
const v4 = (entry: object, status = 'green') => ({
  status: [{ system: 'Apps', status }],
  incidents: [{ id: 1, title: 'T', full_url: '', updates: [], ...entry }],
  scheduled: [],
});
const ibm = (item: object) => ({
  statusItems: [{ id: 'I1', name: 'N', type: 'incident', ...item }],
});
const alibaba = (event: object) => ({
  success: true,
  data: [{ id: 1, title: '[Incident] T', eventType: 'ALARM', startTime: 1772355600000, ...event }],
});
const concur = (incident: object) => ({
  incidents: [{ id: 1, data_centers: ['US2'], messages: [], status: 'RESOLVED', ...incident }],
});
const cast = (incident: object, Status = 'Available') => ({
  PageName: 'P',
  StatusText: 'S',
  Status,
  UnresolvedIncidents: [{ Id: 1, Title: 'T', ...incident }],
});
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
const trust = (incident: object) => [
  { id: 1, status: 'Active', IncidentImpacts: [], IncidentEvents: [], ...incident },
];

const state = ({ incidents }: Snapshot) => incidents[0]?.status;
const impact = ({ incidents }: Snapshot) => incidents[0]?.impact;
const kindOf = ({ incidents }: Snapshot) => incidents[0]?.kind;
const post = ({ incidents }: Snapshot) => incidents[0]?.updates[0]?.status;
const component = ({ components }: Snapshot) => components[0]?.status;
const page = ({ status }: Snapshot) => status;

const ROWS: Row[] = [
  {
    format: 'apple',
    field: 'eventStatus',
    table: APPLE_STATUS,
    document: (eventStatus) => apple({ messageId: 1, statusType: 'Outage', eventStatus }),
    read: state,
    kind: 'incident',
  },
  {
    format: 'apple',
    field: 'statusType',
    table: APPLE_TYPE,
    document: (statusType) => apple({ messageId: 1, statusType, eventStatus: 'ongoing' }),
    read: component,
  },
  {
    format: 'heroku',
    field: 'status',
    table: HEROKU_COLOUR,
    document: (colour) => v4({}, colour),
    read: component,
  },
  {
    format: 'heroku',
    field: 'state',
    table: HEROKU_STATE,
    document: (word) => v4({ state: word }),
    read: state,
    kind: 'incident',
  },
  {
    format: 'oci',
    field: 'serviceStatus',
    table: OCI_SERVICE_STATUS,
    document: (serviceStatus) => ({
      regionHealthReports: [
        { regionName: 'R', serviceHealthReports: [{ serviceName: 'S', serviceStatus }] },
      ],
    }),
    read: component,
  },
  {
    format: 'oci',
    field: 'indicator',
    table: STATUSPAGE_INDICATOR,
    document: (indicator) => ({ page: { name: 'OCI' }, status: { indicator } }),
    read: page,
  },
  {
    format: 'ibm-cloud',
    field: 'type',
    table: IBM_KIND,
    document: (type) => ibm({ type, state: 'resolved' }),
    read: kindOf,
  },
  {
    format: 'ibm-cloud',
    field: 'state',
    table: IBM_STATE,
    document: (word) => ibm({ state: word }),
    read: state,
    kind: 'incident',
  },
  {
    format: 'ibm-cloud',
    field: 'sev',
    table: IBM_SEVERITY,
    document: (sev) => ibm({ sev, state: 'resolved' }),
    read: impact,
  },
  {
    format: 'alibaba-cloud',
    field: 'eventType',
    table: ALIBABA_KIND,
    document: (eventType) => alibaba({ eventType }),
    read: kindOf,
  },
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
    format: 'meta',
    field: 'status',
    table: META_STATUS,
    document: (status) => [
      { id: 'o', name: 'O', rss_file_paths: [], services: [{ id: 1, name: 'S', status }] },
    ],
    read: component,
  },
  {
    format: 'paypal',
    field: 'production',
    table: PAYPAL_STATUS,
    document: (production) => ({ result: [{ name: 'N', status: { production } }] }),
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
    format: 'sap-concur',
    field: 'severity',
    table: CONCUR_SEVERITY,
    document: (severity) => concur({ severity }),
    read: impact,
  },
  {
    format: 'sap-concur',
    field: 'status',
    table: CONCUR_STATUS,
    document: (status) => concur({ status }),
    read: state,
  },
  {
    format: 'sap-concur',
    field: 'message_type',
    table: { ...CONCUR_MESSAGE, 'issue status update': 'investigating' },
    document: (message_type) => concur({ messages: [{ id: 1, message_type, body: { en: 'B' } }] }),
    read: post,
  },
  ...(['statuscast', 'fastly'] as const).flatMap((format): Row[] => [
    {
      format,
      field: 'Status',
      table: STATUSCAST_STATUS,
      document: (word) => cast({}, word),
      read: page,
    },
    {
      format,
      field: 'IncidentType (kind)',
      table: STATUSCAST_KIND,
      document: (IncidentType) => cast({ IncidentType }),
      read: kindOf,
    },
    {
      format,
      field: 'IncidentType (impact)',
      table: STATUSCAST_IMPACT,
      document: (IncidentType) => cast({ IncidentType }),
      read: impact,
    },
    {
      format,
      field: 'incident Status',
      table: STATUSCAST_INCIDENT_STATUS,
      document: (Status) => cast({ Status, IncidentType: 'Outage' }),
      read: state,
      kind: 'incident',
    },
  ]),
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
  {
    format: 'salesforce-trust',
    field: 'instance status',
    table: SALESFORCE_INSTANCE,
    document: (status) => ({ key: 'P', Instances: [{ key: 'A', location: 'NA', status }] }),
    read: component,
  },
  {
    format: 'salesforce-trust',
    field: 'severity',
    table: SALESFORCE_SEVERITY,
    document: (severity) => trust({ IncidentImpacts: [{ severity }] }),
    read: impact,
  },
  {
    format: 'salesforce-trust',
    field: 'status',
    table: SALESFORCE_STATUS,
    document: (status) => trust({ status }),
    read: state,
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

describe('words that stand apart', () => {
  it.each(Object.entries(ALIBABA_STATE))('reads [Incident (%s)] of Alibaba as %s', (word, ours) => {
    const document = json(alibaba({ title: ` [Incident (${word})] Disk trouble` }));
    const snapshot = adapterFor('alibaba-cloud')!.parse([document], CONTEXT);
    expect(snapshot.incidents[0]).toMatchObject({ title: 'Disk trouble', status: ours });
  });

  it.each(IBM_LEFT_OUT)('leaves %s of IBM Cloud out', (type) => {
    const snapshot = adapterFor('ibm-cloud')!.parse([json(ibm({ type }))], CONTEXT);
    expect(snapshot).toMatchObject({ incidents: [], unknownWords: [] });
  });
});
