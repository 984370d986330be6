import { describe, expect, it } from 'vitest';
import { STATUS_PHRASES } from '../../../src/adapters/read/status-phrases.ts';
import { statusFromText } from '../../../src/adapters/read/status-words.ts';

describe('what sentences say', () => {
  it.each([
    ['Das Problem wurde gelöst.', 'resolved'],
    ['Le problème a été résolu.', 'resolved'],
    ['The service is now operating normally.', 'resolved'],
    ['A fix has been implemented and we are monitoring the results.', 'monitoring'],
    ['Die Ursache wurde gefunden.', 'identified'],
    ['Nightly importer went down', 'investigating'],
    ['Wir untersuchen die Störung.', 'investigating'],
    ['We are aware of an issue.', 'investigating'],
    ['Die Wartungsarbeiten wurden erfolgreich abgeschlossen.', 'completed'],
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

  it('takes a text that still investigates for what it is, whatever it promises', () => {
    expect(statusFromText('We are investigating and expect it to be resolved soon')).toBe(
      'investigating',
    );
  });
});

describe('the expressions', () => {
  it('tell one thing each, so that their order alone decides between them', () => {
    const statuses = STATUS_PHRASES.map(({ status }) => status);
    expect(new Set(statuses).size).toBe(statuses.length);
  });
});
