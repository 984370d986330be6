import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/i18n/format.ts';
import { LOCALES, type Locale } from '../../src/i18n/locale.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import type { ProviderStatus } from '../../src/model/status.ts';
import { headline, headlineSentence } from '../../src/views/headline.ts';
import type { Board, BoardRow } from '../../src/views/provider-board.ts';
import { worldProvider } from '../support/world.ts';

const READ = '2026-03-12T12:44:00.000Z';

function board(statuses: ProviderStatus[], fields: Partial<Board> = {}): Board {
  const rows = statuses.map(
    (status, index): BoardRow => ({
      provider: worldProvider(`p${index}`, `P${index}`, 'cloud'),
      status,
      reason: { kind: 'fine' },
      readAt: READ,
      isStale: false,
      lastKnown: null,
      incidents: [],
    }),
  );
  const count = (status: ProviderStatus) => statuses.filter((one) => one === status).length;
  return {
    rows,
    sections: [],
    counts: {
      operational: count('operational'),
      under_maintenance: count('under_maintenance'),
      degraded_performance: count('degraded_performance'),
      partial_outage: count('partial_outage'),
      major_outage: count('major_outage'),
      unknown: count('unknown'),
    },
    oldestReadAt: READ,
    newestReadAt: READ,
    hasFreshReading: true,
    ...fields,
  };
}

function say(locale: Locale, of: Board): string {
  const format = formatFor(locale);
  return headlineSentence(headline(of), messagesFor(locale).home, format.number, format.list);
}

describe('headline', () => {
  it.each([
    [
      ['major_outage', 'operational'],
      'P0 reports a major outage; 1 of 2 report normal operation.',
      'P0 meldet einen Ausfall; 1 von 2 meldet Normalbetrieb.',
    ],
    [
      ['major_outage', 'major_outage', 'degraded_performance'],
      'P0 and P1 report major outages, and 1 more reports trouble.',
      'P0 und P1 melden Ausfälle, und 1 weiterer Dienst ist gestört.',
    ],
    [
      ['partial_outage', 'partial_outage', 'partial_outage', 'unknown'],
      '3 services report partial outages; 0 of 4 report normal operation.',
      '3 Dienste melden Teilausfälle; 0 von 4 melden Normalbetrieb.',
    ],
    [
      ['operational', 'operational'],
      'All 2 services report normal operation.',
      'Alle 2 Dienste melden Normalbetrieb.',
    ],
    [
      ['operational', 'unknown'],
      '1 of 2 services report normal operation; for 1 we cannot vouch.',
      '1 von 2 Diensten meldet Normalbetrieb; für 1 können wir nicht bürgen.',
    ],
    [
      ['operational', 'under_maintenance'],
      '1 of 2 services report normal operation, and no trouble is reported by the others.',
      '1 von 2 Diensten meldet Normalbetrieb, und keiner der übrigen meldet eine Störung.',
    ],
  ] as [ProviderStatus[], string, string][])('%s', (statuses, en, de) => {
    expect(say('en', board(statuses))).toBe(en);
    expect(say('de', board(statuses))).toBe(de);
  });

  it('says that nothing was read, or that nothing can be read', () => {
    const statuses: ProviderStatus[] = ['unknown', 'major_outage'];
    const never = board(statuses, {
      newestReadAt: null,
      oldestReadAt: null,
      hasFreshReading: false,
    });
    const old = board(statuses, { hasFreshReading: false });
    expect(headline(never)).toEqual({ kind: 'nothing-read', all: 2 });
    expect(headline(old)).toEqual({ kind: 'none-readable', all: 2, lastReadAt: READ });
  });

  it('always holds a number', () => {
    for (const locale of LOCALES) {
      for (const of of [
        board([]),
        board(['unknown']),
        board(['operational']),
        board(['major_outage']),
      ]) {
        expect(say(locale, of)).toMatch(/\d/);
      }
    }
  });
});
