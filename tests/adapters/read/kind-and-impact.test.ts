import { describe, expect, it } from 'vitest';
import { impactFromText, kindFromText } from '../../../src/adapters/read/kind-and-impact.ts';

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
    ['Network maintenance: unexpected outage', '', 'incident'],
    ['Unplanned maintenance of a switch', '', 'maintenance'],
    ['Authorisation errors', 'Investigating, began during scheduled maintenance.', 'incident'],
    ['Logins fail', '', 'incident'],
    ['Planned outage during maintenance', '', 'maintenance'],
    ['Follow-up after maintenance', '', 'maintenance'],
    ['Errors: maintenance of the database', '', 'maintenance'],
    ['Database problems', 'THIS IS A SCHEDULED EVENT May 28, 16:30 UTC', 'maintenance'],
    ['Database', `${'x'.repeat(599)} This is a scheduled event`, 'incident'],
    ['Health Advisory - Old images', '', 'notice'],
    ['Notice: new address', '', 'notice'],
    ['Hinweis: neue Adresse', '', 'notice'],
    ['Security advisory: old keys', '', 'notice'],
    ['Notice: API outage', '', 'incident'],
    ['Information: Störung der Telefonie', '', 'incident'],
    // The state in front says what it is
    ['[Scheduled] Move of the racks', '', 'maintenance'],
    ['Planned: new router', '', 'maintenance'],
    ['Failover test', 'Status: Maintenance scheduled\nOn Friday.', 'maintenance'],
    ['Failover test', 'Status: Maintenance in progress', 'maintenance'],
    ['Failover test', 'Status: Maintenance complete', 'maintenance'],
    ['Scheduled jobs not running', '', 'incident'],
    // Planned by other names
    ['Planned power outage in hall 2', '', 'maintenance'],
    ['Geplante Downtime', '', 'maintenance'],
    ['Instandhaltung Netzwerk', '', 'maintenance'],
    ['Travaux sur le réseau', '', 'maintenance'],
    ['Intervention planifiée', '', 'maintenance'],
    ['Onderhoud netwerk', '', 'maintenance'],
    ['Mantenimiento de la red', '', 'maintenance'],
    ['Database', 'On Sunday we will upgrade the cluster.', 'maintenance'],
    ['Database', 'Queries are slow. We will upgrade the cluster now.', 'incident'],
    // Things that are named after it, and planned things that fail
    ['Errors on the maintenance portal', '', 'incident'],
    ['Maintenance mode page shown to shoppers', '', 'incident'],
    ['Predictive Maintenance: elevated errors', '', 'incident'],
    ['Customers unable to schedule maintenance windows', '', 'incident'],
    ['Fehler im Wartungsportal', '', 'incident'],
    ['Scheduled workflows delayed', '', 'incident'],
    ['Scheduled event reminders fail', '', 'incident'],
    ['Delays in scheduled work items', '', 'incident'],
    // A maintenance that is merely mentioned
    ['Mail queue', 'This is unrelated to the scheduled maintenance of last week.', 'incident'],
    ['Mail queue', 'There is no scheduled maintenance.', 'incident'],
    ['DNS', 'Lookups are slow. The planned maintenance of tonight takes place.', 'incident'],
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
    ['Complete loss of connectivity', '', 'critical'],
    ['Vollständiger Ausfall', '', 'critical'],
    ['Netzwerkausfall', '', 'major'],
    ['Teilausfall der Telefonie', '', 'major'],
    ['Interruption de service', '', 'major'],
    ['Customers have downtime', '', 'major'],
    ['API is partially down', '', 'minor'],
    ['Minor outage', '', 'minor'],
    ['Unable to send messages', '', 'minor'],
    ['Users cannot upload files', '', 'minor'],
    ['Verbindungsprobleme', '', 'minor'],
    ['Eingeschränkte Verfügbarkeit', '', 'minor'],
    ['Ralentissements', '', 'minor'],
    ['HTTP 503 from the API', '', 'minor'],
    ['No outage: false alarm', '', null],
    ['Chat', 'There is no service outage, only late mails.', 'minor'],
    ['Chat', 'Es gibt keinen Ausfall.', null],
    ['Chat', `${'x '.repeat(190)} outage`, 'major'],
    ['Chat', `${'x '.repeat(200)} outage`, null],
  ])('%s / %s → %s', (title, body, impact) => {
    expect(impactFromText(title, body)).toBe(impact);
  });
});
