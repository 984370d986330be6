import type { ExplainContext } from './explain-context.ts';
import type { Explanation } from './explanation.ts';
import { scoreOf } from './grade.ts';
import { add } from './text-signs.ts';
import { weakerGrade } from './weights.ts';

const MAX_STEPS = 3;

/**
 * Chains: what explains the upstream's own incident explains the dependent's too, as strongly as
 * the weakest link. @returns one for each further upstream incident; the direct ones are not repeated
 */
export function throughUpstreams(
  near: readonly Explanation[],
  context: Pick<ExplainContext, 'directOf'>,
): Explanation[] {
  const chained = near.flatMap((one) => {
    if (one.because === null) return [];
    return context.directOf(one.because).flatMap((far) => {
      const steps = one.chain.length + far.chain.length;
      const isCircle = one.chain.some(({ providerId }) => providerId === far.upstream);
      return far.because === null || steps > MAX_STEPS || isCircle ? [] : [join(one, far)];
    });
  });
  return chained.length === 0 ? [] : [...chained, ...throughUpstreams(chained, context)];
}

function join(near: Explanation, far: Explanation): Explanation {
  const against = [...near.against];
  add(against, 'indirect', { provider: near.upstream });
  return {
    because: far.because,
    upstream: far.upstream,
    ...(far.service === undefined ? {} : { service: far.service }),
    ...(far.region === undefined ? {} : { region: far.region }),
    grade: weakerGrade(near.grade, far.grade),
    score: Math.min(scoreOf({ for: near.for, against }), far.score),
    for: near.for,
    against,
    quotes: near.quotes,
    chain: [...near.chain, ...far.chain],
  };
}
