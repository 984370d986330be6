import type { Cut } from '../../../model/cut.ts';
import { apiDependency, apiEvent } from '../../../views/api-objects.ts';
import { dependencySchema, eventSchema } from '../../../views/api-schemas.ts';
import { apiAnswer, badParameters, problemAnswer } from './api-answer.ts';
import { type ApiContext, readApiRequest } from './api-request.ts';

const EVENTS_ON_A_PAGE = 50;

/** `/api/v1/events`: events of the archive, newest start first. `provider` may have begun it or been hit. */
export function answerEvents(context: ApiContext): Response {
  const request = readApiRequest(context, Object.keys(eventSchema.shape));
  if (request instanceof Response) return request;
  const { locals } = context;
  const { cut } = request;
  const { events } = locals.knowledge;
  const from = cut.before === undefined ? 0 : events.findIndex(({ id }) => id === cut.before) + 1;
  if (cut.before !== undefined && from === 0) {
    const expected = 'the value of `next` of the page before';
    return badParameters([{ parameter: 'before', value: cut.before, expected }], locals.siteUrl);
  }
  const limit = cut.limit ?? EVENTS_ON_A_PAGE;
  const found = events.slice(from).filter((event) => isWithin(event, cut));
  const page = found.slice(0, limit);
  return apiAnswer({
    data: page.map((event) => request.pick(apiEvent(event, request.locale, locals.siteUrl))),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  });
}

type Event = App.Locals['knowledge']['events'][number];

function isWithin(event: Event, cut: Cut): boolean {
  const providers = [...(cut.providers ?? []), ...(cut.use ?? [])];
  const own = [event.provider, ...event.downstream.map((hit) => hit.provider)];
  const end = event.endedAt ?? event.startedAt;
  const isOneOf = (values: readonly string[] | undefined, ids: readonly (string | null)[]) =>
    values === undefined || ids.some((id) => id !== null && values.includes(id));
  return (
    isOneOf(providers.length === 0 ? undefined : providers, own) &&
    isOneOf(cut.regions, event.regions) &&
    isOneOf(cut.services, event.services) &&
    (cut.from === undefined || end >= cut.from) &&
    (cut.to === undefined || event.startedAt < cut.to)
  );
}

/** `/api/v1/events/<id>` */
export function answerEvent(context: ApiContext): Response {
  const request = readApiRequest(context, Object.keys(eventSchema.shape));
  if (request instanceof Response) return request;
  const { locals, params } = context;
  const event = locals.knowledge.event(params.id ?? '');
  if (event === undefined) {
    const asked = JSON.stringify((params.id ?? '').slice(0, 80));
    return problemAnswer(404, `No event is known as ${asked}.`, locals.siteUrl);
  }
  return apiAnswer(request.pick(apiEvent(event, request.locale, locals.siteUrl)));
}

/** `/api/v1/dependencies`: who stands on whom; `provider` may be either end, `use` those who depend. */
export function answerDependencies(context: ApiContext): Response {
  const request = readApiRequest(context, Object.keys(dependencySchema.shape));
  if (request instanceof Response) return request;
  const { providers, use } = request.cut;
  const data = context.locals.knowledge.dependencies
    .filter(
      ({ dependent, upstream }) =>
        (providers === undefined ||
          providers.includes(dependent.provider) ||
          providers.includes(upstream.provider)) &&
        (use === undefined || use.includes(dependent.provider)),
    )
    .map((edge) => request.pick(apiDependency(edge, request.locale)));
  return apiAnswer({ data });
}
