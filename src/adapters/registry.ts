import type { Adapter } from './adapter.ts';

/** Every wire format we read, one line each, in alphabetical order of the file. */
export const ADAPTERS: readonly Adapter[] = [
];

const BY_FORMAT = new Map(ADAPTERS.map((adapter) => [adapter.format, adapter]));

/** The adapter of a format; undefined where feeds.config.ts names one that is not there. */
export function adapterFor(format: string): Adapter | undefined {
  return BY_FORMAT.get(format);
}
