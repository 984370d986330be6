import { z } from 'zod';
import type { IncidentStatus } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import { anything, idText, linkedId, listOf, optionalText } from './read/lenient.ts';
import { isObject, objectAt } from './read/pick-document.ts';

export const CACHET_COMPONENT = {
  1: 'operational',
  2: 'degraded_performance',
  3: 'partial_outage',
  4: 'major_outage',
  5: 'unknown',
  6: 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

export const CACHET_INCIDENT = {
  0: 'scheduled',
  1: 'investigating',
  2: 'identified',
  3: 'monitoring',
  4: 'resolved',
} as const satisfies Record<string, IncidentStatus>;

export const CACHET_SCHEDULE = {
  0: 'scheduled',
  1: 'in_progress',
  2: 'completed',
} as const satisfies Record<string, IncidentStatus>;

const NAMED = z.object({ id: idText, name: z.string().catch('') });
const LINKED = listOf(NAMED).catch([]);
const UPDATE = z.object({
  id: idText,
  status: anything,
  message: optionalText,
  created_at: anything,
});

/** Version 1 and 2; version 3 is brought into this shape first. */
export const CACHET_ITEM = z.object({
  id: idText,
  name: optionalText,
  status: anything,
  latest_status: anything,
  message: optionalText,
  visible: anything,
  enabled: anything,
  is_resolved: anything,
  component_id: linkedId,
  group_id: linkedId,
  /** Version 3 includes the group itself. */
  group_name: optionalText,
  occurred_at: anything,
  scheduled_at: anything,
  completed_at: anything,
  created_at: anything,
  updated_at: anything,
  permalink: optionalText,
  components: LINKED,
  updates: listOf(UPDATE).catch([]),
});
export type CachetItem = z.infer<typeof CACHET_ITEM>;

/** `meta` is a map, `{}` or `[]`; only its page count matters. */
export const CACHET_DOCUMENT = z.object({
  data: z.array(z.unknown()),
  meta: anything,
  included: listOf(z.unknown()),
});

const LISTS = ['incidents', 'components', 'groups', 'schedules'] as const;
export type CachetList = (typeof LISTS)[number];

/** Which list a document holds: by the keys of its first item, by its address where it is empty. */
export function cachetList(json: unknown, url: string): CachetList | null {
  if (!isObject(json) || !Array.isArray(json.data) || !('meta' in json || 'links' in json))
    return null;
  const first: unknown = json.data[0];
  if (first === undefined) return listOfAddress(url);
  if (!isObject(first)) return null;
  const item = isObject(first.attributes) ? first.attributes : first;
  if ('scheduled_at' in item || 'scheduled' in item) return 'schedules';
  if ('occurred_at' in item || 'occurred' in item || 'latest_status' in item) return 'incidents';
  if ('enabled_components' in item || 'collapsed' in item) return 'groups';
  return 'status' in item && 'enabled' in item ? 'components' : null;
}

function listOfAddress(url: string): CachetList | null {
  const path = URL.parse(url)?.pathname;
  return LISTS.find((list) => path?.endsWith(`/${list}`)) ?? null;
}

/** An item of version 3 (JSON:API, `{human, value}` and `{human, string}` pairs) in the older shape. */
export function flattenCachetItem(raw: unknown, included: readonly unknown[]): unknown {
  if (!isObject(raw) || !isObject(raw.attributes)) return raw;
  const { attributes } = raw;
  const string = (key: string) => objectAt(attributes, key)?.string;
  const linked = (relation: string) => {
    const data = objectAt(raw, 'relationships', relation)?.data;
    return [data].flat().flatMap((link) => {
      const hit = included.find(
        (item) =>
          isObject(item) && isObject(link) && item.id === link.id && item.type === link.type,
      );
      return hit === undefined ? [] : [flattenCachetItem(hit, [])];
    });
  };
  const value = objectAt(attributes, 'status')?.value ?? attributes.status;
  const [group] = linked('group');
  return {
    ...attributes,
    id: attributes.id ?? raw.id,
    // The word of version 3 is the newest one already.
    status: value,
    latest_status: value,
    group_name: isObject(group) ? group.name : undefined,
    occurred_at: string('occurred'),
    scheduled_at: string('scheduled'),
    completed_at: string('completed'),
    created_at: string('created'),
    updated_at: string('updated'),
    components: linked('components'),
    updates: linked('updates'),
  };
}
