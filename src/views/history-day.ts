import { scaleUtc } from 'd3-scale';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { EventPhase } from '../knowledge/schemas/event.ts';
import type { Incident, IncidentUpdate } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import { type CurveStep, openCurve } from './history-curve.ts';
import { type HistoryEvent, historyEvents } from './history-events.ts';
import { type HistoryLane, historyLanes } from './history-lanes.ts';
import { keptPeriod } from './kept-period.ts';

/** One official post of the day. */
export interface DayPost {
  incident: Incident;
  update: IncidentUpdate;
}

/** A day by the minute. */
export interface HistoryDayView {
  incidents: Incident[];
  events: HistoryEvent[];
  /** Lanes shown, then those folded away. */
  lanes: HistoryLane[];
  folded: HistoryLane[];
  /** Phases of the day's events, by the provider whose lane they stand under. */
  phases: { event: HistoryEvent; phase: EventPhase }[];
  posts: DayPost[];
  curve: CurveStep[];
  /** What is drawn: the day from the last three-hour mark before anything happens. */
  axis: DayAxis;
}

export interface DayAxis {
  from: string;
  to: string;
  /** Units: minutes. */
  width: number;
  hours: { hour: number; x: number }[];
  x: (iso: string) => number;
}

const MINUTE_MS = 60_000;
const MAX_DAY_LANES = 30;

/** A day, from everything that overlaps it. */
export const historyDay = keptPeriod(view);

function view(input: {
  ongoing: readonly Incident[];
  knowledge: Pick<Knowledge, 'events'>;
  providers: readonly Provider[];
  period: { from: string; to: string };
  now: string;
}): HistoryDayView {
  const { ongoing, knowledge, providers, now } = input;
  const { from, to } = input.period;
  const incidents = ongoing.filter(
    (incident) => incident.withdrawnAt === null && incident.kind === 'incident',
  );
  const events = historyEvents(knowledge, incidents, { from, to });
  const lanes = historyLanes(incidents, events, providers, MAX_DAY_LANES);
  const posts = dayPosts(incidents, from, to);
  return {
    incidents,
    events,
    lanes: lanes.shown,
    folded: lanes.folds.flatMap((fold) => fold.lanes),
    phases: events.flatMap((event) =>
      event.event.phases
        .filter((phase) => phase.startedAt < to && phase.endedAt > from)
        .map((phase) => ({ event, phase })),
    ),
    posts,
    curve: openCurve(incidents, { from, to, now }),
    axis: dayAxis(incidents, from, to),
  };
}

/** Every official post within [from, to), oldest first. */
export function dayPosts(incidents: readonly Incident[], from: string, to: string): DayPost[] {
  return incidents
    .flatMap((incident) => incident.updates.map((update) => ({ incident, update })))
    .filter(({ update }) => update.at >= from && update.at < to)
    .toSorted((a, b) => (a.update.at < b.update.at ? -1 : a.update.at > b.update.at ? 1 : 0));
}

/** Leaves the empty morning away, in steps of three hours, so that the rest can be read. */
function dayAxis(incidents: readonly Incident[], from: string, to: string): DayAxis {
  const first =
    incidents
      .map((incident) => incident.startedAt)
      .toSorted()
      .at(0) ?? from;
  const minute = Math.max(0, (Date.parse(first) - Date.parse(from)) / MINUTE_MS - 15);
  const startHour = Math.min(18, Math.floor(minute / 180) * 3);
  const start = new Date(Date.parse(from) + startHour * 60 * MINUTE_MS);
  const width = (24 - startHour) * 60;
  const scale = scaleUtc()
    .domain([start, new Date(to)])
    .range([0, width])
    .clamp(true);
  const step = startHour >= 12 ? 1 : startHour >= 6 ? 2 : 3;
  const hours = Array.from({ length: 25 }, (_, hour) => hour)
    .filter((hour) => hour >= startHour && (hour - startHour) % step === 0)
    .map((hour) => ({ hour, x: (hour - startHour) * 60 }));
  return {
    from: start.toISOString(),
    to,
    width,
    hours,
    x: (iso) => Math.round(scale(new Date(iso))),
  };
}
