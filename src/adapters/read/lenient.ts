import { z } from 'zod';

/**
 * Building blocks for wire schemas: what we cannot do without (ids, names, the lists themselves) is
 * checked, what is nice to have falls back to "not there" instead of failing the whole document.
 */

/**
 * An id as text; some platforms write numbers. Ids end up in addresses and databases, so control
 * characters and broken surrogates are taken out; nothing may be left over.
 */
export const idText = z
  .union([z.string(), z.number()])
  .transform((id) => cleanId(String(id)))
  .refine((id) => id !== '', { message: 'the id is empty' });

/** The id of something this refers to; '' where there is none, or what stands there is none. */
export const linkedId = idText.catch('');

export function cleanId(id: string): string {
  return id
    .replace(/[\0-\x1f\x7f]/g, '')
    .toWellFormed()
    .trim();
}

/** Text that may be missing, null or of a type nobody expected. */
export const optionalText = z.string().nullish().catch(null);

/** Whatever stands there, or nothing: words and times are read by their own readers. */
export const anything = z.unknown().optional();

/** A flag; anything but `true` is false. */
export const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true);

/** A list that must be there, be it as `null`: a missing key is damage, not "nothing". */
export function requiredList<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullable()
    .transform((list) => list ?? []);
}

/** A list whose missing key, `null` and `[]` mean the same. */
export function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
}
