import type { Locale } from '../i18n/locale.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import type { Incident } from '../model/incident.ts';

/** The two halves of a title such as "AWS us-east-1: empty DNS record for DynamoDB". */
export interface EventName {
  /** What broke, as short as people say it. @example 'AWS us-east-1' */
  subject: string;
  /** What happened to it; empty where the title is one piece. */
  story: string;
}

/** Archived titles name what broke before a colon. */
export function archivedName(event: Pick<ArchivedEvent, 'title'>, locale: Locale): EventName {
  const title = event.title[locale];
  const colon = title.indexOf(': ');
  if (colon < 0) return { subject: title, story: '' };
  const story = title.slice(colon + 2);
  return { subject: title.slice(0, colon), story: story.charAt(0).toUpperCase() + story.slice(1) };
}

/** A living event is named after its provider and, where one is hit, the region. */
export function livingName(incident: Incident, providerName: string): EventName {
  const [region] = incident.regions.length === 1 ? incident.regions : [];
  return { subject: partName(incident.providerId, providerName, region), story: incident.title };
}

/**
 * A part of a provider as people say it; a region of somebody else adds nothing.
 * @example partName('aws', 'Amazon Web Services', 'aws:us-east-1') // 'AWS us-east-1'
 */
export function partName(
  providerId: string,
  providerName: string,
  region?: string,
  serviceName?: string,
): string {
  // "Amazon Web Services us-east-1" is not what anybody says.
  const name = /\(([A-Z]{2,5})\)$/.exec(providerName)?.[1] ?? SHORT[providerId] ?? providerName;
  if (region?.startsWith(`${providerId}:`)) return `${name} ${region.slice(providerId.length + 1)}`;
  if (serviceName === undefined) return name;
  return serviceName.startsWith(name) ? serviceName : `${name} ${serviceName}`;
}

const SHORT: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure' };
