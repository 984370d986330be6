import { describe, expect, it } from 'vitest';
import { saysEverywhere } from '../../src/knowledge/everywhere.ts';

describe('saysEverywhere', () => {
  it.each([
    'Global: metrics are late',
    'Kubernetes – Global',
    '[Global] Backups are late',
    'GLOBAL - Front Door',
    'Storage (Global)',
    'App Platform – Global\nLoad Balancers – Global',
    'Global Network experiencing issues',
    'a global sign-on outage',
    'a global DNS outage',
    'Jobs fail globally',
    'in all regions',
    'all Azure regions',
    'Errors worldwide',
    'world-wide',
    'Fehler in allen Standorten',
    'alle Regionen',
    'Standorte: alle',
    'globale Störung',
    'Störung weltweit',
    'toutes les régions',
    'panne globale',
    'Non-Regional',
    'Regions/Zones: Global',
    '全球',
  ])('%s', (text) => {
    expect(saysEverywhere(text)).toBe(true);
  });

  it.each([
    'Global Tables lag behind',
    'Global Accelerator: packet loss',
    'a global load balancer',
    'a global configuration change',
    'Global VNet Peering',
    'the global endpoint',
    'Not all regions are affected',
    'No customers were affected globally',
    'This is not a global issue',
    'nicht in allen Regionen',
    'all regions except one',
    'Regions/Zones: All regions except us-west1',
    'other regions',
    'globalisation',
    '',
  ])('not %s', (text) => {
    expect(saysEverywhere(text)).toBe(false);
  });
});
