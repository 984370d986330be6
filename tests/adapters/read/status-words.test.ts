import { describe, expect, it } from 'vitest';
import {
  LEADING_ONLY_LABELS,
  STATED_ONLY_LABELS,
  STATUS_LABELS,
} from '../../../src/adapters/read/status-labels.ts';
import {
  statedStatus,
  statusForKind,
  statusFromText,
  statusOfEntry,
  titleWithoutStatus,
} from '../../../src/adapters/read/status-words.ts';
import { INCIDENT_STATUSES } from '../../../src/model/incident.ts';

describe('statusFromText', () => {
  it.each(Object.entries(STATUS_LABELS))('reads "%s" in front as %s', (label, status) => {
    expect(statusFromText(`${label}: Logins fail`)).toBe(status);
    expect(statusFromText(`[${label.toUpperCase()}] Logins`)).toBe(status);
    expect(statusFromText(`Status: ${label}\nmore`)).toBe(status);
  });

  it.each(Object.entries(LEADING_ONLY_LABELS))(
    'reads "%s" in front as %s, and no end from it elsewhere',
    (label, status) => {
      expect(statusFromText(`${label}: Rack power`)).toBe(status);
      const elsewhere = statusFromText(`Orders ${label}`);
      expect([null, 'investigating']).toContain(elsewhere);
    },
  );

  it.each(Object.entries(STATED_ONLY_LABELS))(
    'reads "%s" only where it is stated',
    (label, status) => {
      expect(statusFromText(`Status: ${label}`)).toBe(status);
      expect(statusFromText(`Logins (${label})`)).toBe(status);
    },
  );

  it.each([
    ['Resolved - all good', 'resolved'],
    ['Resolved: Major outage', 'resolved'],
    ['[RESOLVED] Logins', 'resolved'],
    ['Alert [Incident (Recovered)]', 'resolved'],
    ['Service is operating normally: [RESOLVED] Errors', 'resolved'],
    ['Performance issues: [Resolved] Errors', 'resolved'],
    ['Storage - West Region - Mitigated', 'resolved'],
    ['Nightly importer recovered', 'resolved'],
    ['Störung behoben', 'resolved'],
    ['Problème résolu', 'resolved'],
    ['方舟大模型服务平台异常(已恢复)', 'resolved'],
    ['Monitoring – Café orders', 'monitoring'],
    ['Update - We have identified the cause and work on it.', 'identified'],
    ['Compute: Investigating', 'investigating'],
    ['Enquête en cours', 'investigating'],
    ['DNS: Maintenance completed', 'completed'],
    ['Planned maintenance from June 23', 'scheduled'],
  ])('reads "%s" as %s', (text, status) => {
    expect(statusFromText(text)).toBe(status);
  });

  it('takes a word in brackets or at the end only in a title', () => {
    const title = (length: number) => `${'x'.repeat(length - 12)} - Mitigated`;
    expect(statusFromText(title(160))).toBe('resolved');
    expect(statusFromText(title(161))).toBeNull();
    expect(statusFromText(`${title(100)}${' '.repeat(100)}`)).toBe('resolved');
    expect(statusFromText(`${'x'.repeat(149)} [resolved] x`)).toBe('resolved');
    expect(statusFromText(`${'x'.repeat(150)} [resolved] x`)).toBeNull();
  });

  it('reads the first 4000 characters', () => {
    expect(statusFromText(`${'x '.repeat(1980)} We are investigating.`)).toBe('investigating');
    expect(statusFromText(`${'x '.repeat(2000)} We are investigating.`)).toBeNull();
  });
});

describe('statedStatus', () => {
  it.each([
    ['Resolved - all good', 'resolved'],
    ['Status: Offen', 'investigating'],
    ['Update: Fixed - back again', 'resolved'],
    ['Mise à jour – Résolu', 'resolved'],
    ['All is resolved now', null],
    ['Logins (resolved)', null],
    ['', null],
  ])('of "%s" is %s', (text, status) => {
    expect(statedStatus(text)).toBe(status);
  });
});

describe('statusOfEntry', () => {
  it.each([
    ['Outage in Chat', 'Status: Resolved\nFine again.', 'resolved'],
    ['Investigating login errors', 'Resolved - fixed.', 'resolved'],
    ['[Resolved] Logins', 'Investigating - some fail.', 'resolved'],
    ['Monitoring - Logins', 'All looks well.', 'monitoring'],
    ['Logins', 'We are investigating.', 'investigating'],
    ['Logins', 'Nothing.', null],
  ])('%s / %s', (title, text, status) => {
    expect(statusOfEntry(title, text)).toBe(status);
  });
});

describe('statusForKind', () => {
  it('never leaves a maintenance in a word of incidents, nor the reverse', () => {
    const ofMaintenance = INCIDENT_STATUSES.map((status) => statusForKind(status, 'maintenance'));
    const ofIncident = INCIDENT_STATUSES.map((status) => statusForKind(status, 'incident'));
    expect(ofMaintenance).not.toContain('resolved');
    expect(ofMaintenance).not.toContain('investigating');
    expect(ofIncident).not.toContain('completed');
    expect(ofIncident).not.toContain('scheduled');
    expect(statusForKind('resolved', 'maintenance')).toBe('completed');
    expect(statusForKind('completed', 'incident')).toBe('resolved');
  });
});

describe('titleWithoutStatus', () => {
  it.each([
    ['Resolved - Logins', 'Logins'],
    ['[RESOLVED] Logins', 'Logins'],
    ['Investigating: Logins', 'Logins'],
    ['Logins (已恢复)', 'Logins'],
    ['Storage - West - Mitigated', 'Storage - West'],
    ['Scheduled maintenance of DNS', 'Scheduled maintenance of DNS'],
    ['Monitoring API down', 'Monitoring API down'],
    ['Resolved', 'Resolved'],
    [' Logins ', 'Logins'],
    ['Logins [RESOLVED] fail (Closed)', 'Logins fail'],
    ['Fixed | Logins', 'Logins'],
    ['Cancelled: Move of the racks', 'Move of the racks'],
    ['Update 3: Logins', 'Logins'],
    ['Logins (Update 2)', 'Logins'],
    ['Logins - Update', 'Logins'],
    [' [Resolved] ', '[Resolved]'],
  ])('%s → %s', (title, bare) => {
    expect(titleWithoutStatus(title)).toBe(bare);
  });
});
