import { readdir, readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { KnowledgeProblem } from './knowledge-error.ts';

/** A file read and checked: either its value, or what is wrong with it. */
export type YamlReading<T> =
  | { file: string; value: T; problems: [] }
  | { file: string; value: null; problems: KnowledgeProblem[] };

/** Files of a folder that end in .yaml, in order of their names. */
export async function listYaml(folder: URL): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.yaml')).toSorted();
}

/**
 * Reads one YAML file against its schema; never throws for what is in the file.
 * @param root folder the file's name is relative to, with a slash at its end
 */
export async function readYaml<S extends z.ZodType>(
  root: URL,
  file: string,
  schema: S,
): Promise<YamlReading<z.output<S>>> {
  const document = parseDocument(await readFile(new URL(file, root), 'utf8'), {
    prettyErrors: true,
  });
  const syntax = document.errors.map((error) => ({
    file,
    path: '',
    message: `is no valid YAML: ${error.message.split('\n')[0] ?? error.code}`,
  }));
  if (syntax.length > 0) return { file, value: null, problems: syntax };
  let raw: unknown;
  try {
    // Each source is written once and named often: the usual guard of 100 aliases is too tight here.
    raw = document.toJS({ maxAliasCount: 10_000 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file, value: null, problems: [{ file, path: '', message }] };
  }
  const result = schema.safeParse(raw);
  if (result.success) return { file, value: result.data, problems: [] };
  return {
    file,
    value: null,
    problems: result.error.issues.map((issue) => ({
      file,
      path: issue.path.join('.'),
      message: explain(issue),
    })),
  };
}

function explain(issue: z.core.$ZodIssue): string {
  const key = String(issue.path.at(-1) ?? '');
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return key === 'de' || key === 'en'
      ? `misses its ${key === 'de' ? 'German' : 'English'} text: write it`
      : 'is missing: write it, the doc comment in schemas/ says what it holds';
  }
  if (issue.code === 'unrecognized_keys') {
    return `has unknown keys ${issue.keys.join(', ')}: check their spelling`;
  }
  if (issue.code === 'invalid_value') {
    return `must be one of ${issue.values.join(', ')}`;
  }
  return issue.message;
}
