import { uptimeCom } from '../../src/adapters/uptime-com.ts';
import { json, parse } from './read-json-fixture.ts';

export const page = (data: object) => json({ error: null, data });
export const history = (active: readonly object[]) =>
  page({ past_incidents: [], active_incidents: active });
export const incident = (fields: object = {}) => ({
  id: 1,
  name: 'Trouble',
  incident_type: 'INCIDENT',
  starts_at: '2026-03-02T08:00:00Z',
  ends_at: null,
  latest_update_incident_state: 'investigating',
  ...fields,
});
export const planned = (fields: object = {}) =>
  incident({
    incident_type: 'SCHEDULED_MAINTENANCE',
    latest_update_incident_state: null,
    ...fields,
  });
export const post = (incident_state: string, updated_at: unknown = null) => ({
  id: incident_state,
  incident_state,
  updated_at,
  description: 'Text.',
});
export const read = (raw: object) => parse(uptimeCom, history([raw])).incidents[0];
