import { z } from 'zod';
import type { Incident } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import { apiIncident } from './api-objects.ts';
import { incidentSchema } from './api-schemas.ts';

/** One line of /data/incidents-<year>.jsonl: an incident with where it comes from. */
export const dataIncidentSchema = incidentSchema
  .extend({
    source: z
      .string()
      .nullable()
      .describe('Provenance: the official page of the incident, else the status page it was on'),
    textBy: z
      .enum(['provider', 'downstream'])
      .describe(
        'Whose words title and updates are: quoted from the provider, or our paraphrase (CC BY 4.0)',
      ),
  })
  .describe('One incident, maintenance or notice of one provider, with its provenance');
export type DataIncident = z.output<typeof dataIncidentSchema>;

export function dataIncident(
  incident: Incident,
  provider: Pick<Provider, 'statusPage'> | undefined,
  siteUrl: string,
): DataIncident {
  const told = apiIncident(incident, siteUrl);
  return {
    ...told,
    source: told.officialUrl ?? provider?.statusPage ?? null,
    textBy: incident.origin === 'archive' ? 'downstream' : 'provider',
  };
}
