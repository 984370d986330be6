import { eventIdOf } from './events.ts';
import type { Explanations } from './explain-all.ts';
import { verdictOn } from './mentions.ts';
import { MIN_FALLEN, type Suspicion, touches } from './suspicion.ts';

export const WITHDRAWAL_REASONS = [
  'upstream-silent',
  'other-cause-named',
  'other-upstream',
  'taken-back',
] as const;
/**
 * - `upstream-silent`: six hours on, the upstream has posted nothing
 * - `other-cause-named`: too few are left whose own words don't name another cause
 * - `other-upstream`: another upstream's incident explains them
 * - `taken-back`: their sources withdrew the incidents
 */
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** What has become of a suspicion. `since` is when we look. */
export type SuspicionState =
  | { state: 'suspected'; since: string }
  | {
      state: 'became-event';
      since: string;
      incidentId: string;
      eventId: string;
      minutesAhead: number;
    }
  | { state: 'withdrawn'; since: string; reason: WithdrawalReason };

const MINUTE_MS = 60_000;
/** An upstream's incident may be dated so long before the first dependent fell. */
const BEFORE_MS = 120 * MINUTE_MS;
export const SILENCE_MS = 360 * MINUTE_MS;

/** Looks at a suspicion again with what is known at `at`; pure, so any past moment can be asked. */
export function reviewSuspicion(
  suspicion: Suspicion,
  explanations: Explanations,
  at: string,
): SuspicionState {
  const posted = upstreamIncident(suspicion, explanations, at);
  if (posted !== null) {
    const firstPost = posted.updates[0]?.at ?? posted.firstSeenAt;
    return {
      state: 'became-event',
      since: at,
      incidentId: posted.id,
      eventId: eventIdOf(posted.id),
      minutesAhead: Math.round(
        (Date.parse(firstPost) - Date.parse(suspicion.formedAt)) / MINUTE_MS,
      ),
    };
  }
  const reason = withdrawalOf(suspicion, explanations, at);
  return reason === null
    ? { state: 'suspected', since: at }
    : { state: 'withdrawn', since: at, reason };
}

function upstreamIncident(suspicion: Suspicion, { index, graph }: Explanations, at: string) {
  const started = Date.parse(suspicion.startedAt);
  return (
    index
      .overlapping(suspicion.upstream, started, Math.min(Date.parse(at), started + SILENCE_MS))
      .filter(({ startMs }) => startMs >= started - BEFORE_MS)
      .map(({ incident }) => incident)
      .findLast(
        ({ kind, withdrawnAt, regions, services }) =>
          kind === 'incident' &&
          withdrawnAt === null &&
          touches(graph, suspicion, regions, services),
      ) ?? null
  );
}

function withdrawalOf(
  suspicion: Suspicion,
  explanations: Explanations,
  at: string,
): WithdrawalReason | null {
  const { fallen } = suspicion.arithmetic;
  const standing = fallen.filter(({ incidentId }) => {
    const incident = explanations.index.get(incidentId)?.incident;
    return incident !== undefined && incident.withdrawnAt === null;
  });
  if (standing.length < MIN_FALLEN) return 'taken-back';
  const unexplained = standing.filter(({ incidentId }) => {
    const reading = explanations.reading(incidentId);
    const { stance } = verdictOn(suspicion.upstream, reading);
    return stance !== 'negated' && (stance === 'cause' || reading.otherCauses.length === 0);
  });
  if (unexplained.length < MIN_FALLEN) return 'other-cause-named';
  const byOther = unexplained.filter(({ incidentId }) =>
    explanations
      .explanationsOf(incidentId)
      .some(
        ({ because, grade, upstream }) =>
          because !== null && grade !== 'possible' && upstream !== suspicion.upstream,
      ),
  );
  if (unexplained.length - byOther.length < MIN_FALLEN) return 'other-upstream';
  const age = Date.parse(at) - Date.parse(suspicion.formedAt);
  return age > SILENCE_MS ? 'upstream-silent' : null;
}
