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
  const own = region?.startsWith(`${incident.providerId}:`)
    ? region.slice(incident.providerId.length + 1)
    : '';
  // "Amazon Web Services us-east-1" is not what anybody says.
  const name =
    /\(([A-Z]{2,5})\)$/.exec(providerName)?.[1] ?? SHORT[incident.providerId] ?? providerName;
  return { subject: own === '' ? name : `${name} ${own}`, story: incident.title };
}

const SHORT: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure' };
