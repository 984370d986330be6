import type { PlaceFinder } from '../model/place.ts';
import type { ArchivedEvent } from './schemas/event.ts';
import type { Regions, Services } from './schemas/places.ts';

/** The curated facts, read once at start and never changed while the process runs. */
export interface Knowledge {
  /** Events of the past, newest start first. */
  readonly events: readonly ArchivedEvent[];
  /** One event by its id, undefined where there is none. @example 'aws-us-east-1-2025-10-20' */
  event(id: string): ArchivedEvent | undefined;
  /** Regions of each provider by its own ids, with the names people use. */
  readonly regions: Regions;
  /** Parts of the big clouds. */
  readonly services: Services;
  /** Finds both in text. */
  readonly places: PlaceFinder;
}
