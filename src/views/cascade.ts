import type { Grade } from '../explain/explanation.ts';
import type { Locale } from '../i18n/locale.ts';
import type { ArchivedEvent, CascadeStep } from '../knowledge/schemas/event.ts';
import { shownConfidence } from '../knowledge/shown-confidence.ts';
import { STATUS_OF_IMPACT } from '../model/impact.ts';
import type { PlaceFinder } from '../model/place.ts';
import { fitOf, isWithin, keyWords, partsOf } from './cascade-words.ts';
import { countedLinks, type EventLink, type LinkSign } from './event-link.ts';

/** Something that failed, in the drawing of an event. */
export interface CascadeNode {
  key: string;
  label: string;
  sign: LinkSign;
  /** How sure the line that leads here is. */
  grade: Grade;
  startedAt: string | null;
  endedAt: string | null;
  /** Keys of the nodes it fell because of; the first one is drawn as a line. */
  from: string[];
  /** Longest way from a trigger. */
  rank: number;
  /** The link it stands for, outside. */
  link: EventLink | null;
}

export interface Cascade {
  /** The chain within the failing part, in the order of its steps. */
  chain: CascadeNode[];
  /** What else the provider lost, because of the failing part as a whole. */
  alongside: CascadeNode[];
  /** Who fell outside; those with a `from` hang on another of them. */
  outside: CascadeNode[];
}

export interface CascadeContext {
  locale: Locale;
  /** Name of what broke, in English, as the steps write it. */
  subject: string;
  providerName: string;
  /** Names of all other providers. */
  otherNames: readonly string[];
  places: Pick<PlaceFinder, 'servicesIn'>;
}

const GRADE_OF = { confirmed: 'confirmed', unconfirmed: 'possible', disputed: 'possible' } as const;
const SOMEBODY_ELSE =
  /customers$|customer (sites|integrations)|third[- ]party sites|airlines|banks|railway|restaurant/i;

/** The cascade of an archived event from its steps, and of those who fell outside from its links. */
export function cascadeOf(
  event: ArchivedEvent,
  links: readonly EventLink[],
  context: CascadeContext,
): Cascade {
  const chain: CascadeNode[] = [];
  const alongside: CascadeNode[] = [];
  const loose: CascadeNode[] = [];
  const english = new Map<CascadeNode, string>();
  const targets = new Set<CascadeNode>();
  const ignored = keyWords(`${context.subject} ${context.providerName}`);
  const inChain = new Map<string, CascadeStep>();
  let last: CascadeNode | undefined;

  const find = (name: string): CascadeNode | undefined => {
    const fits = chain
      .map((node) => ({
        node,
        fit: fitOf(name, english.get(node) ?? '', ignored),
        isTarget: targets.has(node),
      }))
      .filter(({ fit }) => fit > 0);
    const best = fits.toSorted(
      (a, b) => b.fit - a.fit || Number(b.isTarget) - Number(a.isTarget),
    )[0];
    return best?.node;
  };
  const add = (name: CascadeStep['to'], list: CascadeNode[], node: Partial<CascadeNode>) => {
    const made: CascadeNode = {
      key: `step-${english.size}`,
      label: name[context.locale],
      sign: STATUS_OF_IMPACT[event.impact],
      grade: 'confirmed',
      startedAt: null,
      endedAt: null,
      from: [],
      rank: 0,
      link: null,
      ...node,
    };
    english.set(made, name.en);
    list.push(made);
    return made;
  };

  for (const step of event.cascade) {
    const grade = GRADE_OF[shownConfidence(step)];
    const times = { startedAt: step.startedAt ?? null, endedAt: step.endedAt ?? null, grade };
    if (isOutside(step.to.en, event, context)) {
      const named = links.filter((link) => isNamed(link, step.to.en));
      for (const { key } of named) inChain.set(key, step);
      // "Customer sites" says less than the sites that are named.
      const isTold = SOMEBODY_ELSE.test(step.to.en) && links.length > 0;
      if (named.length === 0 && !isTold) {
        add(step.to, loose, { ...times, sign: isReportedOnly(step) ? 'silent' : 'unknown' });
      }
      continue;
    }
    const isWhole = isWithin(keyWords(context.subject), keyWords(step.from.en));
    const exact = find(step.from.en);
    if (isWhole && (exact === undefined || english.get(exact) !== step.from.en)) {
      add(step.to, alongside, times);
      continue;
    }
    const parents = sourcesOf(step.from.en, find);
    const from =
      parents.length > 0 ? parents : [add(step.from, chain, { rank: last?.rank ?? 0, grade })];
    const known = chain.find((node) => english.get(node) === step.to.en);
    const rank = Math.max(...from.map((node) => node.rank)) + 1;
    const keys = from.toSorted((a, b) => b.rank - a.rank).map(({ key }) => key);
    if (known === undefined) {
      last = add(step.to, chain, { ...times, from: keys, rank });
      targets.add(last);
    } else if (!keys.includes(known.key)) known.from = [...new Set([...known.from, ...keys])];
  }
  return { chain, alongside, outside: [...outsideOf(links, inChain), ...loose] };
}

