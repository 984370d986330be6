import { type FeedHealth, isStale } from '../model/feed-health.ts';
import type { Incident } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import type { ProviderStatus } from '../model/status.ts';
import type { FeedStatement } from '../store/store.ts';

/** Why a provider has the state it has; pages turn it into a sentence. */
export type BoardReason =
  | { kind: 'incident'; incident: Incident; others: number }
  | { kind: 'parts'; names: string[] }
  | { kind: 'page-says' }
  | { kind: 'fine' }
  | { kind: 'no-feed' }
  | { kind: 'no-record' }
  | { kind: 'not-read'; error: FeedHealth['error'] }
  | { kind: 'too-old'; readAt: string; error: FeedHealth['error'] }
  | { kind: 'unknown-word'; word: string }
  | { kind: 'silent' }
  | { kind: 'unclear' };

interface ReasonFacts {
  provider: Provider;
  status: ProviderStatus;
  statements: readonly FeedStatement[];
  health: readonly FeedHealth[];
  /** Open, worst first. */
  incidents: readonly Incident[];
  now: string;
}

/** The one reason worth telling, the most telling first. */
export function boardReason(facts: ReasonFacts): BoardReason {
  if (facts.status === 'operational') return { kind: 'fine' };
  return facts.status === 'unknown' ? unknownReason(facts) : troubleReason(facts);
}

function troubleReason({ status, statements, incidents }: ReasonFacts): BoardReason {
  const telling =
    status === 'under_maintenance'
      ? incidents
      : incidents.filter((incident) => incident.kind === 'incident');
  const [incident] = telling;
  if (incident !== undefined) return { kind: 'incident', incident, others: telling.length - 1 };
  const names = statements
    .flatMap((statement) => statement.components)
    .filter((part) => part.status !== 'operational' && part.status !== 'unknown')
    .map((part) => part.name);
  return names.length > 0 ? { kind: 'parts', names: [...new Set(names)] } : { kind: 'page-says' };
}

function unknownReason({ provider, statements, health, now }: ReasonFacts): BoardReason {
  if (provider.feeds.length === 0) return { kind: 'no-feed' };
  const unread = health.find((feed) => feed.lastGoodAt === null);
  if (health.length === 0 || unread !== undefined) {
    return { kind: 'not-read', error: unread?.error ?? null };
  }
  const old = health.find((feed) => isStale(feed.lastGoodAt, now));
  if (old !== undefined && old.lastGoodAt !== null) {
    return { kind: 'too-old', readAt: old.lastGoodAt, error: old.error };
  }
  const word = health.flatMap((feed) => feed.unknownWords).at(0)?.word;
  if (word !== undefined) return { kind: 'unknown-word', word };
  const isSilent = statements.every(
    (statement) => statement.status === null && statement.components.length === 0,
  );
  return { kind: isSilent ? 'silent' : 'unclear' };
}
