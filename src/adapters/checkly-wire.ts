import { z } from 'zod';
import type { Impact, IncidentStatus } from '../model/incident.ts';
import { anything, idText, listOf, optionalText } from './read/lenient.ts';
import { hasKeys, isObject } from './read/pick-document.ts';

/** The undocumented JSON a status page of Checkly loads, as public clients of it read it. */

const SERVICE = z.object({ id: idText, name: z.string() });

const INCIDENT = z.object({
  id: idText,
  name: optionalText,
  severity: anything,
  lastUpdateStatus: anything,
  created_at: anything,
  updated_at: anything,
  services: listOf(SERVICE).catch([]),
  incidentUpdates: listOf(
    z.object({
      id: idText,
      description: optionalText,
      status: anything,
      publicIncidentUpdateDate: anything,
      created_at: anything,
    }),
  ).catch([]),
});

/** A past incident as it stands under one service on one day. */
const EVENT = z.object({
  id: idText,
  name: optionalText,
  severity: anything,
  lastUpdateStatus: anything,
  created_at: anything,
  /** Seconds. */
  duration: anything,
});

const WINDOW = z.object({
  id: idText.optional(),
  name: optionalText,
  title: optionalText,
  description: optionalText,
  startsAt: anything,
  startAt: anything,
  endsAt: anything,
  endAt: anything,
});

/** Keys that stand beside `incidents` on other platforms. */
const FOREIGN_KEYS = ['page', 'config', 'conditions', 'meta'] as const;

/** The signature of `/unresolved-incidents`, which has no key of its own. */
export function isUnresolved(json: unknown): boolean {
  return (
    isObject(json) && Array.isArray(json.incidents) && !FOREIGN_KEYS.some((key) => key in json)
  );
}

/** The signature of `/uptime`. */
export function isUptime(json: unknown): boolean {
  return hasKeys(json, 'metadata', 'uptime');
}

/** The signature of `/maintenance-windows`. */
export function isWindows(json: unknown): boolean {
  return hasKeys(json, 'active', 'upcoming');
}

/** `/unresolved-incidents` */
export const CHECKLY_UNRESOLVED = z
  .looseObject({ incidents: z.array(INCIDENT) })
  .refine(isUnresolved, { message: 'it is a document of another platform' });

/** `/uptime` */
export const CHECKLY_UPTIME = z.object({
  metadata: z.array(z.object({ name: optionalText, services: listOf(SERVICE) })),
  uptime: listOf(
    z.object({
      services: listOf(
        z.object({
          id: idText,
          name: z.string(),
          days: listOf(z.object({ events: listOf(EVENT) })),
        }),
      ),
    }),
  ).catch([]),
});

/** `/maintenance-windows` */
export const CHECKLY_WINDOWS = z.object({ active: z.array(WINDOW), upcoming: listOf(WINDOW) });

export type ChecklyIncident = z.infer<typeof INCIDENT>;
export type ChecklyEvent = z.infer<typeof EVENT>;
export type ChecklyService = z.infer<typeof SERVICE>;
export type ChecklyUptime = z.infer<typeof CHECKLY_UPTIME>;
export type ChecklyWindow = z.infer<typeof WINDOW>;

export const CHECKLY_SEVERITY = {
  minor: 'minor',
  medium: 'minor',
  major: 'major',
  critical: 'critical',
} as const satisfies Record<string, Impact>;

export const CHECKLY_STATUS = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
} as const satisfies Record<string, IncidentStatus>;
