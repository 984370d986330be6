import { z } from 'zod';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter } from './adapter.ts';
import { anything, idText, optionalText } from './read/lenient.ts';
import { isObject, objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader } from './read/words.ts';

const FORMAT = 'uptimerobot';

const MONITORS = z.array(
  z.object({ monitorId: idText, name: z.string(), statusClass: anything, groupName: optionalText }),
);
const COUNT = z.union([z.number(), z.string()]).nullish().catch(null);
const PAGE = z
  .object({
    psp: z.object({ monitors: MONITORS.nullish(), totalMonitors: COUNT }).nullish(),
    data: MONITORS.nullish(),
    statistics: z.object({ counts: z.object({ total: COUNT }).nullish() }).nullish(),
  })
  .refine(({ psp, data }) => psp?.monitors != null || data != null, {
    message: 'expected a list of monitors at psp.monitors or data',
  });

/** `black` and `paused` monitors are not checked: nothing is known of them. */
export const UPTIMEROBOT_CLASS = {
  success: 'operational',
  warning: 'degraded_performance',
  danger: 'major_outage',
  black: 'unknown',
  paused: 'unknown',
} as const satisfies Record<string, ComponentStatus>;

const isPage = (json: unknown) => {
  const list = objectAt(json, 'psp')?.monitors ?? (isObject(json) ? json.data : undefined);
  const isEmptyPage =
    objectAt(json, 'psp') !== undefined && objectAt(json, 'statistics') !== undefined;
  return Array.isArray(list) && (isEmptyPage || (isObject(list[0]) && 'statusClass' in list[0]));
};

/** UptimeRobot's public page: monitors only, up or down. It tells of no incidents. */
export const uptimerobot: Adapter = {
  format: FORMAT,
  documents(url) {
    if (url.includes('/api/getMonitorList/')) return [url];
    const { origin, pathname } = new URL(url);
    // Pages on their own domain have no key in their address; any will do there.
    const key = pathname.replace(/^\/+|\/+$/g, '') || 'x';
    return [`${origin}/api/getMonitorList/${key}?page=1`];
  },
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents) {
    const words = createWordReader();
    const page = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const monitors = page.psp?.monitors ?? page.data ?? [];
    const total = Number(
      page.statistics?.counts?.total ?? page.psp?.totalMonitors ?? monitors.length,
    );
    return {
      coverage: 'window',
      status: null,
      components: monitors.map((monitor) => {
        const group = cleanTitle(monitor.groupName ?? '');
        return {
          id: monitor.monitorId,
          name: cleanTitle(monitor.name) || `Monitor ${monitor.monitorId}`,
          status: words.read('monitor.statusClass', monitor.statusClass, UPTIMEROBOT_CLASS),
          ...(group !== '' && { group }),
        };
      }),
      incidents: [],
      provesNothingReported: false,
      unknownWords: words.unknownWords,
      warnings:
        total > monitors.length
          ? [`The page has ${total} monitors, ${monitors.length} of them are listed here.`]
          : [],
    };
  },
};
