import type { Grade } from '../explain/explanation.ts';
import type { Locale } from '../i18n/locale.ts';
import type { ArchivedEvent } from '../knowledge/schemas/event.ts';
import { publicSources } from '../knowledge/schemas/source.ts';
import type { Impact, Incident } from '../model/incident.ts';
import { countedLinks, type EventLink, type LinkSign } from './event-link.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';

/** One row of the small timeline. A bar ends only where a source says so. */
export interface EventLane {
  key: string;
  label: string;
  /** 0 the provider, 1 its parts and those who fell with it, 2 those who hang on one of them. */
  depth: 0 | 1 | 2;
  sign: LinkSign;
  grade: Grade;
  impact: Impact;
  startedAt: string | null;
  endedAt: string | null;
  /** In percent; `width` null where no end is stated: a mark and dots. */
  bar: { x: number; width: number | null } | null;
  /** Moments of posts, in percent. */
  posts: readonly number[];
  href: string | null;
}

export interface EventTimeline {
  axis: TimeAxis;
  lanes: EventLane[];
  /** Counted ones that no source gives a start for. */
  undrawn: EventLink[];
}

export interface LaneSources {
  name: string;
  upstream: Incident;
  /** Other posts of the provider that tell of the same. */
  twins: readonly Incident[];
  archived: ArchivedEvent | undefined;
  links: readonly EventLink[];
  locale: Locale;
  now: string;
  hrefOf(incident: Incident): string;
}

/** Who fell when: the provider, its parts, then the others by their start. */
export function eventTimeline(sources: LaneSources): EventTimeline {
  const { upstream, archived, links, locale, now } = sources;
  const counted = countedLinks(links);
  const drawn = counted
    .filter((link) => link.startedAt !== null)
    .toSorted((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? -1 : 1));
  const start =
    [
      upstream.startedAt,
      ...drawn.map((link) => link.startedAt ?? upstream.startedAt),
    ].toSorted()[0] ?? upstream.startedAt;
  const own = archived === undefined ? upstream.resolvedAt : archived.endedAt;
  const posts = [upstream, ...sources.twins]
    .flatMap(({ updates }) => updates)
    .filter((post) => post.status !== 'postmortem');
  const known = [
    own ?? (archived === undefined ? now : upstream.updatedAt),
    upstream.startedAt,
    ...drawn.flatMap((link) => [link.startedAt ?? [], link.endedAt ?? []].flat()),
    ...(archived?.phases ?? []).map((phase) => phase.endedAt),
    ...posts.map((post) => post.at),
  ].toSorted();
  const axis = timeAxis(start, known.at(-1) ?? now);
  const bar = (from: string | null, to: string | null) =>
    from === null
      ? null
      : { x: axis.x(from), width: to === null ? null : Math.max(0.4, axis.x(to) - axis.x(from)) };
  const common = { posts: [], href: null, grade: 'confirmed', impact: upstream.impact } as const;
  const isExact = archived === undefined || archived.startPrecision === 'minute';
  const lanes: EventLane[] = [
    {
      ...common,
      key: 'upstream',
      label: sources.name,
      depth: 0,
      sign: signOfImpact(upstream),
      startedAt: isExact ? upstream.startedAt : null,
      endedAt: own,
      bar: isExact ? bar(upstream.startedAt, own) : null,
      posts: posts.map((post) => axis.x(post.at)),
      href: sources.hrefOf(upstream),
    },
    ...(archived?.phases ?? [])
      .filter((phase) => publicSources(phase.sources).length > 0)
      .map((phase, index) => ({
        ...common,
        key: `phase-${index}`,
        label: phase.name[locale],
        depth: 1 as const,
        sign: signOfImpact(upstream),
        startedAt: phase.startedAt,
        endedAt: phase.endedAt,
        bar: bar(phase.startedAt, phase.endedAt),
      })),
  ];
  const lane = (link: EventLink, depth: 1 | 2): EventLane => ({
    key: link.key,
    label: link.name,
    depth,
    sign: link.sign,
    grade: link.grade,
    impact: link.incident?.impact ?? 'unknown',
    startedAt: link.startedAt,
    endedAt: link.endedAt,
    bar: bar(link.startedAt, link.endedAt),
    posts: (link.incident?.updates ?? [])
      .filter((post) => post.status !== 'postmortem')
      .map((post) => axis.x(post.at)),
    href: link.incident === null ? null : sources.hrefOf(link.incident),
  });
  const isParentDrawn = (link: EventLink) => drawn.some(({ key }) => key === link.parent);
  for (const link of drawn) {
    if (isParentDrawn(link)) continue;
    lanes.push(lane(link, 1));
    lanes.push(...drawn.filter(({ parent }) => parent === link.key).map((child) => lane(child, 2)));
  }
  return { axis, lanes, undrawn: counted.filter((link) => link.startedAt === null) };
}

function signOfImpact({ impact }: Incident): LinkSign {
  if (impact === 'critical') return 'major_outage';
  if (impact === 'major') return 'partial_outage';
  return impact === 'unknown' ? 'unknown' : 'degraded_performance';
}
