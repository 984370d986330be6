import type { FieldCase } from './case-file.ts';
import { feedCaseProblems } from './check-feed-case.ts';
import { runFeedCase } from './run-feed-case.ts';
import { runOutputCase } from './run-output-case.ts';

export type CaseResult =
  | { kind: 'passed' }
  | { kind: 'failed'; problems: string[] }
  | { kind: 'skipped'; reason: string };

/** Runs one case of any format. What throws is a failed case, never the end of the run. */
export async function runCase(one: FieldCase, dir: string): Promise<CaseResult> {
  try {
    return one.format === 'output' ? await runOutputCase(one, dir) : await runFeed(one, dir);
  } catch (error) {
    return {
      kind: 'failed',
      problems: [error instanceof Error ? (error.stack ?? '') : `${error}`],
    };
  }
}

async function runFeed(one: FieldCase, dir: string): Promise<CaseResult> {
  const run = await runFeedCase(one, dir);
  if ('missing' in run) return { kind: 'skipped', reason: run.missing };
  const problems = feedCaseProblems(one, run);
  const { unscoped } = one.expect;
  if (unscoped !== undefined) {
    const { scopeComponents: _, ...context } = one.context ?? {};
    const whole = await runFeedCase(one, dir, context);
    const count = 'missing' in whole ? -1 : whole.observations.at(-1)?.incidents.length;
    if (count !== unscoped.incidentCount) problems.push(`unscoped: ${count} incidents`);
  }
  return problems.length === 0 ? { kind: 'passed' } : { kind: 'failed', problems };
}
