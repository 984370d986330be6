import { z } from 'zod';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter } from './adapter.ts';
import { anything, idText } from './read/lenient.ts';
import { cleanTitle } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';

/**
 * https://learn.microsoft.com/en-us/rest/api/azure/devops/status/health/get
 * The data embedded in the page has the same shape one level deeper and numbers for words.
 */
const HEALTH = z.object({
  status: z.object({ health: anything }),
  services: z.array(
    z.object({
      id: idText,
      geographies: z.array(z.object({ id: idText, name: z.string(), health: anything })),
    }),
  ),
});
const DOCUMENT = z.union([
  HEALTH,
  z.object({ serviceStatus: HEALTH }).transform(({ serviceStatus }) => serviceStatus),
]);
type AzureDevopsHealth = z.infer<typeof HEALTH>;

/** `health`; the numbers are the same enumeration in the page's own data. */
export const AZURE_DEVOPS_HEALTH = {
  healthy: 'operational',
  advisory: 'degraded_performance',
  degraded: 'degraded_performance',
  unhealthy: 'major_outage',
  '4': 'operational',
  '3': 'degraded_performance',
  '2': 'degraded_performance',
  '1': 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

/** Health of Azure DevOps per service and geography. States only; it lists no incidents. */
export const azureDevops: Adapter = {
  format: 'azure-devops',
  documents: (url) => [url],
  recognises: (document) => DOCUMENT.safeParse(parseJsonLoosely(document)).success,
  parse(documents) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, DOCUMENT, 'azure-devops'),
    );
    const [health] = readings;
    const status = words.read('status.health', health.status.health, AZURE_DEVOPS_HEALTH);
    const components = readings.flatMap((reading) => componentsOf(reading, words));
    return {
      coverage: 'active-only',
      status,
      components,
      incidents: [],
      provesNothingReported:
        status === 'operational' && components.every((one) => one.status === 'operational'),
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

function componentsOf(health: AzureDevopsHealth, words: WordReader) {
  return health.services.flatMap((service) =>
    service.geographies.map((geography) => ({
      id: `${service.id}/${geography.id}`,
      name: cleanTitle(geography.name) || geography.id,
      status: words.read('geography.health', geography.health, AZURE_DEVOPS_HEALTH),
      group: cleanTitle(service.id),
    })),
  );
}
