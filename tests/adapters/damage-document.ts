import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AdapterContext, FeedDocument, Snapshot } from '../../src/adapters/adapter.ts';
import { decodeText } from '../../src/adapters/read/decode-text.ts';
import { isEndedStatus } from '../../src/model/incident.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** One document of a format, as text, and its parsed JSON where it is JSON. */
export interface Specimen {
  name: string;
  url: string;
  text: string;
  json: unknown;
}

export const damageContext = (text: string): AdapterContext => ({
  providerId: 'example',
  statusPage: 'https://status.example.com',
  // Fixtures in XML tell of October 2025, those in JSON of early 2026.
  fetchedAt: text.trimStart().startsWith('<')
    ? '2025-10-21T12:00:00.000Z'
    : '2026-02-03T12:00:00.000Z',
  expectTitle: 'Azure Status',
});

export function documentOf(text: string, url: string): FeedDocument {
  return { url, body: new TextEncoder().encode(text), headers: {} };
}

/** The format's own fixtures. Cachet tells empty lists apart by their address only. */
export function specimensOf(format: string): Specimen[] {
  const folder = path.join(FIXTURES, format);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) =>
    specimen(`${format}/${name}`, readFileSync(path.join(folder, name))),
  );
}

export function specimen(name: string, bytes: Uint8Array): Specimen {
  const list = /v1-(\w+)/.exec(name)?.[1];
  const url = `https://status.example.com/${list === undefined ? path.basename(name) : `api/v1/${list}`}`;
  const text = decodeText({ url, body: new Uint8Array(bytes), headers: {} });
  return { name, url, text, json: jsonOf(text) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What must not grow greener by damage. */
export function greenness(snapshot: Snapshot) {
  return {
    isGreen: snapshot.status === 'operational',
    proves: snapshot.provesNothingReported,
    greenComponents: snapshot.components.filter(({ status }) => status === 'operational').length,
    open: snapshot.incidents.filter(
      ({ kind, status }) => kind !== 'notice' && !isEndedStatus(status),
    ).length,
  };
}

export type Step = string | number;

/** Every place below `value`, the top included. */
export function placesIn(value: unknown, here: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [here];
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [
    here,
    ...[...steps].flatMap((step) =>
      placesIn((value as Record<Step, unknown>)[step], [...here, step]),
    ),
  ];
}

/** A copy of `value` with something else at one place. */
export function putAt(value: unknown, place: readonly Step[], thing: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return thing;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? putAt(item, rest, thing) : item));
  }
  const object = value as Record<Step, unknown>;
  return { ...object, [step]: putAt(object[step], rest, thing) };
}

/** Keys of every object in reverse order. */
export function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversedKeys(item)]),
  );
}
