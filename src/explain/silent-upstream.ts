import type { Dependency } from '../knowledge/schemas/dependency.ts';
import type { DependencyPath } from './dependency-graph.ts';
import type { ExplainContext } from './explain-context.ts';
import type { Explanation, Grade } from './explanation.ts';
import { scoreOf } from './grade.ts';
import type { Timed } from './incident-index.ts';
import { type Mention, type TextReading, verdictOn } from './mentions.ts';
import type { Stance } from './stance.ts';
import { add, textSigns } from './text-signs.ts';
import { LEAD_MS } from './weights.ts';

/** How sure the text alone makes us. The upstream has said nothing, so it is never confirmed. */
const GRADE_OF_STANCE: Readonly<Partial<Record<Stance, Grade>>> = {
  cause: 'likely',
  hedged: 'possible',
  named: 'possible',
};

/**
 * The text names an upstream that has no incident open (or only one elsewhere): `because: null`.
 * Official pages are late, so this is often the first sign of an outage.
 */
export function silentUpstreams(
  context: ExplainContext,
  paths: readonly DependencyPath[],
  dependent: Timed,
  reading: TextReading,
  found: readonly Explanation[],
): Explanation[] {
  if (reading.mentions.length === 0) return [];
  const done = new Set(found.map(({ upstream }) => upstream));
  const isQuoted = (one: Explanation) =>
    found.some((other) =>
      other.quotes.some((quote) =>
        one.quotes.some(
          ({ updateId, offset }) => updateId === quote.updateId && offset === quote.offset,
        ),
      ),
    );
  return paths.flatMap((path) => {
    const upstreamId = path.at(-1)?.upstream.provider ?? '';
    const { stance, mentions } = verdictOn(upstreamId, reading);
    const grade = gradeOfText(stance, mentions);
    if (grade === undefined || done.has(upstreamId)) return [];
    const silent = silentUpstream(context, path, upstreamId, grade, dependent, reading);
    if (silent === null || isQuoted(silent)) return [];
    done.add(upstreamId);
    return [silent];
  });
}

function silentUpstream(
  { index }: ExplainContext,
  path: DependencyPath,
  upstreamId: string,
  grade: Grade,
  dependent: Timed,
  reading: TextReading,
): Explanation | null {
  const text = textSigns(path, reading);
  if (text.isContested || text.isRuledOut || dependent.incident.kind === 'maintenance') return null;
  const edge = path.at(-1);
  if (edge === undefined) return null;
  const { mentions } = verdictOn(upstreamId, reading);
  const region = mentions.flatMap(({ regions }) => regions)[0] ?? statedRegion(edge);
  const service = mentions.flatMap(({ services }) => services)[0] ?? edge.upstream.service;
  const open = index
    .overlapping(upstreamId, dependent.startMs, dependent.startMs + LEAD_MS)
    .filter(({ incident }) => incident.kind === 'incident' && incident.withdrawnAt === null);
  const against = [...text.against];
  add(against, open.length > 0 ? 'upstream-elsewhere' : 'upstream-silent', {
    upstream: upstreamId,
  });
  const pro = [...text.for];
  add(pro, `edge-${edge.strength}`, { edge: edge.id, purpose: edge.purpose });
  return {
    because: null,
    upstream: upstreamId,
    ...(service === undefined ? {} : { service }),
    ...(region === undefined ? {} : { region }),
    grade,
    score: scoreOf({ for: pro, against }),
    for: pro,
    against,
    quotes: text.quotes,
    chain: path.map((one) => ({
      edgeId: one.id,
      strength: one.strength,
      providerId: one.upstream.provider,
      incidentId: null,
    })),
  };
}

/** The region of a reported edge is that of the outage in the news, no proof of where the dependent runs. */
function statedRegion({ strength, upstream }: Dependency): string | undefined {
  return strength === 'documented' ? upstream.region : undefined;
}

/** A region's id alone says where, not that anything is wrong there. */
function gradeOfText(stance: Stance | null, mentions: readonly Mention[]): Grade | undefined {
  if (stance === null) return undefined;
  const isOnlyPlace = mentions.every(({ isRegion }) => isRegion);
  return stance === 'named' && isOnlyPlace ? undefined : GRADE_OF_STANCE[stance];
}
