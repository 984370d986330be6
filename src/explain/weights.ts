import type { AgainstCode, ForCode, Grade } from './explanation.ts';

/**
 * The whole model: how much each sign counts. An explanation is `likely` from LIKELY on when an
 * independent sign speaks for it, `possible` from POSSIBLE on, and nothing below. `confirmed` does
 * not follow from points: see gradeOf in grade.ts. docs/explain.md gives the reasons.
 */
export const FOR_WEIGHTS: Readonly<Record<ForCode, number>> = {
  'names-cause': 10,
  'names-upstream': 4,
  'names-unnamed-provider': 5,
  'names-service': 2,
  'same-region': 2,
  'edge-documented': 3,
  'edge-reported': 2,
  'edge-inferred': 1,
  'edge-hard': 1,
  'starts-with': 3,
  'starts-soon-after': 2,
  'starts-while-open': 1,
  'starts-before-said': 2,
  'fall-together': 3,
  'recovers-in-step': 2,
  'upstream-severe': 1,
  'same-house': 2,
};

export const AGAINST_WEIGHTS: Readonly<Record<AgainstCode, number>> = {
  'names-other-cause': -10,
  'names-other-upstream': -10,
  'mentions-other-upstream': -4,
  'own-maintenance': -8,
  'upstream-maintenance': -3,
  'upstream-minor': -1,
  'upstream-over': -3,
  'upstream-silent': -2,
  'upstream-elsewhere': -2,
  'late-start': -2,
  'edge-soft': -1,
  'region-unknown': -2,
  'part-not-named': -3,
  indirect: -3,
};

/** Signs that do not follow from edge and time alone; `likely` needs one. */
export const INDEPENDENT_SIGNS: ReadonlySet<ForCode> = new Set([
  'names-cause',
  'names-upstream',
  'names-unnamed-provider',
  'fall-together',
  'same-house',
]);

/** Those of them that say no more than that many fell at the same time. */
export const SIGNS_OF_TIME: ReadonlySet<ForCode> = new Set(['fall-together', 'same-house']);

export const LIKELY = 8;
export const POSSIBLE = 5;

const MINUTE_MS = 60_000;
/** Official pages are late: a dependent may begin this long before the upstream's stated start. */
export const LEAD_MS = 30 * MINUTE_MS;
/** The same where the dependent's own text names the upstream as the cause. */
export const NAMED_LEAD_MS = 90 * MINUTE_MS;
/** After the upstream has closed, its echo may still bring something down for this long. */
export const ECHO_MS = 60 * MINUTE_MS;
/** Ends within this time of each other are in step. */
export const IN_STEP_MS = 45 * MINUTE_MS;
/** Starts within this time before and after are "together". */
export const TOGETHER_MS = 60 * MINUTE_MS;
export const WITH_MS = 30 * MINUTE_MS;
export const SOON_MS = 180 * MINUTE_MS;
export const LATE_MS = 360 * MINUTE_MS;
/** What was said to be open so long before explains nothing new unless it is named: many pages forget to close. */
export const FORGET_MS = 72 * 60 * MINUTE_MS;
/** So unlikely must it be that the dependents fell together by chance. */
export const TOGETHER_CHANCE = 1e-3;

const RANK: Readonly<Record<Grade, number>> = { confirmed: 2, likely: 1, possible: 0 };

/** The weaker of two grades: a chain is as strong as its weakest link. */
export function weakerGrade(a: Grade, b: Grade): Grade {
  return RANK[a] <= RANK[b] ? a : b;
}

/** For sorting the strongest first. */
export function compareGrades(a: Grade, b: Grade): number {
  return RANK[b] - RANK[a];
}
