import {
  DATA_DOCUMENTS,
  DATA_SCHEMAS,
  type DataDocumentName,
  dataDocument,
  dataSchema,
} from '../../views/data-documents.ts';
import { dataLines } from '../../views/data-lines.ts';
import { plainAnswer } from './plain-answer.ts';

interface DataContext {
  locals: App.Locals;
  params: Record<string, string | undefined>;
}

const NAMES = Object.keys(DATA_DOCUMENTS) as readonly DataDocumentName[];

/** `/data/events.json`, `/data/dependencies.json`, `/data/alternatives.json` */
export function answerDataDocument({ locals, params }: DataContext): Response {
  const name = NAMES.find((one) => one === params.list);
  if (name === undefined) return plainAnswer(404, `There are ${NAMES.join(', ')}.`);
  const { knowledge, siteUrl } = locals;
  return json(dataDocument(name, knowledge, siteUrl), 'application/json');
}

/** `/data/schema/<name>.json` */
export function answerDataSchema({ locals, params }: DataContext): Response {
  const name = DATA_SCHEMAS.find((one) => one === params.name);
  if (name === undefined) return plainAnswer(404, `There are ${DATA_SCHEMAS.join(', ')}.`);
  return json(dataSchema(name, locals.siteUrl), 'application/schema+json');
}

/** `/data/incidents-<year>.jsonl` where no server of ours stands in front, as in development. */
export function answerDataLines({ locals, params }: DataContext): Response {
  const year = Number(params.year);
  if (!Number.isInteger(year)) return plainAnswer(404, 'No year is named.');
  const lines = dataLines(locals.store, year, locals);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/jsonl; charset=utf-8' } });
}

function json(value: unknown, type: string): Response {
  return new Response(`${JSON.stringify(value)}\n`, {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
}
