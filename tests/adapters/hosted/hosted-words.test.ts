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
