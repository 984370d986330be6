import { readdir, readFile } from 'node:fs/promises';
import { CORE_SCHEMA, load } from 'js-yaml';
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
  const text = await readFile(new URL(file, root), 'utf8');
  let raw: unknown;
  try {
    // YAML 1.2: a bare date stays text, `no` is no boolean. Sources are written once, named often.
    raw = load(text, { schema: CORE_SCHEMA, maxAliases: 10_000 });
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return {
      file,
      value: null,
      problems: [{ file, path: '', message: `is no valid YAML: ${message}` }],
    };
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
