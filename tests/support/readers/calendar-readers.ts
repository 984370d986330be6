import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ICAL from 'ical.js';
import { z } from 'zod';
import { runProgram, runPython } from './debian-readers.ts';

/** An event as a reader understood it; times are ISO 8601, UTC. */
export interface ReadEvent {
  uid: string;
  start: string;
  end: string;
  modified: string;
  sequence: number;
  status: string;
  summary: string;
  description: string;
  url: string;
}

/** The reader of Mozilla Thunderbird. */
export function readWithIcalJs(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const textOf = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
    const modified = component.getFirstPropertyValue('last-modified');
    return {
      uid: event.uid,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      modified: modified instanceof ICAL.Time ? modified.toJSDate().toISOString() : '',
      sequence: event.sequence,
      status: textOf('status'),
      summary: event.summary,
      description: event.description ?? '',
      url: textOf('url'),
    };
  });
}

const pythonSchema = z.array(
  z.object({
    uid: z.string(),
    start: z.string(),
    end: z.string(),
    modified: z.string(),
    sequence: z.number(),
    status: z.string(),
    summary: z.string(),
    description: z.string(),
    url: z.string(),
    errors: z.tuple([]),
  }),
);

export function readWithPython(text: string): ReadEvent[] {
  const events = pythonSchema.parse(runPython('read-calendar.py', [], text));
  return events.map(({ errors: _, ...event }) => event);
}

/** What `khal`, a calendar for the terminal, lists after an import: title and times, as UTC. */
export function readWithKhal(
  text: string,
  day: string,
): { uid: string; start: string; end: string; summary: string }[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'downstream-khal-'));
  try {
    const config = path.join(folder, 'config');
    const file = path.join(folder, 'calendar.ics');
    writeFileSync(file, text);
    writeFileSync(
      config,
      `[calendars]\n[[all]]\npath = ${path.join(folder, 'events')}\n[sqlite]\npath = ${path.join(folder, 'khal.db')}\n[locale]\nlocal_timezone = Etc/UTC\ndefault_timezone = Etc/UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
    );
    const khal = (...args: string[]) => runProgram('/usr/bin/khal', ['-c', config, ...args], '');
    khal('import', '--batch', file);
    const lines = khal('list', '--once', '--format', LINE, '--day-format', '', day, '2d');
    return lines
      .split('\n')
      .filter((line) => line.includes('\u241F'))
      .map((line) => {
        const [uid = '', start = '', end = '', summary = ''] = line.split('\u241F');
        return { uid, start: iso(start), end: iso(end), summary };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LINE = '{uid}\u241F{start-long}\u241F{end-long}\u241F{title}';

function iso(text: string): string {
  return new Date(`${text.replace(' ', 'T')}:00Z`).toISOString();
}
