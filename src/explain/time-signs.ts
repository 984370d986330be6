import type { AgainstCode, ForCode, Reason } from './explanation.ts';
import type { Timed } from './incident-index.ts';
import { add } from './text-signs.ts';
import {
  ECHO_MS,
  FORGET_MS,
  IN_STEP_MS,
  LATE_MS,
  LEAD_MS,
  NAMED_LEAD_MS,
  SOON_MS,
  WITH_MS,
} from './weights.ts';

const MINUTE_MS = 60_000;

/** What order and closeness in time say; null where the times do not overlap at all. */
export interface TimeSigns {
  for: Reason<ForCode>[];
  against: Reason<AgainstCode>[];
  /** False where the upstream had closed before the dependent began. */
  wasOpen: boolean;
}

/**
 * An upstream may explain what began from LEAD_MS before its stated start (NAMED_LEAD_MS where the
 * text names it) to ECHO_MS after its end, and had not ended before the upstream began.
 */
export function timeSigns(upstream: Timed, dependent: Timed, isNamed: boolean): TimeSigns | null {
  const lead = isNamed ? NAMED_LEAD_MS : LEAD_MS;
  const lag = dependent.startMs - upstream.startMs;
  if (lag < -lead || dependent.startMs > upstream.endMs + ECHO_MS) return null;
  if (dependent.endMs < upstream.startMs || (lag > FORGET_MS && !isNamed)) return null;
  const signs: TimeSigns = {
    for: [],
    against: [],
    wasOpen: dependent.startMs <= upstream.endMs,
  };
  const minutes = Math.round(Math.abs(lag) / MINUTE_MS);
  if (lag < 0) add(signs.for, 'starts-before-said', { minutes });
  else if (lag <= WITH_MS) add(signs.for, 'starts-with', { minutes });
  else if (lag <= SOON_MS) add(signs.for, 'starts-soon-after', { minutes });
  else add(signs.for, 'starts-while-open', { minutes });
  if (lag > LATE_MS) add(signs.against, 'late-start', { minutes });
  if (!signs.wasOpen) {
    const over = Math.round((dependent.startMs - upstream.endMs) / MINUTE_MS);
    add(signs.against, 'upstream-over', { minutes: over });
  }
  const apart = Math.abs(dependent.endMs - upstream.endMs);
  if (apart <= IN_STEP_MS) {
    add(signs.for, 'recovers-in-step', { minutes: Math.round(apart / MINUTE_MS) });
  }
  return signs;
}
