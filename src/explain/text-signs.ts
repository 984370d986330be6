import type { Dependency } from '../knowledge/schemas/dependency.ts';
import type { AgainstCode, ForCode, Quote, Reason } from './explanation.ts';
import { type TextReading, verdictOn } from './mentions.ts';
import type { Stance } from './stance.ts';
import { purposesOfUnnamed } from './unnamed-provider.ts';
import { AGAINST_WEIGHTS, FOR_WEIGHTS } from './weights.ts';

/** What the dependent's words say for and against one upstream. */
export interface TextSigns {
  for: Reason<ForCode>[];
  against: Reason<AgainstCode>[];
  quotes: Quote[];
  stance: Stance | null;
  /** True where the text says that this upstream is not the cause. */
  isRuledOut: boolean;
  /** True where a later word names another cause than this upstream. */
  isContested: boolean;
  /** True where it names a provider on the way to this upstream as the cause. */
  isNamedOnTheWay: boolean;
}

const MAX_QUOTES = 3;

/**
 * @param path edges from the dependent to the upstream; a provider on the way is no other upstream
 */
export function textSigns(path: readonly Dependency[], reading: TextReading): TextSigns {
  const upstreamId = path.at(-1)?.upstream.provider ?? '';
  const { stance, mentions } = verdictOn(upstreamId, reading);
  const signs: TextSigns = {
    for: [],
    against: [],
    quotes: mentions
      .filter((mention) => mention.stance === stance)
      .slice(0, MAX_QUOTES)
      .map(({ quote }) => quote),
    stance,
    isRuledOut: stance === 'negated',
    isContested: false,
    isNamedOnTheWay: false,
  };
  const name = signs.quotes[0]?.text ?? '';
  if (stance === 'cause') add(signs.for, 'names-cause', { name });
  else if (stance === 'hedged' || stance === 'named' || stance === 'integration') {
    add(signs.for, 'names-upstream', { name });
  } else if (stance === 'past') signs.quotes = [];
  if (stance !== 'cause') addUnnamed(signs, path, reading);
  if (stance === null) addOnTheWay(signs, path, reading);
  addOtherUpstream(signs, path, reading);
  addOtherCause(signs, mentions, reading);
  return signs;
}

/** "Our upstream provider" fits any edge, "our model provider" only one of that purpose. */
function addUnnamed(signs: TextSigns, path: readonly Dependency[], reading: TextReading): void {
  const purpose = path[0]?.purpose ?? 'other';
  const said = reading.unnamed.filter(({ stance }) => stance === 'cause' || stance === 'hedged');
  const isCompatible = (text: string) => {
    const purposes = purposesOfUnnamed(text);
    return purposes === null || purposes.includes(purpose) || purpose === 'other';
  };
  const fitting = said.filter(({ text }) => isCompatible(text));
  const [first] = fitting;
  if (first !== undefined) {
    add(signs.for, 'names-unnamed-provider', { name: first.text });
    signs.quotes.push(...fitting.slice(0, MAX_QUOTES).map(({ quote }) => quote));
  } else if (said[0] !== undefined && signs.stance !== 'hedged' && signs.stance !== 'named') {
    add(signs.against, 'names-other-upstream', { name: said[0].text });
  }
}

/** "Calls fail because Twilio failed": the next one up is named, and the way goes on from there. */
function addOnTheWay(signs: TextSigns, path: readonly Dependency[], reading: TextReading): void {
  for (const { upstream } of path.slice(0, -1)) {
    const { stance, mentions } = verdictOn(upstream.provider, reading);
    const [first] = mentions.filter((mention) => mention.stance === stance);
    if (stance !== 'cause' || first === undefined) continue;
    signs.isNamedOnTheWay = true;
    add(signs.for, 'names-upstream', { name: first.quote.text });
    signs.quotes.push(first.quote);
    return;
  }
}

function addOtherUpstream(
  signs: TextSigns,
  path: readonly Dependency[],
  reading: TextReading,
): void {
  if (signs.stance === 'cause') return;
  const onTheWay = new Set(path.map((edge) => edge.upstream.provider));
  const other = reading.mentions.find(
    ({ stance, providerId, quote }) =>
      stance === 'cause' &&
      !onTheWay.has(providerId) &&
      !signs.quotes.some(
        ({ offset, updateId }) => offset === quote.offset && updateId === quote.updateId,
      ),
  );
  if (signs.against.some(({ code }) => code === 'names-other-upstream')) return;
  if (other !== undefined) {
    add(signs.against, 'names-other-upstream', { name: other.quote.text });
    return;
  }
  // Whoever speaks of one provider only seldom means another.
  const mentioned = reading.mentions.find(
    ({ stance, providerId }) =>
      (stance === 'named' || stance === 'hedged') && !onTheWay.has(providerId),
  );
  if (signs.stance !== null || signs.isNamedOnTheWay || mentioned === undefined) return;
  add(signs.against, 'mentions-other-upstream', { name: mentioned.quote.text });
}

function addOtherCause(
  signs: TextSigns,
  mentions: readonly { stance: Stance; order: number }[],
  reading: TextReading,
): void {
  const lastCause = Math.max(
    -1,
    ...mentions.filter(({ stance }) => stance === 'cause').map(({ order }) => order),
  );
  const other = reading.otherCauses.findLast(({ order }) => order > lastCause);
  if (other === undefined) return;
  signs.isContested = true;
  add(signs.against, 'names-other-cause', { cause: other.code, text: other.quote.text });
}

export function add<Code extends ForCode | AgainstCode>(
  reasons: Reason<Code>[],
  code: Code,
  params: Reason['params'] = {},
): void {
  const weights: Readonly<Record<string, number>> = { ...FOR_WEIGHTS, ...AGAINST_WEIGHTS };
  reasons.push({ code, weight: weights[code] ?? 0, params });
}