/** A living event: the upstream alone, and who fell with it. */
export function livingCascade(links: readonly EventLink[]): Cascade {
  return { chain: [], alongside: [], outside: outsideOf(links, new Map()) };
}

function outsideOf(
  links: readonly EventLink[],
  inChain: ReadonlyMap<string, CascadeStep>,
): CascadeNode[] {
  const counted = countedLinks(links);
  const keys = new Set(counted.map(({ key }) => key));
  return counted
    .map((link): CascadeNode => {
      const step = inChain.get(link.key);
      return {
        key: link.key,
        label: link.name,
        sign: link.sign,
        grade: link.grade,
        startedAt: link.startedAt ?? step?.startedAt ?? null,
        endedAt: link.endedAt ?? step?.endedAt ?? null,
        from: link.parent !== null && keys.has(link.parent) ? [link.parent] : [],
        rank: 0,
        link,
      };
    })
    .toSorted((a, b) => Number(inChain.has(b.key)) - Number(inChain.has(a.key)));
}

function sourcesOf(name: string, find: (name: string) => CascadeNode | undefined): CascadeNode[] {
  const parts = partsOf(name);
  const each = parts.flatMap((part) => find(part) ?? []);
  const whole = find(name);
  const found = parts.length > 1 && each.length === parts.length ? each : whole ? [whole] : each;
  return [...new Set(found)];
}

/** Outside is what names somebody else, unless it names a part of the provider's own. */
function isOutside(name: string, event: ArchivedEvent, context: CascadeContext): boolean {
  const hits = event.downstream.map((hit) => shortName(hit.name.en));
  if (SOMEBODY_ELSE.test(name) || hits.some((hit) => isWord(hit, name) && name.startsWith(hit))) {
    return true;
  }
  if (context.places.servicesIn(event.provider, name).length > 0) return false;
  const others = [...hits, ...context.otherNames];
  return others.some((other) => other.length > 1 && isWord(other, name));
}

function isNamed(link: EventLink, name: string): boolean {
  const own = [
    shortName(link.name),
    ...[...link.name.matchAll(/\(([^)]+)\)/g)].flatMap((m) => partsOf(m[1] ?? '')),
  ];
  return own.some((one) => isWord(one, name)) || isWithin(keyWords(name), keyWords(link.name));
}

/** "Atlassian (Jira, Statuspage)" is Atlassian, "Fortnite / Epic Games" Fortnite. */
function shortName(name: string): string {
  return name.split(/ [(/]/, 1)[0] ?? name;
}

function isWord(needle: string, text: string): boolean {
  const at = text.indexOf(needle);
  if (at < 0) return false;
  const around = `${text[at - 1] ?? ' '}${text[at + needle.length] ?? ' '}`;
  return !/[\p{L}\p{N}]/u.test(around);
}

function isReportedOnly(step: CascadeStep): boolean {
  return step.sources.every(({ tier }) => tier === 'press' || tier === 'weak');
}
