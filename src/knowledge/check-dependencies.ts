import { type KnownIds, providerMistake, regionMistake, serviceMistake } from './check-places.ts';
import type { KnowledgeProblem } from './knowledge-error.ts';
import type { Dependency, EdgeEnd } from './schemas/dependency.ts';
import { publicSources } from './schemas/source.ts';

/**
 * What is wrong with the edges beyond their shape: ids that lead nowhere, edges told twice, and
 * claims stronger than their sources.
 * @param today `YYYY-MM-DD`; no edge can have been checked later
 */
export function dependencyMistakes(
  dependencies: readonly Dependency[],
  known: KnownIds,
  today: string,
): KnowledgeProblem[] {
  const firstOf = new Map<string, string>();
  return dependencies.flatMap((edge) => {
    const key = JSON.stringify([endKey(edge.dependent), endKey(edge.upstream), edge.purpose]);
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, edge.id);
    const messages = [
      ...endMistakes('dependent', edge.dependent, known),
      ...endMistakes('upstream', edge.upstream, known),
      ...(first === undefined ? [] : [`tells the same as ${first}: merge their sources`]),
      ...needsItself(edge),
      ...dateMistakes(edge, today),
      ...sourceMistakes(edge),
    ];
    return messages.map((message) => ({ file: 'dependencies.yaml', path: edge.id, message }));
  });
}

function endMistakes(side: string, end: EdgeEnd, known: KnownIds): string[] {
  const { provider, service, region } = end;
  const foreign =
    service !== undefined && !service.startsWith(`${provider}:`)
      ? `names the service "${service}" of another provider than "${provider}"`
      : null;
  return [
    providerMistake(provider, known),
    service === undefined ? null : (foreign ?? serviceMistake(service, known)),
    region === undefined ? null : regionMistake(region, known),
  ].flatMap((mistake) => (mistake === null ? [] : [`${side} ${mistake}`]));
}

function needsItself({ dependent, upstream, purpose }: Dependency): string[] {
  return endKey(dependent) === endKey(upstream) && purpose !== 'own-infrastructure'
    ? ['needs itself: only purpose own-infrastructure may say that']
    : [];
}

function dateMistakes({ since, until, checkedAt }: Dependency, today: string): string[] {
  return [
    ...(checkedAt === '' ? ['has no checkedAt: write the day its sources were read'] : []),
    ...(checkedAt > today ? [`was checked on ${checkedAt}, which is still to come`] : []),
    ...(since !== undefined && until !== undefined && isAfter(since, until)
      ? [`begins with ${since} after it ends with ${until}: swap or correct them`]
      : []),
  ];
}

/** Dates may be years or months: 2025 is not after 2025-03. */
function isAfter(a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared) > b.slice(0, shared);
}

function sourceMistakes({ strength, sources }: Dependency): string[] {
  if (sources.length === 0) return ['has no source: name at least one'];
  if (strength === 'inferred') return [];
  const isOwnWord = sources.some(
    ({ tier }) => tier === 'first-party' || tier === 'copy-of-first-party',
  );
  return [
    ...(publicSources(sources).length === 0
      ? [`is shown as ${strength}, but no source that was read may be shown: make it inferred`]
      : []),
    ...(strength === 'documented' && !isOwnWord
      ? ['is shown as documented, but names no word of either side: make it reported']
      : []),
  ];
}

function endKey({ provider, service, region }: EdgeEnd): string {
  return JSON.stringify([provider, service ?? null, region ?? null]);
}
