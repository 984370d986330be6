import { isObject } from './pick-document.ts';

const MAX_VALUES = 2_000_000;
const MAX_DEPTH = 100;

/**
 * A value of React Router's turbo-stream: a flat list in which numbers point to other entries,
 * negative ones stand for null, undefined and the like, `{"_3": 4}` has its key at 3 and its value
 * at 4, and `["D", 5]` is a typed value. Promises come out as null.
 *
 * @throws TypeError where it is no such list, or nested beyond reason (as a cycle is).
 */
export function decodeTurboStream(flat: unknown): unknown {
  if (!Array.isArray(flat)) throw new TypeError('turbo-stream: not a list');
  let left = MAX_VALUES;
  const decode = (index: unknown, depth: number): unknown => {
    // Nothing stands at a negative place.
    if (typeof index !== 'number') return null;
    if (depth > MAX_DEPTH || --left < 0) throw new TypeError('turbo-stream: nested beyond reason');
    const value: unknown = flat[index];
    if (Array.isArray(value)) {
      const [type, payload] = value;
      if (typeof type === 'string') {
        return type === 'D' &&
          (typeof payload === 'string' || (typeof payload === 'number' && payload > flat.length))
          ? payload
          : decode(payload, depth + 1);
      }
      return value.map((item) => decode(item, depth + 1));
    }
    if (!isObject(value)) return value ?? null;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key.startsWith('_') ? String(flat[Number(key.slice(1))]) : key,
        decode(item, depth + 1),
      ]),
    );
  };
  return decode(0, 0);
}
