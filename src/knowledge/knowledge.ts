import type { PlaceFinder } from '../model/place.ts';
import type { Alternative } from './schemas/alternative.ts';
import type { Dependency } from './schemas/dependency.ts';
import type { ArchivedEvent } from './schemas/event.ts';
import type { Colos, Regions, Services } from './schemas/places.ts';

/** The curated facts, read once at start and never changed while the process runs. */
export interface Knowledge {
  /** Events of the past, newest start first. */
  readonly events: readonly ArchivedEvent[];
  /** One event by its id, undefined where there is none. @example 'aws-us-east-1-2025-10-20' */
  event(id: string): ArchivedEvent | undefined;
  /**
   * Who stands on whom, in order of ids. Ended edges are kept with `until`; an edge whose `dependent`
   * and `upstream` are one provider is internal, or its own infrastructure where the purpose says so.
   */
  readonly dependencies: readonly Dependency[];
  /** What stands elsewhere, in order of names, each with what it stands on itself. */
  readonly alternatives: readonly Alternative[];
  /** Regions of each provider by its own ids, with the names people use. */
  readonly regions: Regions;
  /** Points of presence of edge networks by airport code: one of many, never the whole. */
  readonly colos: Colos;
  /** Parts of the big clouds. */
  readonly services: Services;
  /** Finds both in text. */
  readonly places: PlaceFinder;
}
