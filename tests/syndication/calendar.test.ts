import { describe, expect, it } from 'vitest';
import { type CalendarInput, toCalendar } from '../../src/syndication/calendar.ts';
import { worldIncident } from '../support/world.ts';
import { linkOf, t, WORDS } from './feed-world.ts';

const plan = worldIncident(
  'acme',
  'm1',
  {
    title:
      'Database upgrade; phase 1, EU: ein längerer Titel mit Umlauten äöü, der gefaltet werden muss',
    kind: 'maintenance',
    impact: 'none',
    status: 'scheduled',
    startedAt: t('02:00', '23'),
    scheduledFor: t('02:00', '23'),
    scheduledUntil: t('03:30', '23'),
    firstSeenAt: t('10:00', '18'),
    updatedAt: t('10:00', '18'),
  },
  [
    [
      t('10:00', '18'),
      'scheduled',
      'Line one.\nLine two, with comma; semicolon and a backslash \\.',
    ],
  ],
);
const calendarOf = (incident: typeof plan, edits: CalendarInput['edits'] = new Map()) =>
  toCalendar({ name: 'Downstream', incidents: [incident], edits, words: WORDS, linkOf });
const linesOf = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
const fieldOf = (text: string, name: string) =>
  linesOf(text)
    .find((line) => line.startsWith(name))
    ?.slice(name.length);

describe('calendar, by the rules of RFC 5545', () => {
  const text = calendarOf(plan);

  it('ends every line with CRLF and folds at 75 octets', () => {
    expect(text).not.toMatch(/(?<!\r)\n/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('writes UTC whatever the zone of the machine', () => {
    expect(process.env.TZ).toBe('Pacific/Chatham');
    expect(fieldOf(text, 'DTSTART:')).toBe('20260623T020000Z');
    expect(fieldOf(text, 'DTEND:')).toBe('20260623T033000Z');
    expect(fieldOf(text, 'DTSTAMP:')).toBe('20260618T100000Z');
    expect(text).not.toContain('TZID');
  });

  it('escapes text and tells how often to ask', () => {
    expect(fieldOf(text, 'SUMMARY:')).toContain('Database upgrade\\; phase 1\\, EU');
    expect(fieldOf(text, 'DESCRIPTION:')).toContain('\\nLine two\\, with comma\\; semicolon');
    expect(fieldOf(text, 'DESCRIPTION:')).toContain('backslash \\\\.');
    expect(fieldOf(text, 'REFRESH-INTERVAL;VALUE=DURATION:')).toBe('PT1H');
  });

  it('keeps the UID and raises the SEQUENCE with each change', () => {
    const moved = {
      ...plan,
      scheduledFor: t('05:00', '24'),
      updatedAt: t('12:00', '20'),
      updates: [
        ...plan.updates,
        { id: 'p9', at: t('12:00', '20'), status: 'scheduled' as const, body: 'Moved.' },
      ],
    };
    const later = calendarOf(moved);
    expect(fieldOf(later, 'UID:')).toBe(fieldOf(text, 'UID:'));
    expect(Number(fieldOf(later, 'SEQUENCE:'))).toBeGreaterThan(Number(fieldOf(text, 'SEQUENCE:')));
    expect(fieldOf(later, 'LAST-MODIFIED:')).toBe('20260620T120000Z');
  });

  it('raises the SEQUENCE where only the times were edited, without a word', () => {
    const moved = { ...plan, scheduledFor: t('05:00', '24'), scheduledUntil: t('06:00', '24') };
    const later = calendarOf(moved, new Map([[plan.id, { count: 1, lastAt: t('12:00', '21') }]]));
    expect(fieldOf(later, 'DTSTART:')).toBe('20260624T050000Z');
    expect(Number(fieldOf(later, 'SEQUENCE:'))).toBeGreaterThan(Number(fieldOf(text, 'SEQUENCE:')));
    expect(fieldOf(later, 'LAST-MODIFIED:')).toBe('20260621T120000Z');
  });

  it('cancels what its source took back', () => {
    const gone = calendarOf({ ...plan, withdrawnAt: t('09:00', '20') });
    expect(fieldOf(gone, 'STATUS:')).toBe('CANCELLED');
    expect(Number(fieldOf(gone, 'SEQUENCE:'))).toBeGreaterThan(Number(fieldOf(text, 'SEQUENCE:')));
  });
});
