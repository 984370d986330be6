import type { Locale } from '../i18n/locale.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import type { Cut } from '../model/cut.ts';
import type { Provider } from '../model/provider.ts';
import { foldedText, holdsWord, searchWords } from './match-words.ts';
import { findProviders } from './provider-links.ts';
import { providersOfCut } from './query-of-cut.ts';

/** A region or a part of a cloud. */
export interface FoundPlace {
  /** Canonical. @example 'aws:us-east-1' */
  id: string;
  kind: 'region' | 'service';
  providerId: string;
  /** As its provider writes it; of regions the first of their names. */
  name: string;
}

/** What a search finds among what is held in memory; incidents come from the store. */
export interface Found {
  providers: Provider[];
  places: FoundPlace[];
  events: ArchivedEvent[];
}

const MOST_PROVIDERS = 12;
const MOST_PLACES = 8;
const MOST_EVENTS = 12;

/**
 * Providers by name, places by name or id, events by what weighs most: title before place before
 * summary before the rest; among equals the newest first. Every word, or its beginning, must occur.
 */
export function findKnown(
  cut: Cut,
  locale: Locale,
  { providers, knowledge }: { providers: readonly Provider[]; knowledge: Knowledge },
): Found {
  const text = cut.text ?? '';
  const words = searchWords(text);
  if (words.length === 0) return { providers: [], places: [], events: [] };
  const left = providersOfCut(cut, providers);
  const isLeft = (id: string) => left === null || left.includes(id);
  const names = new Map(providers.map(({ id, name }) => [id, name]));
  return {
    providers: findProviders(providers, text)
      .filter(({ id }) => isLeft(id))
      .slice(0, MOST_PROVIDERS),
    places: findPlaces(words, knowledge, names)
      .filter(({ providerId }) => isLeft(providerId))
      .slice(0, MOST_PLACES),
    events: knowledge.events
      .filter((event) => isWithin(event, cut, isLeft))
      .map((event) => ({ event, weight: weightOf(event, words, locale, names) }))
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => b.weight - a.weight || (a.event.startedAt < b.event.startedAt ? 1 : -1))
      .slice(0, MOST_EVENTS)
      .map(({ event }) => event),
  };
}

/** The provider a search names, and the words that remain: people write «github pages». */
export function namedProvider(
  text: string,
  providers: readonly Provider[],
): { provider: Provider; rest: string } | null {
  const asked = searchWords(text);
  let best: { provider: Provider; words: string[]; at: number } | null = null;
  for (const provider of providers) {
    for (const name of [provider.name, provider.id, ...(provider.aliases ?? [])]) {
      const words = searchWords(name);
      const at = positionOf(words, asked);
      if (at >= 0 && words.length > (best?.words.length ?? 0)) best = { provider, words, at };
    }
  }
  if (best === null) return null;
  const rest = asked.toSpliced(best.at, best.words.length).join(' ');
  return { provider: best.provider, rest };
}

function positionOf(words: readonly string[], within: readonly string[]): number {
  if (words.length === 0) return -1;
  return within.findIndex((_, at) => words.every((word, index) => within[at + index] === word));
}

function findPlaces(
  words: readonly string[],
  { regions, services }: Pick<Knowledge, 'regions' | 'services'>,
  names: ReadonlyMap<string, string>,
): FoundPlace[] {
  const found: { place: FoundPlace; rank: number }[] = [];
  const add = (place: FoundPlace, aliases: readonly string[]) => {
    const own = place.id.slice(place.id.indexOf(':') + 1);
    const texts = [place.name, own, ...aliases];
    const all = foldedText([...texts, place.providerId, names.get(place.providerId) ?? '']);
    if (!words.every((word) => holdsWord(all, word))) return;
    // The provider alone does not name a place.
    const ownText = foldedText(texts);
    if (!words.some((word) => holdsWord(ownText, word))) return;
    const asked = ` ${words.join(' ')} `;
    const exact = texts.some((text) => foldedText([text]) === asked);
    found.push({ place, rank: exact ? 0 : ownText.startsWith(asked.trimEnd()) ? 1 : 2 });
  };
  for (const [providerId, list] of Object.entries(regions)) {
    for (const [id, aliases] of Object.entries(list)) {
      add(
        { id: `${providerId}:${id}`, kind: 'region', providerId, name: aliases[0] ?? id },
        aliases,
      );
    }
  }
  for (const [providerId, list] of Object.entries(services)) {
    for (const [id, { name, aliases }] of Object.entries(list)) {
      add({ id: `${providerId}:${id}`, kind: 'service', providerId, name }, aliases);
    }
  }
  return found.toSorted((a, b) => a.rank - b.rank).map(({ place }) => place);
}

/** Sum over the words of the weight of the best part that holds it; 0 where one is nowhere. */
function weightOf(
  event: ArchivedEvent,
  words: readonly string[],
  locale: Locale,
  names: ReadonlyMap<string, string>,
): number {
  const parts: readonly (readonly [weight: number, text: () => string[]])[] = [
    [8, () => [event.title[locale], names.get(event.provider) ?? '', event.provider]],
    [6, () => [event.id, ...event.regionNames.map((one) => one[locale]), ...event.trackingIds]],
    [5, () => event.serviceNames.map((one) => one[locale])],
    [4, () => [event.summary[locale]]],
    [3, () => event.downstream.flatMap((hit) => [hit.name[locale], hit.provider ?? ''])],
    [2, () => [event.trigger[locale], event.rootCause[locale]]],
    [1, () => event.posts.map((post) => post.text[locale])],
  ];
  let missing = [...words];
  let weight = 0;
  for (const [each, text] of parts) {
    if (missing.length === 0) break;
    const folded = foldedText(text());
    const left = missing.filter((word) => !holdsWord(folded, word));
    weight += each * (missing.length - left.length);
    missing = left;
  }
  return missing.length === 0 ? weight : 0;
}

function isWithin(event: ArchivedEvent, cut: Cut, isLeft: (id: string) => boolean): boolean {
  const end = event.endedAt ?? event.startedAt;
  const providers = [event.provider, ...event.downstream.flatMap(({ provider }) => provider ?? [])];
  return (
    providers.some(isLeft) &&
    (cut.kinds === undefined || cut.kinds.includes('incident')) &&
    (cut.regions === undefined || event.regions.some((one) => cut.regions?.includes(one))) &&
    (cut.services === undefined || event.services.some((one) => cut.services?.includes(one))) &&
    (cut.from === undefined || end >= cut.from) &&
    (cut.to === undefined || event.startedAt < cut.to)
  );
}
