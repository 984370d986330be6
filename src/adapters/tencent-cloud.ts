import { z } from 'zod';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, AdapterContext, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { bodyToText } from './read/body-to-text.ts';
import { anything, cleanId, idText, optionalText } from './read/lenient.ts';
import { isObject, objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader } from './read/words.ts';

const FORMAT = 'tencent-cloud';

const PRODUCT = z.object({
  ProductId: idText,
  ProductName: optionalText,
  ProductEventTitle: optionalText,
  CurrentStatus: anything,
  /** Null in all answers we know; read by the names the page's script uses. */
  CurrentEvent: anything,
});
type Product = z.infer<typeof PRODUCT>;
const PAGE = z.object({
  Response: z.object({
    Data: z.object({
      CategoryList: z
        .array(z.object({ CategoryName: optionalText, ProductList: z.array(PRODUCT) }))
        .min(1),
    }),
  }),
});

/** Notify (提示) informs of a limited trouble, abnormal (异常) says that the product fails. */
export const TENCENT_STATUS = {
  normal: 'operational',
  notify: 'degraded_performance',
  abnormal: 'partial_outage',
} as const satisfies Record<string, ComponentStatus>;

const isPage = (json: unknown) => {
  const list = objectAt(json, 'Response', 'Data')?.CategoryList;
  return (
    Array.isArray(list) &&
    list.some((category) => isObject(category) && Array.isArray(category.ProductList))
  );
};

/** Tencent Cloud: the products of one region (`RegionId` of the address) and what ails them. */
export const tencentCloud: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const document = pickOrFirst(documents, isPage);
    const { CategoryList } = readJson(document, PAGE, FORMAT).Response.Data;
    const regions = regionOf(document.url);
    const products = CategoryList.flatMap(({ CategoryName, ProductList }) => {
      const group = cleanTitle(CategoryName ?? '');
      return ProductList.map((raw) => ({
        raw,
        component: {
          id: raw.ProductId,
          name: cleanTitle(raw.ProductName ?? '') || raw.ProductId,
          status: words.read('product.CurrentStatus', raw.CurrentStatus, TENCENT_STATUS),
          ...(group !== '' && { group }),
          ...(regions.length > 0 && { regions }),
        },
      }));
    });
    return {
      coverage: 'active-only',
      status: null,
      components: products.map(({ component }) => component),
      incidents: joinIncidents(
        products
          .filter(({ component: { status } }) => status !== 'operational' && status !== 'unknown')
          .map(({ raw, component }) => readIncident(raw, component, regions, context)),
      ),
      // A product whose word is not known may be the one with the trouble.
      provesNothingReported:
        products.length > 0 && products.every(({ component: { status } }) => status !== 'unknown'),
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};

function readIncident(
  raw: Product,
  { id, name, status }: { id: string; name: string; status: ComponentStatus },
  regions: string[],
  context: AdapterContext,
): SnapshotIncident {
  const event = isObject(raw.CurrentEvent) ? raw.CurrentEvent : {};
  const text = (...keys: string[]) =>
    keys.map((key) => event[key]).find((value) => typeof value === 'string' && value !== '');
  const { timeZone } = context;
  const time = (...keys: string[]) =>
    keys.map((key) => readDate(event[key], { timeZone })).find((value) => value !== null) ?? null;
  const title = raw.ProductEventTitle || text('EventTitle', 'Title', 'EventName');
  const startedAt = time('StartTime', 'EventStartTime', 'BeginTime');
  const updatedAt = time('UpdateTime', 'ModifyTime');
  const body = bodyToText(String(text('Description', 'Desc', 'Content') ?? ''));
  const number = event.EventId ?? event.Id;
  const own = typeof number === 'string' || typeof number === 'number' ? String(number) : '';
  const incident = finishIncident({
    // Without a number of its own, the product and its start (or title) must do.
    upstreamId: cleanId(own) || cleanId(`${id} ${startedAt ?? String(title ?? '')}`),
    kind: 'incident',
    title: typeof title === 'string' ? title : name,
    status: 'investigating',
    impact: null,
    statuses: [status],
    startedAt,
    updatedAt,
    updates: body === '' ? [] : [{ id: 'newest', at: updatedAt, status: 'investigating', body }],
    components: [{ id, name }],
    url: context.statusPage,
  });
  return {
    ...incident,
    regions,
    services: /^[a-z0-9][a-z0-9._-]{0,70}$/i.test(id) ? [`tencent-cloud:${id.toLowerCase()}`] : [],
  };
}

function regionOf(url: string): string[] {
  const id = URL.parse(url)?.searchParams.get('RegionId')?.trim().toLowerCase() ?? '';
  if (id === 'non-regional') return ['global'];
  return /^[a-z]{2,}-[a-z0-9-]{2,40}$/.test(id) ? [`tencent-cloud:${id}`] : [];
}
