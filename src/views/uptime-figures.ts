import { isImpactAtLeast } from '../model/impact.ts';
import type { Incident } from '../model/incident.ts';
import { barEnd, lastVouched } from './history-bar.ts';
import { oncePer } from './once-per.ts';

export const UPTIME_SPANS = ['days-90', 'months-12', 'all'] as const;
export type UptimeSpan = (typeof UPTIME_SPANS)[number];

/** Availability over a span. Milliseconds; `share` is null where nothing was observed. */
export interface UptimeFigure {
  span: UptimeSpan;
  /** Start of what is counted: of the span, or of our readings where they began later. */
  from: string;
  observedMs: number;
  /** Of these, with an incident of major or critical impact. */
  downMs: number;
  /** Of these, with an incident of any impact. */
  troubleMs: number;
  /** 1 − down / observed. */
  share: number | null;
}

export interface UptimeInput {
  /** Of one provider or component, whatever overlaps the span. */
  incidents: readonly Incident[];
  /** Our first proof of a reading; null: never read, so nothing was observed. */
  firstReadAt: string | null;
  /** The last good reading; nothing after it was observed. */
  lastReadAt: string | null;
  now: string;
}

type Span = readonly [from: number, to: number];

const DAY_MS = 86_400_000;

/**
 * Observed is what lies between first and last reading, less maintenance, less what is unknown: an
 * incident of unknown impact, and the time between the last word on an incident and the moment its
 * end was merely noticed. Overlaps count once; trouble that is known outweighs what is unknown.
 */
export function uptimeFigure(span: UptimeSpan, input: UptimeInput): UptimeFigure {
  return figureOf(span, input, spansOf(input.incidents));
}

/** Figures of all spans. */
export function uptimeFigures(input: UptimeInput): UptimeFigure[] {
  const spans = spansOf(input.incidents);
  return UPTIME_SPANS.map((span) => figureOf(span, input, spans));
}

interface Spans {
  down: Span[];
  trouble: Span[];
  /** Neither up nor down: under maintenance, or unknown. */
  lost: Span[];
}

const sureSpan = oncePer((incident: Incident): Span => {
  const end = barEnd(incident) === 'inferred' ? lastVouched(incident) : incident.resolvedAt;
  return [Date.parse(incident.startedAt), end === null ? Infinity : Date.parse(end)];
});

/** Independent of the moment: what has not ended reaches on for ever, until a window cuts it. */
const spansOf = oncePer((incidents: readonly Incident[]): Spans => {
  const told = incidents.filter((one) => one.withdrawnAt === null);
  const troubled = told.filter((one) => one.kind === 'incident');
  const sure = (list: readonly Incident[]) => union(list.map(sureSpan));
  const trouble = sure(troubled.filter((one) => one.impact !== 'unknown'));
  const maintenance = sure(told.filter((one) => one.kind === 'maintenance' && hasBegun(one)));
  const unknown = union([
    ...troubled.filter((one) => one.impact === 'unknown').map(sureSpan),
    ...troubled.flatMap((one) => unsureSpan(one)),
  ]);
  // Maintenance goes before everything; then what is known to be wrong; then what is unknown.
  return {
    down: minus(sure(troubled.filter((one) => isGrave(one))), maintenance),
    trouble: minus(trouble, maintenance),
    lost: union([...maintenance, ...minus(minus(unknown, trouble), maintenance)]),
  };
});

function figureOf(span: UptimeSpan, input: UptimeInput, spans: Spans): UptimeFigure {
  const start = spanStart(span, input.now);
  const first = input.firstReadAt ?? input.now;
  const from = start !== null && start > first ? start : first;
  const to = Date.parse(input.lastReadAt ?? from);
  const window: Span = [Date.parse(from), Math.max(Date.parse(from), to)];
  const within = (list: readonly Span[]) => length(clip(list, window));
  const downMs = within(spans.down);
  const observedMs = window[1] - window[0] - within(spans.lost);
  const share = observedMs > 0 ? 1 - downMs / observedMs : null;
  return { span, from, observedMs, downMs, troubleMs: within(spans.trouble), share };
}

/** Whole UTC days back from the end of the day of `now`; null for all. */
function spanStart(span: UptimeSpan, now: string): string | null {
  if (span === 'all') return null;
  const today = new Date(Math.floor(Date.parse(now) / DAY_MS) * DAY_MS);
  if (span === 'days-90') return new Date(today.getTime() - 89 * DAY_MS).toISOString();
  today.setUTCFullYear(today.getUTCFullYear() - 1);
  return today.toISOString();
}

function isGrave(incident: Incident): boolean {
  return incident.impact !== 'unknown' && isImpactAtLeast(incident.impact, 'major');
}

function hasBegun(incident: Incident): boolean {
  return incident.status !== 'scheduled';
}

function unsureSpan(incident: Incident): Span[] {
  if (barEnd(incident) !== 'inferred' || incident.resolvedAt === null) return [];
  return [[Date.parse(lastVouched(incident)), Date.parse(incident.resolvedAt)]];
}

/** Spans in order, overlaps joined, empty ones dropped. */
export function union(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (to <= from) continue;
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** What of `spans` no span of `taken` covers; both in order and joined. */
function minus(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  let next = 0;
  for (const [start, end] of spans) {
    let from = start;
    while ((taken[next]?.[1] ?? end) <= from) next += 1;
    for (let at = next; at < taken.length; at += 1) {
      const [a, b] = taken[at] ?? [end, end];
      if (a >= end) break;
      if (a > from) left.push([from, a]);
      from = Math.max(from, b);
    }
    if (from < end) left.push([from, end]);
  }
  return left;
}

function clip(spans: readonly Span[], [from, to]: Span): Span[] {
  return spans
    .map(([a, b]): Span => [Math.max(a, from), Math.min(b, to)])
    .filter(([a, b]) => b > a);
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}
