import type { Environment } from '../config/env.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Provider } from '../model/provider.ts';
import type { Clock } from '../poller/clock.ts';
import type { Store } from '../store/store.ts';
import type { ExplainedWorld } from '../views/explained-world.ts';
import type { RevisionWatch } from './revision-watch.ts';

/** Everything a running site consists of; made once in open-site.ts and passed on. */
export interface Site {
  environment: Environment;
  providers: readonly Provider[];
  knowledge: Knowledge;
  explained: ExplainedWorld;
  store: Store;
  revision: RevisionWatch;
  clock: Clock;
  log: Log;
}

/** The part of a pino logger we use. */
export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
