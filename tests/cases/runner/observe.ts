import type { FeedError } from '../../../src/model/feed-error.ts';
import { type FeedHealth, feedCondition } from '../../../src/model/feed-health.ts';
import type { Incident } from '../../../src/model/incident.ts';
import { providerStatus } from '../../../src/model/provider-status.ts';
import type { Component, ProviderStatus } from '../../../src/model/status.ts';
import type { PollResult } from '../../../src/poller/poll-feed.ts';
import type { Store } from '../../../src/store/store.ts';

/** What a visitor could know after one poll. */
export interface Observation {
  at: string;
  incidents: Incident[];
  components: Component[];
  provider: ProviderStatus;
  health: FeedHealth | null;
  /** Upstream ids are not public; the merge hands them over for the cases that match by guid. */
  error: FeedError | null;
  /** Null where no poll was due. */
  result: PollResult | null;
  millis: number;
}

/** Reads it all from the store, the way pages do. */
export async function observe(
  store: Store,
  providerId: string,
  at: string,
  result: PollResult | null,
  millis: number,
): Promise<Observation> {
  const incidents: Incident[] = [];
  let before: string | null = null;
  do {
    const page = await store.incidents({
      providers: [providerId],
      limit: 200,
      ...(before === null ? {} : { before }),
    });
    incidents.push(...page.incidents);
    before = page.next;
  } while (before !== null);
  const [health] = await store.feedHealth(providerId);
  const [statement] = await store.feedStatements(providerId);
  const components = statement?.components ?? [];
  const isVouchedFor = health !== undefined && feedCondition(health, at) !== 'never';
  const stated = providerStatus({
    stated: statement?.status ?? null,
    components,
    incidents,
    provesNothingReported: statement?.provesNothingReported ?? false,
  });
  return {
    at,
    incidents,
    components,
    provider: isVouchedFor ? stated : 'unknown',
    health: health ?? null,
    error: result?.kind === 'failed' ? result.error : null,
    result,
    millis,
  };
}
