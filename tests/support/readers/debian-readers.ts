import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isoOf, type Reader, textOf, wordsOf } from './npm-readers.ts';

/** Debian's own interpreter: another one on the path does not have Debian's packages. */
const PYTHON = '/usr/bin/python3';
const TYPES = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json',
};

/** Runs a program over `input`. @throws where it complains */
export function runProgram(file: string, args: readonly string[], input: string): string {
  const run = spawnSync(file, args, {
    input,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });
  if (run.status !== 0) throw new Error(`${file}: ${run.error?.message ?? run.stderr}`);
  return run.stdout;
}

export function hasProgram(file: string): boolean {
  return existsSync(file);
}

export function hasPythonModule(name: string): boolean {
  if (!existsSync(PYTHON)) return false;
  return spawnSync(PYTHON, ['-c', `import ${name}`], { timeout: 30_000 }).status === 0;
}

/** Output of a script in this folder over `input`, parsed. */
export function runPython(script: string, args: readonly string[], input: string): unknown {
  return JSON.parse(runProgram(PYTHON, [path.join(import.meta.dirname, script), ...args], input));
}

/** `sfeed(5)`: one line per entry, fields between tabs, white space within them escaped. */
export const sfeed: Reader = async (text, format) => {
  const lines = runProgram('/usr/bin/sfeed', [], text).split('\n').filter(Boolean);
  const entries = lines.map((line) => {
    const [seconds, title, link, content, type, id, author, , category] = line.split('\t');
    const html = content?.replace(/\\([nt\\])/g, (_all, one: string) =>
      one === 'n' ? '\n' : one === 't' ? '\t' : '\\',
    );
    if (type !== 'html') throw new Error(`content of ${id} is ${type}`);
    return {
      id,
      title,
      link,
      published: isoOf(Number(seconds) * 1_000),
      ...(format === 'rss' ? { summary: textOf(html) } : { content: textOf(html) }),
      // Its separator may stand in a category too: compared as one text.
      categories: category === undefined ? undefined : [category],
      author: author === '' ? undefined : author,
    };
  });
  return { title: undefined, link: undefined, entries };
};

const feedparserSchema = z.object({
  bozo: z.literal(''),
  title: z.string(),
  link: z.string(),
  language: z.string(),
  entries: z.array(
    z.object({
      id: z.string(),
      isPermaLink: z.boolean().nullable(),
      title: z.string(),
      link: z.string(),
      published: z.number(),
      updated: z.number().nullable(),
      summary: z.string().nullable(),
      content: z.string().nullable(),
      categories: z.array(z.string()),
      author: z.string().nullable(),
    }),
  ),
});

/** Python's `feedparser`, the reader most programs are built on; it calls a broken feed "bozo". */
export const feedparser: Reader = async (text, format) => {
  const read = feedparserSchema.parse(runPython('read-feed.py', [TYPES[format]], text));
  const entries = read.entries.map((entry) => ({
    id: entry.id,
    title: entry.title,
    link: entry.link,
    published: isoOf(entry.published),
    ...(format === 'rss'
      ? { summary: textOf(entry.summary) }
      : {
          updated: isoOf(entry.updated),
          summary: wordsOf(entry.summary),
          content: textOf(entry.content),
        }),
    categories: entry.categories,
    author: entry.author ?? undefined,
  }));
  return { title: read.title, link: read.link, language: read.language, entries };
};
