/** One mistake in a file of the knowledge. */
export interface KnowledgeProblem {
  /** File below src/knowledge. @example 'events/aws-us-east-1-2025-10-20.yaml' */
  file: string;
  /** Where in it; empty for the file as a whole. @example 'posts.3.text.de' */
  path: string;
  /** What is wrong and what to write instead. */
  message: string;
}

/** Thrown once with every mistake of every file, so that one run shows all there is to mend. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly problems: readonly KnowledgeProblem[];

  constructor(problems: readonly KnowledgeProblem[]) {
    super(
      `${problems.length === 1 ? 'One mistake' : `${problems.length} mistakes`} in the knowledge:\n${problems
        .map(
          ({ file, path, message }) => `- ${file}${path === '' ? '' : ` at ${path}`}: ${message}`,
        )
        .join('\n')}`,
    );
    this.problems = problems;
  }
}
