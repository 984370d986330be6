import { parseArgs } from 'node:util';
import { feedKey } from '../src/model/provider.ts';
import { openStore } from '../src/store/open-store.ts';
import type { FeedSeed, Store } from '../src/store/store.ts';
import { bareRead } from './bare-read.ts';
import { inventIncidents } from './invent-incidents.ts';

/**
 * Fills a store with invented incidents, for measurements and tests. Same arguments, same store.
 * @example node scripts/generate-incidents.ts 100000 sqlite:data/bench.db --seed 1
 */

export interface GenerateOptions {
  count: number;
  seed: number;
  /** Default: 80 invented ones. */
  providers?: readonly string[];
  /** The moment the history ends; default 2026-01-01. */
  now?: string;
}

export const GENERATED_UNTIL = '2026-01-01T00:00:00.000Z';

/** Saves them as reads of one feed per provider, through the interface of the store. */
export async function generateIncidents(store: Store, options: GenerateOptions): Promise<void> {
  const { count, seed, providers = inventProviders(80), now = GENERATED_UNTIL } = options;
  const seeds = providers.map(feedOf);
  await store.syncFeeds(seeds, now);
  const byProvider = Map.groupBy(
    inventIncidents({ count, seed, providers, now }),
    (incident) => incident.providerId,
  );
  for (const { key, providerId } of seeds) {
    const incidents = byProvider.get(providerId) ?? [];
    const read = bareRead(
      { feedKey: key, providerId, at: now },
      {
        nextCheckAt: new Date(Date.parse(now) + 120_000).toISOString(),
        status: 'operational',
        provesNothingReported: true,
      },
    );
    await store.saveRead(read, () =>
      incidents.map((incident) => ({
        incident,
        upstreamIds: [incident.id.slice(providerId.length + 1)],
        feedKey: key,
        isVisible: true,
      })),
    );
  }
}

/** @example inventProviders(2) // ['provider-01', 'provider-02'] */
export function inventProviders(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `provider-${String(i + 1).padStart(2, '0')}`);
}

function feedOf(providerId: string): FeedSeed {
  const feed = {
    format: 'statuspage',
    url: `https://status.${providerId}.example`,
    evidence: 'unconfirmed' as const,
  };
  return { key: feedKey(providerId, feed), providerId, feed };
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, providers: { type: 'string' } },
  });
  const [count = '100000', databaseUrl = 'sqlite:data/generated.db'] = positionals;
  const store = await openStore(databaseUrl);
  const start = performance.now();
  await generateIncidents(store, {
    count: Number(count),
    seed: Number(values.seed),
    ...(values.providers === undefined ? {} : { providers: values.providers.split(',') }),
  });
  const { total, open } = await store.countIncidents();
  await store.close();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${databaseUrl}: ${total} incidents, ${open} open, in ${seconds} s`);
}
