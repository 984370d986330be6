import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Incident } from '../model/incident.ts';
import { oncePer } from './once-per.ts';

interface PeriodInput {
  /** Everything that overlaps the period. */
  ongoing: readonly Incident[];
  knowledge: Pick<Knowledge, 'events'>;
  period: { from: string; to: string };
  now: string;
}

/**
 * Keeps what is made of a period beside the list it is made of. A period that has ended is the same at
 * every later moment, so `make` gets its end as now; one that runs is made anew for each moment.
 * Lists of another archive are told apart; whatever else the input holds stays the same while we run.
 */
export function keptPeriod<Input extends PeriodInput, Result>(
  make: (input: Input) => Result,
): (input: Input) => Result {
  const keptOf = oncePer(
    (_ongoing: PeriodInput['ongoing']) =>
      new WeakMap<PeriodInput['knowledge']['events'], { key: string; result: Result }>(),
  );
  return (input) => {
    const { from, to } = input.period;
    const now = input.now < to ? input.now : to;
    const key = `${from} ${to} ${now}`;
    const kept = keptOf(input.ongoing);
    const known = kept.get(input.knowledge.events);
    if (known?.key === key) return known.result;
    const result = make({ ...input, now });
    kept.set(input.knowledge.events, { key, result });
    return result;
  };
}
