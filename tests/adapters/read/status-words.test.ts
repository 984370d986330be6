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
    // The many ways to say that it is over
    ['All systems are operational.', 'resolved'],
    ['Everything is back to normal, the incident is over. We look for the reason.', 'resolved'],
    ['Our team resolved the issue at 10:05 UTC.', 'resolved'],
    ['The servers are back online.', 'resolved'],
    ['Latency returned to baseline.', 'resolved'],
    ['Mail is working again', 'resolved'],
    ['The issue is resolved. If you still see errors, write to us.', 'resolved'],
    ['The issue is resolved. Some users may still see stale pages.', 'resolved'],
    ['The issue is resolved. We continue to investigate its cause.', 'resolved'],
    ['Shop is UP', 'resolved'],
    ['Die Störung wurde um 14:35 Uhr behoben.', 'resolved'],
    ['Das Problem ist beseitigt.', 'resolved'],
    ['Alle Dienste sind wieder erreichbar.', 'resolved'],
    ['Die Telefonie läuft wieder.', 'resolved'],
    ['Les services sont de nouveau opérationnels.', 'resolved'],
    ['Retour à la normale depuis 14h', 'resolved'],
    ['Die Wartung wurde abgesagt.', 'completed'],
    ['The maintenance has been cancelled.', 'completed'],
    ['Fin de la maintenance', 'completed'],
    ['Error rates are returning to normal', 'monitoring'],
    ['We are seeing signs of recovery.', 'monitoring'],
    ['A hotfix is currently being deployed.', 'identified'],
    ['Die Ursache ist bekannt, wir arbeiten an der Lösung.', 'identified'],
    ['Incident en cours de résolution', 'identified'],
    ['Shop is DOWN', 'investigating'],
    ['What was marked as resolved yesterday is reopened', 'investigating'],
    ["Nous recherchons l'origine de la panne", 'investigating'],
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
    // Back for a part, back perhaps, back in one place
    'The majority of services have recovered. We go on with the others.',
    'Half of the affected nodes are restored',
    'Some customers have been restored.',
    'We restored service to about 70% of customers; it is restored to about 70% of them.',
    'Fixed for new sessions. Old sessions remain affected.',
    'Service has been restored in one zone; the other is still down.',
    'Payments are working normally. Refunds are still failing.',
    'Customers may have recovered by restarting.',
    'Die meisten Systeme sind wieder erreichbar, einzelne sind noch betroffen.',
    // What is promised or hoped for
    'We are working with our provider to get this resolved.',
    'We hope to have this fixed soon',
    'Once resolved, we will publish a post-mortem.',
    'We will provide an RCA once the incident is resolved.',
    'Die Störung wird voraussichtlich heute behoben.',
    'Wir hoffen, dass bald alles wieder verfügbar ist.',
    'Le service sera rétabli vers 18h.',
    'Nos équipes sont mobilisées pour rétablir le service.',
    'The database was restored from a copy',
    // A word at the end that belongs to the thing
    'Delays in Uptime Monitoring',
    'Deployments are stuck in progress',
    'Sandbox start-up is degraded',
    'Network maintenance',
    '',
  ])('is not fooled by "%s"', (text) => {
    expect(statusFromText(text)).toBeNull();
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

  it('takes a text that still investigates for what it is, whatever it promises', () => {
    expect(statusFromText('We are investigating and expect it to be resolved soon')).toBe(
      'investigating',
    );
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
