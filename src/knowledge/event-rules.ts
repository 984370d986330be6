import { sortUpdates } from '../model/order.ts';
import type { ArchivedEvent } from './schemas/event.ts';

/** A rule that holds between fields, which a schema of single fields cannot see. */
export interface BrokenRule {
  path: string;
  message: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Everything in an event that contradicts itself; empty where it is sound. */
export function brokenRules(event: ArchivedEvent): BrokenRule[] {
  return [
    ...spans(event).flatMap(spanRule),
    ...orderRule('posts', event.posts),
    ...orderRule('milestones', event.milestones),
    ...tooEarly(event),
    ...stepsRule(event),
    ...duplicateSources(event),
  ];
}

interface Span {
  path: string;
  startedAt?: string | null | undefined;
  endedAt?: string | null | undefined;
}

function spans(event: ArchivedEvent): Span[] {
  const inside = <T extends Omit<Span, 'path'>>(name: string, items: readonly T[]) =>
    items.map(({ startedAt, endedAt }, n) => ({ path: `${name}.${n}.`, startedAt, endedAt }));
  return [
    { path: '', startedAt: event.startedAt, endedAt: event.endedAt },
    ...inside('phases', event.phases),
    ...inside('cascade', event.cascade),
    ...inside('downstream', event.downstream),
  ];
}

function spanRule({ path, startedAt, endedAt }: Span): BrokenRule[] {
  if (!startedAt || !endedAt || startedAt <= endedAt) return [];
  return [
    { path: `${path}endedAt`, message: `lies before its start ${startedAt}: swap or correct them` },
  ];
}

function orderRule(name: string, items: readonly { at: string }[]): BrokenRule[] {
  const sorted = sortUpdates(items);
  const first = items.findIndex((item, n) => item.at !== sorted[n]?.at);
  if (first === -1) return [];
  return [{ path: `${name}.${first}.at`, message: 'is out of order: write the oldest first' }];
}

/** A provider posts after the start; a day of grace covers events known only to the day. */
function tooEarly(event: ArchivedEvent): BrokenRule[] {
  const earliest = new Date(Date.parse(event.startedAt) - DAY_MS).toISOString();
  return event.posts.flatMap((post, n) =>
    post.at >= earliest
      ? []
      : [
          {
            path: `posts.${n}.at`,
            message: `lies more than a day before the start ${event.startedAt}: correct one of them`,
          },
        ],
  );
}

function stepsRule(event: ArchivedEvent): BrokenRule[] {
  return event.cascade.flatMap(({ step }, n) =>
    step === n + 1
      ? []
      : [{ path: `cascade.${n}.step`, message: `is ${step}: count from 1 without gaps` }],
  );
}

function duplicateSources(event: ArchivedEvent): BrokenRule[] {
  const seen = new Set<string>();
  return event.sources.flatMap((source, n) => {
    const key = JSON.stringify(source);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      { path: `sources.${n}`, message: 'is written twice: keep one and point to it by its anchor' },
    ];
  });
}
