import type { EventStory } from '../../../explain/event-story.ts';
import type { Cut } from '../../../model/cut.ts';
import { apiEvent } from '../../../views/api-event.ts';
import { eventSchema } from '../../../views/api-schemas.ts';
import { eventPage } from '../../../views/event-page.ts';
import type { ExplainedIncidents } from '../../../views/explained-world.ts';
import { movedTo } from '../plain-answer.ts';
import { apiAnswer, badParameters, problemAnswer } from './api-answer.ts';
import { type ApiContext, readApiRequest } from './api-request.ts';

const EVENTS_ON_A_PAGE = 50;

/**
 * `/api/v1/events`: events that go on, those of the last two weeks, and the archive; newest start
 * first. `provider` may have begun it or been hit.
 */
export async function answerEvents(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(eventSchema.shape));
  if (request instanceof Response) return request;
  const { locals } = context;
  const { cut, locale } = request;
  const within = await locals.explained.current();
  const { events } = within;
  const from = cut.before === undefined ? 0 : events.findIndex(({ id }) => id === cut.before) + 1;
  if (cut.before !== undefined && from === 0) {
    const expected = 'the value of `next` of the page before';
    return badParameters([{ parameter: 'before', value: cut.before, expected }], locals.siteUrl);
  }
  const limit = cut.limit ?? EVENTS_ON_A_PAGE;
  const found = events
    .slice(from)
    .filter((story) => isWithin(story, within, cut))
    .filter((story) => request.isOpen === undefined || isLive(story, locals) === request.isOpen);
  const shown = found.slice(0, limit);
  const pages = shown.flatMap((story) => eventPage(story, { ...locals, within }, locale) ?? []);
  return apiAnswer({
    data: pages.map((page) => request.pick(apiEvent(page, locale, locals.siteUrl))),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  });
}

/** `/api/v1/events/<id>`; an event known under another name leads to its own. */
export async function answerEvent(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(eventSchema.shape));
  if (request instanceof Response) return request;
  const { locals, params, url } = context;
  const asked = params.id ?? '';
  const found = await locals.explained.event(asked);
  if (found !== undefined && found.story.id !== asked) {
    return movedTo(`/api/v1/events/${found.story.id}`, url);
  }
  const page = found && eventPage(found.story, { ...locals, within: found.within }, request.locale);
  if (page == null) {
    const detail = `No event is known as ${JSON.stringify(asked.slice(0, 80))}.`;
    return problemAnswer(404, detail, locals.siteUrl);
  }
  return apiAnswer(request.pick(apiEvent(page, request.locale, locals.siteUrl)));
}

function isWithin(story: EventStory, within: ExplainedIncidents, cut: Cut): boolean {
  const providers = [...(cut.providers ?? []), ...(cut.use ?? [])];
  const upstream = within.incident(story.upstreamId);
  const hit = [...story.members, ...story.possible, ...story.hits];
  const own = [story.providerId, ...hit.map(({ providerId }) => providerId)];
  const end = story.endedAt ?? (story.state === 'open' ? '9' : story.startedAt);
  const isOneOf = (values: readonly string[] | undefined, ids: readonly (string | null)[]) =>
    values === undefined || ids.some((id) => id !== null && values.includes(id));
  return (
    isOneOf(providers.length === 0 ? undefined : providers, own) &&
    isOneOf(cut.regions, upstream?.regions ?? []) &&
    isOneOf(cut.services, upstream?.services ?? []) &&
    (cut.from === undefined || end >= cut.from) &&
    (cut.to === undefined || story.startedAt < cut.to)
  );
}

/** The archive holds the past: what a source left open there is not open now. */
function isLive({ id, state }: EventStory, { knowledge }: App.Locals): boolean {
  return state === 'open' && knowledge.event(id) === undefined;
}
