import { describe, expect, it } from 'vitest';
import { INCIDENT_IO_DOCUMENT } from '../../src/adapters/incident-io-wire.ts';

const summary = {
  name: 'Example',
  affected_components: [],
  ongoing_incidents: [],
  scheduled_maintenances: [],
};

describe('a document of an incident.io page', () => {
  it.each([{ summary }, { incidents: [] }, { incident_links: [] }])('may be %j', (document) => {
    expect(INCIDENT_IO_DOCUMENT.safeParse(document).success).toBe(true);
  });

  it.each([{}, { summary: null, incidents: null }, { component_impacts: [] }])(
    'is not %j, which lists nothing that could be open',
    (document) => {
      const { error } = INCIDENT_IO_DOCUMENT.safeParse(document);
      expect(error?.issues.map(({ message }) => message)).toEqual([
        'none of summary, incidents, incident_links is there',
      ]);
    },
  );
});
