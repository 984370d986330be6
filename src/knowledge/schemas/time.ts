import { z } from 'zod';

/** How exact a time is. Only `minute` may be drawn as a line in a chart by the minute. */
export const TIME_PRECISIONS = ['minute', 'hour', 'day'] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

const UTC_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/;

/**
 * A moment as people write it in the files, always UTC, read as `Date#toISOString()` gives it.
 * @example '2025-10-20T06:48Z' becomes '2025-10-20T06:48:00.000Z'
 */
export const utcTime = z.string().transform((text, context) => {
  const date = new Date(text);
  // A day that rolls over (31 June) is a mistake, not the 1st of July.
  const isReal =
    UTC_TIME.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text.slice(0, 16));
  if (isReal) return date.toISOString();
  context.addIssue({
    code: 'custom',
    message: `"${text}" is no time: write UTC such as 2025-10-20T06:48Z`,
  });
  return z.NEVER;
});
