import type { Incident } from '../model/incident.ts';
import type { Quote } from './explanation.ts';
import type { Lexicon } from './lexicon.ts';
import { type OtherCause, otherCauseIn } from './other-causes.ts';
import { FAILOVER_TO } from './phrases.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Stance, stanceOf } from './stance.ts';
import { unnamedProvidersIn } from './unnamed-provider.ts';

/** A place in a text that names a provider, a service or a region of it. */
export interface Mention {
  providerId: string;
  stance: Stance;
  /** Rises with the time it was said. */
  order: number;
  /** Canonical services and regions the sentence names. */
  services: string[];
  regions: string[];
  /** The name is that of a region. */
  isRegion: boolean;
  quote: Quote;
}

/** "our upstream provider": a dependency without a name. */
export interface UnnamedMention {
  stance: Stance;
  order: number;
  text: string;
  quote: Quote;
}

/** Another cause, in the dependent's own words. */
export interface OtherCauseMention {
  code: OtherCause;
  order: number;
  quote: Quote;
}

/** What an incident's own words say of its cause. */
export interface TextReading {
  mentions: Mention[];
  unnamed: UnnamedMention[];
  otherCauses: OtherCauseMention[];
}

/** What nobody says this often in one sentence or post is noise, or an attack. */
const MAX_PER_SENTENCE = 12;
const MAX_PER_POST = 40;
const MAX_PER_INCIDENT = 400;

/**
 * Reads title and posts of an incident; names of its own provider do not count. Pure. The work is
 * bounded however long the text is and however often it repeats a name.
 */
export function readText(
  incident: Pick<Incident, 'title' | 'updates' | 'providerId' | 'startedAt'>,
  lexicon: Lexicon,
): TextReading {
  const reading: TextReading = { mentions: [], unnamed: [], otherCauses: [] };
  let left = { order: -1, count: 0 };
  for (const sentence of sentencesOf(incident)) {
    if (sentence.order !== left.order) left = { order: sentence.order, count: MAX_PER_POST };
    const room = Math.min(left.count, MAX_PER_INCIDENT - reading.mentions.length);
    const mentions = mentionsIn(sentence, incident, lexicon, Math.min(MAX_PER_SENTENCE, room));
    left.count -= mentions.length;
    const unnamed = left.count > 0 ? unnamedIn(sentence, incident.startedAt) : [];
    left.count -= unnamed.length;
    reading.mentions.push(...mentions);
    reading.unnamed.push(...unnamed);
    // "AWS rolled back a change": their change, told in a sentence about them.
    if ([...mentions, ...unnamed].some(({ stance }) => stance === 'cause')) continue;
    const other = otherCauseIn(sentence.text);
    if (other !== null) {
      const from = sentence.text.indexOf(other.text);
      reading.otherCauses.push({
        code: other.code,
        order: sentence.order,
        quote: quote(sentence, from, other.text),
      });
    }
  }
  return reading;
}

function mentionsIn(
  sentence: Sentence,
  incident: Pick<Incident, 'providerId' | 'startedAt'>,
  lexicon: Lexicon,
  limit: number,
): Mention[] {
  const mentions: Mention[] = [];
  const places = new Map<string, Pick<Mention, 'services' | 'regions'>>();
  let told: string | null = null;
  for (const match of limit <= 0 ? [] : sentence.text.matchAll(lexicon.pattern)) {
    const [name] = match;
    told ??= sentence.text.replaceAll(FAILOVER_TO, (goal) => ' '.repeat(goal.length));
    const isGoal = told.slice(match.index, match.index + name.length).trim() === '';
    for (const thing of lexicon.thingsCalled(name)) {
      const { providerId } = thing;
      if (providerId === incident.providerId) continue;
      if (isGoal && thing.regionId !== undefined) continue;
      const named = places.get(providerId) ?? {
        services: lexicon.servicesIn(providerId, sentence.text),
        regions: lexicon.regionsIn(providerId, told),
      };
      places.set(providerId, named);
      mentions.push({
        providerId,
        stance: stanceOf(sentence.text, match.index, name.length, incident.startedAt),
        order: sentence.order,
        ...named,
        isRegion: thing.regionId !== undefined,
        quote: quote(sentence, match.index, name),
      });
      if (mentions.length >= limit) return mentions;
    }
  }
  return mentions;
}

function unnamedIn(sentence: Sentence, at: string): UnnamedMention[] {
  return unnamedProvidersIn(sentence.text)
    .slice(0, MAX_PER_SENTENCE)
    .map(({ from, text }) => ({
      stance: stanceOf(sentence.text, from, text.length, at),
      order: sentence.order,
      text,
      quote: quote(sentence, from, text),
    }));
}

function quote(sentence: Sentence, from: number, text: string): Quote {
  return {
    updateId: sentence.updateId,
    sentence: sentence.text,
    text,
    offset: sentence.offset + from,
    length: text.length,
  };
}

/** What the words as a whole say of one provider. */
export interface Verdict {
  stance: Stance | null;
  mentions: Mention[];
}

const STRENGTH: Readonly<Record<Stance, number>> = {
  cause: 4,
  negated: 4,
  hedged: 3,
  named: 2,
  integration: 1,
  past: 0,
};

/**
 * The stance to a provider over all posts: the strongest counts, and between "it is" and "it is
 * not" the later word.
 */
export function verdictOn(providerId: string, reading: TextReading): Verdict {
  const mentions = reading.mentions.filter((mention) => mention.providerId === providerId);
  const best = mentions.toSorted(
    (a, b) => STRENGTH[b.stance] - STRENGTH[a.stance] || b.order - a.order,
  )[0];
  return { stance: best?.stance ?? null, mentions };
}
