import type { SuspectedEvent } from '../explain/suspicion-course.ts';
import type { Incident } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import { partName } from './event-name.ts';
import type { ExplainedIncidents } from './explained-world.ts';
import { providerById } from './provider-links.ts';

/** One that fell with a suspected upstream. */
export interface SuspectedRow {
  providerId: string;
  name: string;
  incident: Incident | null;
  startedAt: string;
  /** One incident in so many days is usual for it. */
  everyDays: number;
  isNaming: boolean;
  /** Part of the arithmetic shown; the others fell before or after its window. */
  isCounted: boolean;
}

/** Everything shown of a suspected event. */
export interface SuspectedPage {
  id: string;
  event: SuspectedEvent;
  upstreamId: string;
  /** @example 'AWS' */
  provider: string;
  /** @example 'AWS us-east-1' */
  upstream: string;
  rows: SuspectedRow[];
  /** Whole minutes from the first to the last start among those counted, at least 1. */
  spread: number;
  rivals: { name: string; fallen: number; chance: number }[];
}

export interface SuspectedSources {
  providers: readonly Provider[];
  within: Pick<ExplainedIncidents, 'incident' | 'graph'>;
}

const MINUTE_MS = 60_000;

/** Puts names to a suspected event. */
export function suspectedPage(event: SuspectedEvent, sources: SuspectedSources): SuspectedPage {
  const { providers, within } = sources;
  const { suspicion, joined } = event;
  const { fallen } = suspicion.arithmetic;
  const nameOf = (id: string) => providerById(providers, id)?.name ?? id;
  const named = (part: { upstream: string; region?: string; service?: string }) => {
    const service = part.service === undefined ? undefined : within.graph.service(part.service);
    return partName(part.upstream, nameOf(part.upstream), part.region, service?.name);
  };
  const counted = new Map(fallen.map((one) => [one.incidentId, one]));
  const starts = fallen.map(({ startedAt }) => Date.parse(startedAt));
  const rows = joined.map((one): SuspectedRow => {
    const perHour = counted.get(one.incidentId)?.perHour ?? one.perHour;
    return {
      providerId: one.providerId,
      name: nameOf(one.providerId),
      incident: within.incident(one.incidentId) ?? null,
      startedAt: one.startedAt,
      everyDays: 1 / (perHour * 24),
      isNaming: one.isNaming,
      isCounted: counted.has(one.incidentId),
    };
  });
  return {
    id: event.id,
    event,
    upstreamId: suspicion.upstream,
    provider: named({ upstream: suspicion.upstream }),
    upstream: named(suspicion),
    rows,
    spread: Math.max(1, Math.ceil((Math.max(...starts) - Math.min(...starts)) / MINUTE_MS)),
    rivals: suspicion.rivals.map((rival) => ({
      name: named(rival),
      fallen: rival.fallen,
      chance: rival.chance,
    })),
  };
}

/** A tiny probability as people say it: one in so many, to two digits. @example oneIn(3.2e-9) // 310000000 */
export function oneIn(chance: number): number {
  return chance <= 0 ? Number.POSITIVE_INFINITY : Number((1 / chance).toPrecision(2));
}
