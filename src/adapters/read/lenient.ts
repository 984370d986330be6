import { z } from 'zod';

/**
 * Building blocks for wire schemas: what we cannot do without (ids, names, the lists themselves) is
 * checked, what is nice to have falls back to "not there" instead of failing the whole document.
 */

/** An id as text; some platforms write numbers. */
export const idText = z.union([z.string().min(1), z.number()]).transform((id) => String(id));

/** Text that may be missing, null or of a type nobody expected. */
export const optionalText = z.string().nullish().catch(null);

/** Whatever stands there, or nothing: words and times are read by their own readers. */
export const anything = z.unknown().optional();

/** A flag; anything but `true` is false. */
export const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true);

/** A list whose missing key, `null` and `[]` mean the same. */
export function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
}
