import { apiIncident, apiProvider, apiSource } from '../../../views/api-objects.ts';
import { providerDetailSchema, providerSchema } from '../../../views/api-schemas.ts';
import { localIncident } from '../../../views/local-incident.ts';
import { findProviders, providerById } from '../../../views/provider-links.ts';
import { providersOfCut } from '../../../views/query-of-cut.ts';
import { readBoard } from '../../../views/read-board.ts';
import { movedTo } from '../plain-answer.ts';
import { apiAnswer, problemAnswer } from './api-answer.ts';
import { type ApiContext, readApiRequest } from './api-request.ts';

/** `/api/v1/providers`: every provider of a cut with its state, by name. */
export async function answerProviders(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(providerSchema.shape));
  if (request instanceof Response) return request;
  const { locals } = context;
  const only = providersOfCut(request.cut, locals.providers) ?? undefined;
  const { board } = await readBoard(locals, request.at, only);
  const named = new Set(
    findProviders(
      board.rows.map(({ provider }) => provider),
      request.cut.text ?? '',
    ),
  );
  const data = board.rows
    .filter(({ provider }) => named.has(provider))
    .toSorted((a, b) => a.provider.name.localeCompare(b.provider.name, 'en'))
    .map((row) => request.pick(apiProvider(row, locals.siteUrl)));
  return apiAnswer({ data });
}

/** `/api/v1/providers/<id>`: one provider with its parts, what is open and ahead, and its feeds. */
export async function answerProvider(context: ApiContext): Promise<Response> {
  const request = readApiRequest(context, Object.keys(providerDetailSchema.shape));
  if (request instanceof Response) return request;
  const { locals, params, url } = context;
  const asked = params.provider ?? '';
  const provider = providerById(locals.providers, asked);
  if (provider === undefined) {
    return problemAnswer(
      404,
      `No provider is called ${JSON.stringify(asked.slice(0, 80))}.`,
      locals.siteUrl,
    );
  }
  if (provider.id !== asked) return movedTo(`/api/v1/providers/${provider.id}`, url);
  const one = [provider.id];
  const [{ board, health, statements }, planned] = await Promise.all([
    readBoard(locals, request.at, one),
    locals.store.incidents({
      providers: one,
      kinds: ['maintenance'],
      from: locals.now,
      limit: 100,
    }),
  ]);
  const [row] = board.rows;
  if (row === undefined) return problemAnswer(404, 'Not on the board.', locals.siteUrl);
  const told = (incidents: typeof row.incidents) =>
    incidents.map((incident) =>
      apiIncident(localIncident(incident, locals.knowledge, request.locale), locals.siteUrl),
    );
  const detail = {
    ...apiProvider(row, locals.siteUrl),
    components: statements
      .flatMap((statement) => statement.components)
      .map(({ id, name, status, group }) => ({ id, name, status, group: group ?? null })),
    incidents: told(row.incidents),
    maintenances:
      request.at === null
        ? told(
            planned.incidents.filter((one) => one.withdrawnAt === null && one.resolvedAt === null),
          )
        : [],
    sources: health.map((feed) => apiSource(feed, locals.now)),
  };
  return apiAnswer(request.pick(detail));
}
