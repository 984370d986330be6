import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/adapters/adapter.ts';
import { BETTERSTACK_STATE } from '../../../src/adapters/betterstack.ts';
import {
  CACHET_COMPONENT,
  CACHET_INCIDENT,
  CACHET_SCHEDULE,
} from '../../../src/adapters/cachet-wire.ts';
import { CSTATE_STATUS } from '../../../src/adapters/cstate.ts';
import {
  INSTATUS_COMPONENT,
  INSTATUS_IMPACT,
  INSTATUS_PAGE,
  INSTATUS_STATUS,
} from '../../../src/adapters/instatus.ts';
import { statusForKind } from '../../../src/adapters/read/status-words.ts';
import {
  STATUSPAL_IMPACT,
  STATUSPAL_TYPE,
  STATUSPAL_UPDATE,
} from '../../../src/adapters/statuspal.ts';
import { UPTIME_COM_COMPONENT, UPTIME_COM_STATE } from '../../../src/adapters/uptime-com.ts';
import { KUMA_BEAT, KUMA_MAINTENANCE, KUMA_STYLE } from '../../../src/adapters/uptime-kuma.ts';
import { UPTIMEROBOT_CLASS } from '../../../src/adapters/uptimerobot.ts';
import { fixtureText, parseTexts, withWord } from './hosted-fixture.ts';

type Get = (snapshot: Snapshot) => string | null | undefined;
const page: Get = ({ status }) => status;
const component =
  (index: number): Get =>
  ({ components }) =>
    components[index]?.status;
const status =
  (index: number): Get =>
  ({ incidents }) =>
    incidents[index]?.status;
const impact =
  (index: number): Get =>
  ({ incidents }) =>
    incidents[index]?.impact;
const post =
  (index: number): Get =>
  ({ incidents }) =>
    incidents[0]?.updates[index]?.status;

/** [format, fixture, other fixtures, where the word stands, table, where it is read] */
const ROWS: [string, string, string[], string, Readonly<Record<string, string>>, Get][] = [
  ['instatus', 'open-incident.json', [], 'page.status', INSTATUS_PAGE, page],
  ['instatus', 'open-incident.json', [], 'activeIncidents.0.impact', INSTATUS_IMPACT, impact(0)],
  ['instatus', 'open-incident.json', [], 'activeMaintenances.0.status', INSTATUS_STATUS, status(1)],
  [
    'instatus',
    'components-nested.json',
    ['open-incident.json'],
    'components.1.status',
    INSTATUS_COMPONENT,
    component(2),
  ],
  [
    'betterstack',
    'reports.json',
    [],
    'included.1.attributes.status',
    BETTERSTACK_STATE,
    component(0),
  ],
  ['cachet', 'v1-components.json', [], 'data.0.status', CACHET_COMPONENT, component(0)],
  ['cachet', 'v3-incidents.json', [], 'data.0.attributes.status.value', CACHET_INCIDENT, status(0)],
  ['cachet', 'v1-schedules.json', [], 'data.0.status', CACHET_SCHEDULE, status(0)],
  ['cstate', 'disrupted.json', [], 'systems.2.status', CSTATE_STATUS, component(2)],
  [
    'statuspal',
    'open-and-planned.json',
    [],
    'services.0.children.1.current_incident_type',
    STATUSPAL_TYPE,
    component(1),
  ],
  ['statuspal', 'open-and-planned.json', [], 'incidents.0.type', STATUSPAL_IMPACT, impact(0)],
  [
    'statuspal',
    'open-and-planned.json',
    [],
    'incidents.0.updates.0.type',
    STATUSPAL_UPDATE,
    post(1),
  ],
  [
    'uptime-kuma',
    'heartbeat.json',
    ['page.json'],
    'heartbeatList.4.1.status',
    KUMA_BEAT,
    component(0),
  ],
  ['uptime-kuma', 'page.json', [], 'incident.style', KUMA_STYLE, impact(0)],
  ['uptime-kuma', 'page.json', [], 'maintenanceList.0.status', KUMA_MAINTENANCE, status(1)],
  [
    'uptimerobot',
    'monitors.json',
    [],
    'psp.monitors.1.statusClass',
    UPTIMEROBOT_CLASS,
    component(1),
  ],
  [
    'uptime-com',
    'ajax.json',
    [],
    'data.components.0.subcomponents.0.status',
    UPTIME_COM_COMPONENT,
    component(0),
  ],
  [
    'uptime-com',
    'history.json',
    [],
    'data.active_incidents.0.updates.0.incident_state',
    UPTIME_COM_STATE,
    post(0),
  ],
];

describe.each(ROWS)('%s %s %s %s', (format, fixture, others, path, table, get) => {
  const read = (word: string) => {
    const snapshot = parseTexts(format, [
      withWord(fixtureText(format, fixture), path, word),
      ...others.map((name) => fixtureText(format, name)),
    ]);
    return { value: get(snapshot), snapshot };
  };

  it.each(Object.entries(table))('reads %s as %s', (word, expected) => {
    const { value, snapshot } = read(word);
    const kinds = snapshot.incidents.map(({ kind }) => statusForKind(expected as never, kind));
    expect([expected, ...kinds]).toContain(value);
    expect(snapshot.unknownWords).toEqual([]);
  });

  it('reads a new word as unknown and reports it', () => {
    const { value, snapshot } = read('flabbergasted');
    expect(value).toBe('unknown');
    expect(snapshot.unknownWords.map(({ word }) => word)).toContain('flabbergasted');
  });
});
