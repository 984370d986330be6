import { z } from 'zod';
import { type ComponentStatus, type ProviderStatus, worstStatus } from '../model/status.ts';
import type { Adapter, SnapshotComponent } from './adapter.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { isObject, objectAt } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';
import { STATUSPAGE_INDICATOR } from './statuspage-wire.ts';

const FORMAT = 'oci';

const REGION = z.object({
  regionId: idText.nullish().catch(null),
  regionName: idText,
  regionCanonicalName: optionalText,
  serviceHealthReports: listOf(
    z.object({
      serviceId: idText.nullish().catch(null),
      serviceName: idText,
      serviceCanonicalName: optionalText,
      serviceStatus: anything,
    }),
  ),
});
const REPORTS = z.object({ regionHealthReports: z.array(REGION).min(1) });
const STATUS = z.object({
  page: z.object({ name: optionalText }),
  status: z.object({ indicator: z.string() }),
});

/**
 * `serviceStatus`, the words of
 * https://docs.oracle.com/en-us/iaas/Content/General/Concepts/status-service.htm: informational
 * reports are about services that run.
 */
export const OCI_SERVICE_STATUS = {
  normalperformance: 'operational',
  informational: 'operational',
  servicedegradation: 'degraded_performance',
  degradedperformance: 'degraded_performance',
  servicedisruption: 'partial_outage',
  servicedown: 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

const isReports = (json: unknown) => isObject(json) && Array.isArray(json.regionHealthReports);

interface Reading {
  status: ProviderStatus | null;
  components: SnapshotComponent[];
}

/** Oracle Cloud: the state of the whole and of every region. Its incidents stand in the RSS feed. */
export const oci: Adapter = {
  format: FORMAT,
  documents(url) {
    const api = url.replace(/\/(api\/v2(\/[\w.-]*)?)?\/*$/, '');
    return [`${api}/api/v2/status.json`, `${api}/api/v2/components.json`];
  },
  recognises: (document) => isReports(parseJsonLoosely(document)),
  parse(documents) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document): Reading => {
      const json = parseJsonLoosely(document);
      if (objectAt(json, 'status') !== undefined) {
        const { status } = readJson(document, STATUS, FORMAT);
        const indicator = words.read('status.indicator', status.indicator, STATUSPAGE_INDICATOR);
        return { status: indicator, components: [] };
      }
      const { regionHealthReports } = readJson(document, REPORTS, FORMAT);
      return {
        status: null,
        components: regionHealthReports.flatMap((region) => readRegion(region, words)),
      };
    });
    const status = readings.find((reading) => reading.status !== null)?.status ?? null;
    const components = readings.flatMap((reading) => reading.components);
    const isFine =
      (status === null || status === 'operational') &&
      components.every((component) => component.status === 'operational');
    return {
      coverage: 'active-only',
      status,
      components,
      incidents: [],
      // It tells that something is wrong, not what: only all green proves that nothing is reported.
      provesNothingReported: isFine,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};

/** One component per region, and one for every service in it that is not in order. */
function readRegion(region: z.infer<typeof REGION>, words: WordReader): SnapshotComponent[] {
  const id = (region.regionCanonicalName ?? region.regionId ?? region.regionName).toLowerCase();
  const regions = /^[a-z0-9][a-z0-9.-]*$/.test(id) ? { regions: [`oracle-cloud:${id}`] } : {};
  const name = cleanTitle(region.regionName);
  // A dash stands where a service is not offered in a region; a missing word is unknown, never fine.
  const services = region.serviceHealthReports
    .filter(({ serviceStatus }) => serviceStatus !== '-')
    .map((service) => ({
      id: (service.serviceCanonicalName ?? service.serviceId ?? service.serviceName).toLowerCase(),
      name: cleanTitle(service.serviceName),
      status: words.read('service.serviceStatus', service.serviceStatus, OCI_SERVICE_STATUS),
    }));
  return [
    { id, name, status: worstStatus(services.map(({ status }) => status)), ...regions },
    ...services
      .filter(({ status }) => status !== 'operational')
      .map((service) => ({
        id: `${id}/${service.id}`,
        name: service.name,
        status: service.status,
        group: name,
        ...regions,
        ...(/^[a-z0-9][a-z0-9._-]*$/.test(service.id) && {
          services: [`oracle-cloud:${service.id}`],
        }),
      })),
  ];
}
