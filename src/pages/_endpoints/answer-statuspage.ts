import type { APIContext } from 'astro';
import { providerById } from '../../views/provider-links.ts';
import { statuspageDocument } from '../../views/statuspage-documents.ts';
import { SP_DOCUMENTS, type SpDocumentName } from '../../views/statuspage-schemas.ts';
import { apiAnswer, problemAnswer } from './api/api-answer.ts';
import { movedTo } from './plain-answer.ts';

/**
 * `/api/v2/<document>.json` for all; for one provider under `/providers/<id>`, or with
 * `?provider=<id>`: Atlassian's own widget keeps the query of the address it is given, not the path.
 */
export async function answerStatuspage({
  locals,
  params,
  url,
}: Pick<APIContext, 'locals' | 'params' | 'url'>): Promise<Response> {
  const name = (params.document ?? '').replace(/\.json$/, '');
  if (!isDocument(name)) {
    const known = Object.keys(SP_DOCUMENTS).map((one) => `${one}.json`);
    return problemAnswer(404, `Known here are ${known.join(', ')}.`, locals.siteUrl);
  }
  const asked = params.provider ?? (url.searchParams.get('provider') || undefined);
  if (asked === undefined) return apiAnswer(await statuspageDocument(name, locals));
  const provider = providerById(locals.providers, asked);
  if (provider === undefined) {
    const detail = `No provider is called ${JSON.stringify(asked.slice(0, 80))}.`;
    return problemAnswer(404, detail, locals.siteUrl);
  }
  if (provider.id !== asked) return movedTo(`/providers/${provider.id}/api/v2/${name}.json`, url);
  return apiAnswer(await statuspageDocument(name, locals, provider));
}

function isDocument(name: string): name is SpDocumentName {
  return Object.hasOwn(SP_DOCUMENTS, name);
}
