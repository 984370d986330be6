import { type KnownIds, providerMistake, serviceMistake } from './check-places.ts';
import type { KnowledgeProblem } from './knowledge-error.ts';
import type { Alternative } from './schemas/alternative.ts';
import { publicSources } from './schemas/source.ts';

/** What is wrong with the alternatives beyond their shape, above all claims without a source. */
export function alternativeMistakes(
  alternatives: readonly Alternative[],
  known: KnownIds,
): KnowledgeProblem[] {
  return alternatives.flatMap((entry) => {
    const messages = [
      ...(entry.provider === undefined ? [] : [providerMistake(entry.provider, known)]),
      ...entry.replaces.map((id) =>
        id.includes(':') ? serviceMistake(id, known) : providerMistake(id, known),
      ),
      ...replacesNothing(entry),
      ...baseMistakes(entry),
    ].filter((message) => message !== null);
    return messages.map((message) => ({ file: 'alternatives.yaml', path: entry.id, message }));
  });
}

function replacesNothing({ replaces, replacesNames }: Alternative): string[] {
  return replaces.length + replacesNames.length === 0
    ? ['replaces nothing: say in replaces or replacesNames what it can stand in for']
    : [];
}

function baseMistakes({ base }: Alternative): string[] {
  const { summary, independentOfUsBigTech, evidence, sources } = base;
  const isShown = publicSources(sources).length > 0;
  return [
    ...(summary.en.trim() === '' || summary.de.trim() === ''
      ? ['does not say what it stands on: write base.summary']
      : []),
    ...(evidence === 'confirmed' && !isShown
      ? ['has a base shown as confirmed without a source that was read: make it unconfirmed']
      : []),
    ...(independentOfUsBigTech === 'yes' && (!isShown || evidence !== 'confirmed')
      ? ['is called independent without a source that was read: make it unknown']
      : []),
  ];
}
