import { compareStatusWorstFirst } from '../../../model/status.ts';
import { apiDependency, apiProvider, apiSource } from '../../../views/api-objects.ts';
import type { ApiStack, ApiWorld } from '../../../views/api-schemas.ts';
import { sourceSchema, stackSchema, worldSchema } from '../../../views/api-schemas.ts';
import { isWrong } from '../../../views/provider-board.ts';
import { providersOfCut } from '../../../views/query-of-cut.ts';
import { readBoard } from '../../../views/read-board.ts';
import { boardStatus, readStack } from '../../../views/stack.ts';
import { apiAnswer, badParameters } from './api-answer.ts';
import { type ApiContext, readApiRequest } from './api-request.ts';

/** `/api/v1/status`: the state of all, or of a cut, now or at a past moment. */
export async function answerStatus(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(worldSchema.shape));
  if (request instanceof Response) return request;
  const { locals } = context;
  const only = providersOfCut(request.cut, locals.providers) ?? undefined;
  const { board } = await readBoard(locals, request.at, only);
  const world: ApiWorld = {
    at: request.at,
    status: boardStatus(board),
    counts: board.counts,
    openIncidents: board.rows.reduce((sum, row) => sum + row.incidents.length, 0),
    readAt: board.newestReadAt,
    providers: board.rows
      .filter((row) => isWrong(row.status))
      .toSorted((a, b) => compareStatusWorstFirst(a.status, b.status))
      .map(({ provider, status, incidents }) => ({
        id: provider.id,
        status,
        openIncidents: incidents.map(({ id }) => id),
      })),
    url: locals.siteUrl,
  };
  return apiAnswer(request.pick(world));
}

/** `/api/v1/sources`: how every feed is doing. */
export async function answerSources(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(sourceSchema.shape));
  if (request instanceof Response) return request;
  const { locals } = context;
  const only = providersOfCut(request.cut, locals.providers);
  const health = await locals.store.feedHealth();
  const data = health
    .filter(({ providerId }) => only === null || only.includes(providerId))
    .map((feed) => request.pick(apiSource(feed, locals.now)));
  return apiAnswer({ data });
}

/** `/api/v1/stack?use=a,b`: what you use, and what that stands on. */
export async function answerStack(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(stackSchema.shape));
  if (request instanceof Response) return request;
  const { locals } = context;
  const { use } = request.cut;
  if (use === undefined) {
    const expected = 'ids of providers, such as use=github,aws';
    return badParameters([{ parameter: 'use', value: '', expected }], locals.siteUrl);
  }
  const stack = await readStack(locals, use, request.at);
  const answer: ApiStack = {
    status: stack.status,
    providers: stack.rows.map((row) => apiProvider(row, locals.siteUrl)),
    upstreams: stack.upstreams.map((row) => apiProvider(row, locals.siteUrl)),
    dependencies: stack.edges.map((edge) => apiDependency(edge, request.locale)),
    unknownIds: stack.unknownIds,
    url: `${locals.siteUrl}/stack?use=${stack.rows.map(({ provider }) => provider.id).join(',')}`,
  };
  return apiAnswer(request.pick(answer));
}
