import type { ArchivedEvent } from './schemas/event.ts';

/** The curated facts, read once at start and never changed while the process runs. */
export interface Knowledge {
  /** Events of the past, newest start first. */
  readonly events: readonly ArchivedEvent[];
  /** One event by its id, undefined where there is none. @example 'aws-us-east-1-2025-10-20' */
  event(id: string): ArchivedEvent | undefined;
}
