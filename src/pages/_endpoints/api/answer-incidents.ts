import type { Incident } from '../../../model/incident.ts';
import { isOpen } from '../../../model/incident.ts';
import { apiIncident } from '../../../views/api-objects.ts';
import { incidentDetailSchema, incidentSchema } from '../../../views/api-schemas.ts';
import { worldAsOf } from '../../../views/as-of-world.ts';
import { knownIncident } from '../../../views/known-incident.ts';
import { localIncident } from '../../../views/local-incident.ts';
import { matchesCut } from '../../../views/matches-cut.ts';
import { queryOfCut } from '../../../views/query-of-cut.ts';
import { movedTo } from '../plain-answer.ts';
import { apiAnswer, badParameters, problemAnswer } from './api-answer.ts';
import { type ApiContext, type ApiRequest, readApiRequest } from './api-request.ts';

const PAGE_SIZE = 50;

/** `/api/v1/incidents`: a page of a cut, newest start first; with `at`, what was known then. */
export async function answerIncidents(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(incidentSchema.shape));
  if (request instanceof Response) return request;
  const { locals } = context;
  try {
    const { incidents, next } =
      request.at === null
        ? await present(context, request)
        : await past(context, request, request.at);
    const data = incidents.map((incident) =>
      request.pick(
        apiIncident(localIncident(incident, locals.knowledge, request.locale), locals.siteUrl),
      ),
    );
    return apiAnswer({ data, next });
  } catch (error) {
    if (!isBadCursor(error)) throw error;
    const value = request.cut.before ?? '';
    const expected = 'the value of `next` of the page before';
    return badParameters([{ parameter: 'before', value, expected }], locals.siteUrl);
  }
}

async function present({ locals }: ApiContext, { cut, isOpen }: ApiRequest) {
  const query = queryOfCut(cut, locals.providers, PAGE_SIZE);
  if (query === null) return { incidents: [], next: null };
  return locals.store.incidents({ ...query, ...(isOpen === undefined ? {} : { isOpen }) });
}

/** Everything that overlaps the day before the moment, or from `from` to it. */
async function past({ locals }: ApiContext, request: ApiRequest, at: string) {
  const { cut } = request;
  const query = queryOfCut(cut, locals.providers, PAGE_SIZE);
  if (query === null) return { incidents: [], next: null };
  const world = await worldAsOf(locals.store, locals.knowledge, at, {
    ...(cut.from === undefined ? {} : { from: cut.from }),
    ...(query.providers === undefined ? {} : { providers: query.providers }),
  });
  const incidents: Incident[] = world.incidents.filter(
    (incident) =>
      matchesCut(incident, cut) &&
      (request.isOpen === undefined || isOpen(incident) === request.isOpen),
  );
  return { incidents: incidents.slice(0, cut.limit ?? 200), next: null };
}

/** `/api/v1/incidents/<provider>/<id>`: one incident with its silent edits and its sources. */
export async function answerIncident(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(incidentDetailSchema.shape));
  if (request instanceof Response) return request;
  const { locals, params, url } = context;
  const asked = `${params.provider}/${params.id}`;
  const found = await locals.store.incident(asked);
  const missing = (why: string) => problemAnswer(404, why, locals.siteUrl);
  if (found === null) {
    return missing(`No incident is known as ${JSON.stringify(asked.slice(0, 120))}.`);
  }
  if (found.id !== asked) return movedTo(`/api/v1/incidents/${found.id}`, url);
  const [revisions, keys, health] = await Promise.all([
    locals.store.revisions(found.id),
    locals.store.incidentSources(found.id),
    locals.store.feedHealth(found.providerId),
  ]);
  const { at } = request;
  const incident =
    at === null
      ? localIncident(found, locals.knowledge, request.locale)
      : knownIncident(found, { at, places: locals.knowledge.places, revisions });
  if (incident === null) return missing(`Nothing had been published of ${asked} at ${at}.`);
  const detail = {
    ...apiIncident(incident, locals.siteUrl),
    revisions: revisions
      .filter((revision) => at === null || revision.at <= at)
      .map((revision) => ({
        at: revision.at,
        reason: revision.reason,
        title: revision.before.title,
      })),
    sources: health.filter(({ key }) => keys.includes(key)).map((feed) => feed.url),
  };
  return apiAnswer(request.pick(detail));
}

function isBadCursor(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'bad-cursor';
}
