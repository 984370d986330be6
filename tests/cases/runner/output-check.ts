import type { OutputFile } from './output-file.ts';

/** Problems of one assertion on one case; `check` holds its parameters, to be parsed. */
export type OutputCheck = (
  file: OutputFile,
  check: Readonly<Record<string, unknown>>,
) => string[] | Promise<string[]>;
