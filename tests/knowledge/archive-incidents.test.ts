import { beforeAll, describe, expect, it } from 'vitest';
import { archiveIncidents } from '../../src/knowledge/archive-incidents.ts';
import { archivedText } from '../../src/knowledge/archived-text.ts';
import { loadEvents } from '../../src/knowledge/load-events.ts';
import type { ArchivedEvent } from '../../src/knowledge/schemas/event.ts';
import { asOf } from '../../src/model/as-of.ts';
import { type Incident, isEndedStatus, isOpen } from '../../src/model/incident.ts';

const ROOT = new URL('../../src/knowledge/', import.meta.url);
const MINUTE_MS = 60_000;

let events: ArchivedEvent[] = [];
let incidents: Incident[] = [];

beforeAll(async () => {
  const loaded = await loadEvents(ROOT);
  expect(loaded.problems).toEqual([]);
  events = loaded.events;
  incidents = events.flatMap((event) => archiveIncidents(event));
});

const knowledge = { event: (id: string) => events.find((event) => event.id === id) };
const incident = (id: string) => incidents.find((candidate) => candidate.id === id)!;

describe('the archive', () => {
  it('holds 41 events, newest first, from 2017 to 2026', () => {
    expect(events).toHaveLength(41);
    expect(events[0]?.id).toBe('aws-use1-az4-2026-05-07');
    expect(events.at(-1)?.id).toBe('aws-us-east-1-2017-02-28');
  });

  it('gives every incident an id of its own and never an open one', () => {
    const ids = incidents.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(incidents.filter(isOpen)).toEqual([]);
    expect(incidents.every(({ origin }) => origin === 'archive')).toBe(true);
  });

  it('invents no posts', () => {
    for (const event of events) {
      const own = incident(`${event.provider}/${event.id}`);
      expect(own.updates.map(({ at, body }) => [at, body])).toEqual(
        event.posts.map(({ at, text }) => [at, text.en]),
      );
    }
  });

  it('marks starts that are not known to the minute', () => {
    for (const event of events) {
      const { marks } = incident(`${event.provider}/${event.id}`);
      expect(marks.includes('start-approximate')).toBe(event.startPrecision !== 'minute');
    }
  });

  it('has texts in both languages for each title and post', () => {
    for (const archived of incidents) {
      const english = archivedText(knowledge, archived, 'en');
      const german = archivedText(knowledge, archived, 'de');
      expect(english?.title).toBe(archived.title);
      expect(german?.title).not.toBe('');
      expect(Object.keys(german?.bodies ?? {})).toEqual(archived.updates.map(({ id }) => id));
    }
  });
});

