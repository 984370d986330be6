import { daysSinceNamedDate } from './named-date.ts';
import {
  BECAUSE_BEFORE,
  CAUSE_BEFORE,
  FAILED_AFTER,
  HEDGE,
  INTEGRATION_AFTER,
  INTEGRATION_BEFORE,
  NEGATION_AFTER,
  NEGATION_BEFORE,
  OWN_THING,
  PAST,
  TROUBLE_AFTER,
} from './phrases.ts';

/**
 * What a sentence says of a name in it:
 * - `cause`: the trouble comes from there
 * - `hedged`: perhaps it does
 * - `named`: it is mentioned, no more
 * - `integration`: it is about something of our own that connects to it
 * - `negated`: it is not the cause
 * - `past`: an earlier trouble is told of
 */
export const STANCES = ['cause', 'hedged', 'named', 'integration', 'negated', 'past'] as const;
export type Stance = (typeof STANCES)[number];

/** How far a cause's connective may stand before the name, in characters. */
const REACH = 70;
/** A date named in the sentence this many days back makes it a tale of the past. */
const PAST_DAYS = 2;

/**
 * Stance of a sentence to a name that stands in it at `from`, `length` long.
 * @param at when the incident began, to tell yesterday from today
 */
export function stanceOf(sentence: string, from: number, length: number, at: string): Stance {
  const before = sentence.slice(0, from);
  const after = sentence.slice(from + length);
  if (NEGATION_BEFORE.test(before) || NEGATION_AFTER.test(after)) return 'negated';
  const daysBack = daysSinceNamedDate(sentence, at);
  if (PAST.test(sentence) || (daysBack !== null && daysBack >= PAST_DAYS)) return 'past';
  if (INTEGRATION_AFTER.test(after) || INTEGRATION_BEFORE.test(before)) return 'integration';
  const isCause =
    isLedByCause(before) ||
    hasTroubleOfItsOwn(after) ||
    (BECAUSE_BEFORE.test(before) && FAILED_AFTER.test(after));
  if (!isCause) return 'named';
  return HEDGE.test(before) ? 'hedged' : 'cause';
}

/** "…, due to a problem at our provider, NAME": the connective stands near, in the same clause. */
export function isLedByCause(before: string): boolean {
  const near = before.slice(-REACH);
  const last = [...near.matchAll(CAUSE_BEFORE)].at(-1);
  if (last === undefined) return false;
  const between = near.slice(last.index + last[0].length);
  return !/[;:]|,(?! (?:our|a|an|the|unser)\b)|\b(?:but|which|that|while|although|aber|während|mais)\b/i.test(
    between,
  );
}

export function hasTroubleOfItsOwn(after: string): boolean {
  return TROUBLE_AFTER.test(after) && !OWN_THING.test(after);
}
