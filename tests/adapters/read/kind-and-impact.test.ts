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
    ['Chat', `${'x '.repeat(190)} outage`, 'major'],
    ['Chat', `${'x '.repeat(200)} outage`, null],
  ])('%s / %s → %s', (title, body, impact) => {
    expect(impactFromText(title, body)).toBe(impact);
  });
});
