import { z } from 'zod';
import { toCalendar } from '../../../src/syndication/calendar.ts';
import { entryWords } from '../../../src/views/entry-words.ts';
import type { OutputCheck } from './output-check.ts';
import { type OutputFile, toIncident } from './output-file.ts';

function calendarOf(file: OutputFile, edit: Partial<{ title: string }> = {}): string {
  const incidents = (file.incidents ?? []).map((one) => toIncident({ ...one, ...edit }));
  // The name of the provider is not part of the summary the case expects.
  const words = { ...entryWords('en', []), providerName: () => '' };
  return toCalendar({
    name: 'Downstream',
    incidents,
    edits: new Map(),
    words,
    linkOf: ({ id }) => `https://downstream.example/${id}`,
  });
}

/** Folded lines joined again (RFC 5545 3.1). */
const unfold = (text: string) => text.replaceAll(/\r\n[ \t]/g, '');
const lineOf = (text: string, name: string) =>
  unfold(text)
    .split('\r\n')
    .find((line) => line.startsWith(name)) ?? '';

export const calendarChecks = {
  'ical-contains': (file, check) => {
    const { values } = z.object({ values: z.array(z.string()) }).parse(check);
    const lines = unfold(calendarOf(file)).split('\r\n');
    return values
      .filter((value) => {
        const [name = '', text = ''] = value.split(/:(.*)/s);
        return !lines.some((line) => line.startsWith(name) && line.endsWith(text));
      })
      .map((value) => `no ${value}`);
  },
  'uid-stable': (file) => {
    const [a, b] = [calendarOf(file), calendarOf(file, { title: 'Another title' })];
    const uid = lineOf(a, 'UID');
    return uid !== '' && uid === lineOf(b, 'UID') ? [] : [`${uid} / ${lineOf(b, 'UID')}`];
  },
  'crlf-and-folding': (file) => {
    const text = calendarOf(file);
    const problems = /(?<!\r)\n/.test(text) ? ['a line ends without CR'] : [];
    const long = text.split('\r\n').find((line) => Buffer.byteLength(line) > 75);
    return long === undefined ? problems : [...problems, `too long: ${long}`];
  },
  'no-tzid-with-z': (file) =>
    calendarOf(file).includes('TZID') ? ['it names a time zone beside UTC times'] : [],
} satisfies Record<string, OutputCheck>;
