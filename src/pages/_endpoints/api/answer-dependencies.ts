import { apiDependency } from '../../../views/api-objects.ts';
import { dependencySchema } from '../../../views/api-schemas.ts';
import { apiAnswer } from './api-answer.ts';
import { type ApiContext, readApiRequest } from './api-request.ts';

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
