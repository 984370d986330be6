import { describe, expect, it } from 'vitest';
import { STATED_ONLY_LABELS, STATUS_LABELS } from '../../../src/adapters/read/status-labels.ts';
import {
  impactFromText,
  kindFromText,
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
    ['Das Problem wurde gelöst.', 'resolved'],
    ['Problème résolu', 'resolved'],
    ['Le problème a été résolu.', 'resolved'],
    ['The service is now operating normally.', 'resolved'],
    ['方舟大模型服务平台异常(已恢复)', 'resolved'],
    ['Monitoring – Café orders', 'monitoring'],
    ['A fix has been implemented and we are monitoring the results.', 'monitoring'],
    ['Update - We have identified the cause and work on it.', 'identified'],
    ['Die Ursache wurde gefunden.', 'identified'],
    ['Compute: Investigating', 'investigating'],
    ['Nightly importer went down', 'investigating'],
    ['Wir untersuchen die Störung.', 'investigating'],
    ['Enquête en cours', 'investigating'],
    ['We are aware of an issue.', 'investigating'],
    ['DNS: Maintenance completed', 'completed'],
    ['Die Wartungsarbeiten wurden erfolgreich abgeschlossen.', 'completed'],
    ['Planned maintenance from June 23', 'scheduled'],
    ['The maintenance is now in progress', 'in_progress'],
  ])('reads "%s" as %s', (text, status) => {
    expect(statusFromText(text)).toBe(status);
  });

  it.each([
    'This is not yet resolved.',
    'The issue has not been fully resolved',
    'We are not yet fully recovered.',
    'Die Störung ist noch nicht behoben.',
    'Le problème n’est pas encore résolu.',
    'We will write again when this is resolved.',
    'Connectivity is expected to be restored by noon',
    'Some systems are partially recovered',
    'Pages stuck: unresolved',
    'Sandbox start-up is degraded',
    'Network maintenance',
    '',
  ])('is not fooled by "%s"', (text) => {
    expect(statusFromText(text)).toBeNull();
  });

  it('takes a text that still investigates for what it is, whatever it promises', () => {
    expect(statusFromText('We are investigating and expect it to be resolved soon')).toBe(
      'investigating',
    );
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

describe('kindFromText', () => {
  it.each([
    ['Network maintenance', '', 'maintenance'],
    ['Wartung am Rechenzentrum', '', 'maintenance'],
    ['Wartungsarbeiten FSN1', '', 'maintenance'],
    ['Maintenance planifiée du réseau', '', 'maintenance'],
    ['DNS: Maintenance completed', '', 'maintenance'],
    ['Database', 'Planned maintenance from June 23, 2024 02:00', 'maintenance'],
    ['Database', 'THIS IS A SCHEDULED EVENT May 28, 16:30 UTC', 'maintenance'],
    ['Authorisation errors after maintenance', '', 'incident'],
    ['Störung nach Wartung', '', 'incident'],
    ['Authorisation errors', 'Investigating, began during scheduled maintenance.', 'incident'],
    ['Logins fail', '', 'incident'],
    ['Health Advisory - Old images', '', 'notice'],
    ['Notice: new address', '', 'notice'],
    ['Hinweis: neue Adresse', '', 'notice'],
  ])('%s / %s → %s', (title, body, kind) => {
    expect(kindFromText(title, body)).toBe(kind);
  });
});

describe('impactFromText', () => {
  it.each([
    ['Complete outage of the API', '', 'critical'],
    ['Totalausfall', '', 'critical'],
    ['API outage', '', 'major'],
    ['Importer went down', '', 'major'],
    ['Site nicht erreichbar', '', 'major'],
    ['Site indisponible', '', 'major'],
    ['Intermittent outage', '', 'minor'],
    ['Degraded search', '', 'minor'],
    ['Elevated error rates', '', 'minor'],
    ['Störung der Rufnummern', '', 'minor'],
    ['Lenteurs', '', 'minor'],
    ['Chat', 'The service is unavailable.', 'major'],
    ['Slow chat', 'The service is unavailable.', 'minor'],
    ['Café orders', 'A fix is in place.', null],
  ])('%s / %s → %s', (title, body, impact) => {
    expect(impactFromText(title, body)).toBe(impact);
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
  ])('%s → %s', (title, bare) => {
    expect(titleWithoutStatus(title)).toBe(bare);
  });
});
