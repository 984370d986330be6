import type { AddressInfo } from 'node:net';
import Parser from 'rss-parser';
import { z } from 'zod';
import { createHttpServer } from '../../../src/server/http-server.ts';
import { createResponseCache } from '../../../src/server/response-cache.ts';
import { type Badge, badgeSvg } from '../../../src/views/badge-svg.ts';
import type { OutputCheck } from './output-check.ts';
import type { OutputFile } from './output-file.ts';

const requestSchema = z.looseObject({ query: z.looseObject({ label: z.string() }).optional() });

function badgeOf(file: OutputFile): Badge {
  const { query } = requestSchema.parse(file.requests?.[0] ?? {});
  return { label: query?.label ?? 'Northwind', status: 'degraded_performance', word: 'degraded' };
}
const svgOf = (file: OutputFile) => badgeSvg(badgeOf(file), 'flat', 'auto');

/** What the server answers at the address of a badge, asked twice. */
async function answers(file: OutputFile): Promise<{ first: Response; second: Response }> {
  const server = createHttpServer({
    cache: createResponseCache({
      render: async () => ({
        status: 200,
        headers: { 'content-type': 'image/svg+xml' },
        body: Buffer.from(svgOf(file)),
      }),
      revision: () => 1,
      nowMs: () => performance.now(),
      onError: () => undefined,
    }),
    files: new Map(),
    live: new Map(),
    nowMs: () => performance.now(),
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${file.requests?.[0]?.path ?? '/badge/x.svg'}`;
  try {
    const first = await fetch(url);
    const second = await fetch(url, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    return { first, second };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function headerOf(file: OutputFile, name: string): Promise<string> {
  return (await answers(file)).first.headers.get(name) ?? '';
}

/** What a parser of XML makes of the badge; throws where it is not well-formed. */
async function parsed(svg: string): Promise<string> {
  const feed = await new Parser({ customFields: { item: [['svg', 'svg']] } }).parseString(
    `<rss version="2.0"><channel><title>x</title><item><title>x</title>${svg}</item></channel></rss>`,
  );
  return JSON.stringify(feed.items[0]);
}

export const badgeChecks = {
  'cache-control-max-age-lte': async (file, check) => {
    const { value } = z.object({ value: z.number() }).parse(check);
    const header = await headerOf(file, 'cache-control');
    const ages = [...header.matchAll(/(?:max-age|s-maxage)=(\d+)/g)].map((one) => Number(one[1]));
    return ages.length === 2 && ages.every((age) => age <= value) ? [] : [header];
  },
  'cache-control-not-contains': async (file, check) => {
    const { values } = z.object({ values: z.array(z.string()) }).parse(check);
    const header = await headerOf(file, 'cache-control');
    return values.filter((value) => header.includes(value));
  },
  'etag-present': async (file) => ((await headerOf(file, 'etag')) === '' ? ['no ETag'] : []),
  'conditional-304': async (file) => {
    const { second } = await answers(file);
    return second.status === 304 ? [] : [`answered ${second.status}`];
  },
  'content-type': async (file, check) => {
    const { value } = z.object({ value: z.string() }).parse(check);
    const type = await headerOf(file, 'content-type');
    return type.startsWith(value) ? [] : [type];
  },
  'svg-well-formed': async (file) =>
    parsed(svgOf(file)).then(
      () => [],
      (error: unknown) => [String(error)],
    ),
  'svg-text-contains': async (file, check) => {
    const { values } = z.object({ values: z.array(z.string()) }).parse(check);
    const text = await parsed(svgOf(file));
    return values.filter((value) => !text.includes(JSON.stringify(value).slice(1, -1)));
  },
  'svg-accessible-name': (file) => {
    const svg = svgOf(file);
    return /role="img" aria-label="[^"]+"/.test(svg) && /<title>[^<]+<\/title>/.test(svg)
      ? []
      : ['no accessible name'];
  },
  'no-script-elements': (file) => (/<script|\son\w+=/i.test(svgOf(file)) ? ['a script'] : []),
} satisfies Record<string, OutputCheck>;
