/** One mistake in something a person wrote: where it stands, what is wrong, how to put it right. */
export interface ConfigIssue {
  /** @example 'providers[12] (github).feeds[0].url' or 'PORT' */
  path: string;
  /** A full sentence without subject. @example '"ftp://x" is not an https address.' */
  problem: string;
  /** What to do. @example 'Write the full address, beginning with https://.' */
  remedy: string;
}

/** All mistakes of one file or of the environment, at once. The message lists them, ready to print. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** What was read, e.g. `feeds.config.ts` or `environment`. */
  readonly source: string;
  readonly issues: readonly ConfigIssue[];

  constructor(source: string, issues: readonly ConfigIssue[], options?: { cause?: unknown }) {
    super(describe(source, issues), options);
    this.source = source;
    this.issues = issues;
  }
}

function describe(source: string, issues: readonly ConfigIssue[]): string {
  const count = issues.length === 1 ? '1 mistake' : `${issues.length} mistakes`;
  const lines = issues.map(
    ({ path, problem, remedy }) => `  ${path === '' ? '(whole)' : path}: ${problem}\n    ${remedy}`,
  );
  return [`${source}: ${count}`, ...lines].join('\n');
}
