import type { Alternative } from '../knowledge/schemas/alternative.ts';
import { type KnowledgeSource, publicSources } from '../knowledge/schemas/source.ts';
import { CATEGORIES, type Category } from '../model/provider.ts';

/** An alternative with what a page may claim of its base. */
export interface ShownAlternative {
  one: Alternative;
  /** Null where no source of its base was read: then nothing is said of its independence. */
  independence: Alternative['base']['independentOfUsBigTech'] | null;
  baseSources: KnowledgeSource[];
}

/** What may be said: nothing is called independent, or partly so, without a source that was read. */
export function shownAlternative(one: Alternative): ShownAlternative {
  const baseSources = publicSources(one.base.sources);
  const isRead = one.base.evidence === 'confirmed' && baseSources.length > 0;
  const { independentOfUsBigTech } = one.base;
  const isClaim = independentOfUsBigTech === 'yes' || independentOfUsBigTech === 'partly';
  return { one, independence: isClaim && !isRead ? null : independentOfUsBigTech, baseSources };
}

/** By category in the order of the board; within one, those with a base that was read come first. */
export function alternativeGroups(
  alternatives: readonly Alternative[],
): { category: Category; rows: ShownAlternative[] }[] {
  return CATEGORIES.flatMap((category) => {
    const rows = alternatives
      .filter((one) => one.category === category)
      .map(shownAlternative)
      .toSorted(
        (a, b) =>
          Number(b.baseSources.length > 0) - Number(a.baseSources.length > 0) ||
          a.one.name.localeCompare(b.one.name, 'en'),
      );
    return rows.length === 0 ? [] : [{ category, rows }];
  });
}

/** Those that can stand in for one of the given providers. Parts of a provider count for it. */
export function alternativesTo(
  alternatives: readonly Alternative[],
  providerIds: readonly string[],
): { shown: ShownAlternative; insteadOf: string[] }[] {
  return alternatives.flatMap((one) => {
    const replaced = new Set(one.replaces.map((id) => id.split(':', 1)[0] ?? id));
    const insteadOf = providerIds.filter((id) => replaced.has(id));
    const isItself = one.provider !== undefined && providerIds.includes(one.provider);
    return insteadOf.length === 0 || isItself ? [] : [{ shown: shownAlternative(one), insteadOf }];
  });
}
