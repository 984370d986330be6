import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/i18n/format.ts';
import {
  barePath,
  LOCALES,
  localeOf,
  localeOfPath,
  pathIn,
  switchLocale,
} from '../../src/i18n/locale.ts';
import { messagesFor } from '../../src/i18n/messages.ts';

/** Every text of a tree with its path; functions are called with what their length asks for. */
function texts(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree === 'function') return [];
  return Object.entries(tree as object).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

describe('messages', () => {
  it.each(LOCALES)('are never empty in %s', (locale) => {
    for (const [path, text] of texts(messagesFor(locale))) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/TODO|undefined/);
    }
  });

  it('keep Swiss spelling in German', () => {
    for (const [path, text] of texts(messagesFor('de'))) {
      expect(text, path).not.toMatch(/[ß„“”]/);
    }
  });

  it('differ between the languages where people read whole sentences', () => {
    const english = new Map(texts(messagesFor('en')));
    const same = texts(messagesFor('de')).filter(
      ([path, text]) => text.includes(' ') && english.get(path) === text,
    );
    expect(same).toEqual([]);
  });
});

describe('locale', () => {
  it('reads and writes the language of an address', () => {
    expect(localeOf(undefined)).toBe('en');
    expect(localeOf('de')).toBe('de');
    expect(localeOf('fr')).toBeNull();
    expect(localeOfPath('/de/x')).toBe('de');
    expect(localeOfPath('/demo')).toBe('en');
    expect(pathIn('de', '/')).toBe('/de');
    expect(barePath('/de')).toBe('/');
    expect(barePath('/de/sources')).toBe('/sources');
    expect(barePath('/design')).toBe('/design');
  });

  it('keeps page and query when the language changes', () => {
    const url = new URL('https://a.example/de/timeline?provider=aws&q=dns');
    expect(switchLocale(url, 'en')).toBe('/timeline?provider=aws&q=dns');
    expect(switchLocale(url, 'de')).toBe('/de/timeline?provider=aws&q=dns');
  });
});

describe('format', () => {
  const [en, de] = [formatFor('en'), formatFor('de')];
  const at = '2025-10-20T06:48:00.000Z';
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  it('writes times in UTC whatever the machine thinks', () => {
    expect(en.clock(at)).toBe('06:48');
    expect(plain(en.full(at))).toBe('20 October 2025, 06:48 UTC');
    expect(plain(de.full(at))).toBe('20. Oktober 2025, 06:48 UTC');
    expect(en.longDay('2025-10-20T23:59:00.000Z')).toContain('20 October 2025');
    expect(de.longDay(at)).toBe('Montag, 20. Oktober 2025');
  });

  it('is as short as it can be beside the moment shown', () => {
    expect(en.moment(at, '2025-10-20T23:00:00.000Z')).toBe('06:48');
    expect(plain(en.moment(at, '2025-10-21T00:00:00.000Z'))).toBe('20 Oct 06:48');
    expect(plain(de.moment(at, '2026-01-01T00:00:00.000Z'))).toBe('20. Okt. 2025 06:48');
  });

  it('writes durations, never negative ones', () => {
    expect(plain(en.duration(0))).toBe('0 min');
    expect(plain(en.duration(59_999))).toBe('0 min');
    expect(plain(en.duration(125 * 60_000))).toBe('2 h 5 min');
    expect(plain(en.duration(120 * 60_000))).toBe('2 h');
    expect(plain(en.duration(76 * 3_600_000))).toBe('3 d 4 h');
    expect(plain(de.duration(24 * 3_600_000))).toBe('1 T');
    expect(plain(en.duration(-5))).toBe('0 min');
  });

  it('names countries and keeps codes it does not know', () => {
    expect(de.country('CH')).toBe('Schweiz');
    expect(en.country('US')).toBe('United States');
    expect(en.country('not a code')).toBe('not a code');
  });
});
