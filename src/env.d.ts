declare namespace App {
  /** What every page gets; filled by the server entry, and by src/middleware.ts under `astro dev`. */
  interface Locals {
    store: import('./store/store.ts').Store;
    providers: readonly import('./model/provider.ts').Provider[];
    /** Curated facts: archived events, dependencies, alternatives. */
    knowledge: import('./knowledge/knowledge.ts').Knowledge;
    /** Why what fell fell: explanations and events, made once per revision. */
    explained: import('./views/explained-world.ts').ExplainedWorld;
    /** The moment of this render, ISO 8601, UTC. Pages never read the clock themselves. */
    now: string;
    /** Public address of the site without trailing slash; the only base of absolute links. */
    siteUrl: string;
    /** Store revision this render belongs to. */
    revision: number;
  }
}
