import type { FeedDocument } from '../../src/adapters/adapter.ts';

export const URL_OF_PAGE = 'https://status.oak.example/';

/** A page of the address above. */
export const html = (text: string): FeedDocument => ({
  url: URL_OF_PAGE,
  body: new TextEncoder().encode(text),
  headers: { 'content-type': 'text/html' },
});
/** The script by which React Router hands a piece of its stream to the browser. */
export const enqueue = (text: string) =>
  `<script>window.__reactRouterContext.streamController.enqueue(${JSON.stringify(text)});</script>`;

/** The flat list of turbo-stream: values point to their places in it, -5 is null. */
function flatten(value: unknown): unknown[] {
  const flat: unknown[] = [];
  const put = (thing: unknown): number => {
    if (thing === null || thing === undefined) return -5;
    const at = flat.push(thing) - 1;
    if (Array.isArray(thing)) flat[at] = thing.map(put);
    else if (typeof thing === 'object') {
      const pairs = Object.entries(thing).map(([key, item]) => [`_${put(key)}`, put(item)]);
      flat[at] = Object.fromEntries(pairs);
    }
    return at;
  };
  put(value);
  return flat;
}

/** Data as the stream has it. */
export const stream = (data: unknown) => `${JSON.stringify(flatten(data))}\n`;
/** What a page of OnlineOrNot loads: the components of its root and the data of its index. */
export const loaderData = (index: unknown, components: unknown = []) => ({
  loaderData: { root: { result: { components } }, 'routes/_index': index },
});
/** A page with this `result` of its index. */
export const page = (result: unknown, components?: unknown) =>
  html(enqueue(stream(loaderData({ result }, components))));
