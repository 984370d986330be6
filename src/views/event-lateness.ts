import type { Incident } from '../model/incident.ts';
import type { EventLink } from './event-link.ts';
import { lateness } from './history-lateness.ts';

/** How long after it happened somebody's own page said so. */
export interface EventLateness {
  key: string;
  name: string;
  happenedAt: string;
  saidAt: string;
  minutes: number;
  /** The provider itself. */
  isUpstream: boolean;
}

/** The provider first, then those who fell with it, the latest word last. */
export function eventLateness(
  name: string,
  upstream: Incident,
  links: readonly EventLink[],
): EventLateness[] {
  const row = (key: string, label: string, incident: Incident): EventLateness[] => {
    const late = lateness(incident);
    if (late === null) return [];
    const { startedAt: happenedAt, firstPostAt: saidAt, minutes } = late;
    return [{ key, name: label, happenedAt, saidAt, minutes, isUpstream: key === 'upstream' }];
  };
  return [
    ...row('upstream', name, upstream),
    ...links
      .flatMap((link) => (link.incident === null ? [] : row(link.key, link.name, link.incident)))
      .toSorted((a, b) => a.minutes - b.minutes),
  ];
}

/** Whoever posted before the provider did: the first signs of an outage come from those who hang on it. */
export function spokeBefore(upstream: Incident, links: readonly EventLink[]): EventLink[] {
  const first = upstream.updates[0]?.at;
  if (first === undefined) return [];
  return links.filter(({ incident }) => {
    const post = incident?.updates[0];
    return post !== undefined && post.status !== 'postmortem' && post.at < first;
  });
}