describe('20 October 2025', () => {
  it('is one AWS incident with 26 posts from 07:11 to 22:53 UTC', () => {
    const aws = incident('aws/aws-us-east-1-2025-10-20');
    expect(aws).toMatchObject({
      providerId: 'aws',
      impact: 'critical',
      status: 'resolved',
      startedAt: '2025-10-20T06:48:00.000Z',
      resolvedAt: '2025-10-20T22:01:00.000Z',
      regions: ['aws:us-east-1'],
    });
    expect(aws.services).toContain('aws:dynamodb');
    expect(aws.updates).toHaveLength(26);
    expect(aws.updates[0]).toMatchObject({ id: 'post-1', at: '2025-10-20T07:11:00.000Z' });
    expect(aws.updates.at(-1)).toMatchObject({
      at: '2025-10-20T22:53:00.000Z',
      status: 'resolved',
    });
  });

  it.each([
    ['2025-10-20T07:10:59.000Z', null],
    ['2025-10-20T07:11:00.000Z', 'investigating'],
    ['2025-10-20T08:26:00.000Z', 'identified'],
    ['2025-10-20T09:30:00.000Z', 'monitoring'],
    ['2025-10-20T13:45:00.000Z', 'identified'],
    ['2025-10-20T14:20:00.000Z', 'investigating'],
    ['2025-10-20T22:30:00.000Z', 'monitoring'],
    ['2025-10-20T22:53:00.000Z', 'resolved'],
  ])('was at %s known as %s', (at, status) => {
    expect(asOf(incident('aws/aws-us-east-1-2025-10-20'), at)?.status ?? null).toBe(status);
  });

  it('tells of DNS only once AWS had said so', () => {
    const aws = incident('aws/aws-us-east-1-2025-10-20');
    const before = asOf(aws, '2025-10-20T09:00:00.000Z')!;
    const text = [before.title, ...before.updates.map(({ body }) => body)].join(' ');
    expect(text).not.toMatch(/DNS/);
    expect(asOf(aws, '2025-10-20T09:01:00.000Z')?.updates.at(-1)?.body).toMatch(/DNS/);
  });

  it('reads in German', () => {
    const german = archivedText(knowledge, incident('aws/aws-us-east-1-2025-10-20'), 'de');
    expect(german?.title).toBe(
      'AWS us-east-1: erhöhte Fehlerraten und Latenzen bei mehreren Diensten',
    );
    expect(german?.bodies['post-4']).toContain('DNS-Auflösung');
  });

  it('has an incident for each service that told its own hours, and none for one that stood', () => {
    expect(incident('cronofy/aws-us-east-1-2025-10-20')).toMatchObject({
      startedAt: '2025-10-20T07:15:00.000Z',
      resolvedAt: '2025-10-20T09:15:00.000Z',
      impact: 'unknown',
      updates: [],
    });
    expect(incident('ably/aws-us-east-1-2025-10-20')).toBeUndefined();
    expect(incident('snapchat/aws-us-east-1-2025-10-20')).toBeUndefined();
  });
});

describe('29 October 2025', () => {
  it('ends with 30 October in UTC and stays resolved through the later posts', () => {
    const azure = incident('azure/azure-front-door-2025-10-29');
    expect(azure).toMatchObject({
      startedAt: '2025-10-29T15:41:00.000Z',
      resolvedAt: '2025-10-30T00:05:00.000Z',
      status: 'resolved',
    });
    expect(azure.updates).toHaveLength(7);
    expect(asOf(azure, '2025-10-29T23:50:00.000Z')).toMatchObject({
      status: 'monitoring',
      resolvedAt: null,
    });
    expect(asOf(azure, '2025-10-31T12:00:00.000Z')?.status).toBe('resolved');
  });
});

describe('a walk through each event, minute by minute', () => {
  it('never knows more than what had been published by then', () => {
    for (const archived of incidents) {
      const from = Date.parse(archived.startedAt) - 60 * MINUTE_MS;
      const last = [archived.resolvedAt ?? '', archived.updates.at(-1)?.at ?? '']
        .toSorted()
        .at(-1)!;
      // Beyond two days nothing happens by the minute; hours are enough.
      const step = Date.parse(last) - from > 48 * 60 * MINUTE_MS ? 60 * MINUTE_MS : MINUTE_MS;
      for (let time = from; time <= Date.parse(last) + 10 * step; time += step) {
        check(archived, new Date(time).toISOString());
      }
    }
  });

  function check(archived: Incident, at: string): void {
    const known = asOf(archived, at);
    const told = archived.updates.filter((update) => update.at <= at);
    if (known === null) {
      const isBeforeStart = archived.updates.length === 0 && at < archived.startedAt;
      if (told.length > 0 || (archived.updates.length === 0 && !isBeforeStart)) {
        throw new Error(`${archived.id} is missing at ${at}`);
      }
      return;
    }
    const times = [known.startedAt, known.updatedAt, known.resolvedAt ?? at];
    const latest = told.at(-1);
    const isSilent = !archived.updates.some(({ status }) => isEndedStatus(status));
    const hasEnded = archived.resolvedAt !== null && archived.resolvedAt <= at;
    const expected =
      latest === undefined || (isSilent && hasEnded)
        ? hasEnded
          ? archived.status
          : 'unknown'
        : latest.status;
    if (
      known.updates.length !== told.length ||
      times.some((time) => time > at) ||
      known.status !== expected ||
      (latest !== undefined && known.startedAt !== archived.updates[0]?.at)
    ) {
      throw new Error(`${archived.id} leaks at ${at}: ${JSON.stringify(known)}`);
    }
  }
});
