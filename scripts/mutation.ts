import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import PQueue from 'p-queue';
import { z } from 'zod';

/**
 * Mutation testing of `adapters/` and `model/`, file by file: each file's mutants meet the tests named
 * after it or importing it, and no others. A rule that only a far-away test holds counts as not held,
 * and a run takes minutes a file instead of hours for all. Ends with 1 below the floor.
 * @example node scripts/mutation.ts            everything, then a table and what survived
 * @example node scripts/mutation.ts read-date  files whose path holds a word
 * @example node scripts/mutation.ts --changed  reports stand whose file and tests are older
 */
const FLOOR = 0.85;
const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'reports/mutation');

const location = z.object({ line: z.number(), column: z.number() });
const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string().optional(),
          status: z.string(),
          location: z.object({ start: location, end: location }),
        }),
      ),
    }),
  ),
});

interface Measured {
  file: string;
  killed: number;
  total: number;
  /** `line mutator: before → after`. */
  survivors: string[];
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { changed: { type: 'boolean', default: false } },
});
const tests = globSync('tests/{adapters,model}/**/*.test.ts', { cwd: ROOT })
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }))
  // Tests that walk all formats take minutes per mutant and hold no single rule.
  .filter(({ text }) => !/\bregistry\.ts'/.test(text));
const files = globSync('src/{adapters,model}/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('registry.ts'))
  .filter((file) => positionals.every((word) => file.includes(word)))
  .toSorted();
if (files.length === 0) throw new Error(`No file's path holds ${positionals.join(' and ')}.`);

mkdirSync(FOLDER, { recursive: true });
const queue = new PQueue({ concurrency: availableParallelism() });
const outcomes = await Promise.allSettled(files.map((file) => queue.add(() => measure(file))));
print(outcomes.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])));
for (const one of outcomes) {
  if (one.status === 'fulfilled') continue;
  console.error(one.reason instanceof Error ? one.reason.message : one.reason);
  process.exitCode = 1;
}

async function measure(file: string): Promise<Measured> {
  const own = testsOf(file);
  if (own.length === 0) throw new Error(`${file} has no tests of its own.`);
  const reportFile = path.join(FOLDER, `${file.replaceAll(/[/.]/g, '-')}.json`);
  if (!values.changed || !isNewerThan(reportFile, [file, ...own])) {
    await mutate(file, own, reportFile);
  }
  const result = summarize(file, reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8'))));
  process.stderr.write(`${result.killed} of ${result.total}  ${file}\n`);
  return result;
}

function isNewerThan(report: string, sources: readonly string[]): boolean {
  if (!existsSync(report)) return false;
  const writtenAt = statSync(report).mtimeMs;
  return sources.every((source) => statSync(path.join(ROOT, source)).mtimeMs < writtenAt);
}

async function mutate(file: string, own: readonly string[], reportFile: string): Promise<void> {
  const config = reportFile.replace(/\.json$/, '.config.json');
  const base = JSON.parse(readFileSync(path.join(ROOT, 'stryker.config.json'), 'utf8')) as object;
  const settings = {
    ...base,
    mutate: [file],
    reporters: ['json'],
    jsonReporter: { fileName: reportFile },
    tempDirName: `.stryker-tmp/${path.basename(reportFile, '.json')}`,
  };
  writeFileSync(config, JSON.stringify(settings));
  const program = path.join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  await promisify(execFile)(process.execPath, [
    program,
    'run',
    config,
    '--testFiles',
    own.join(','),
  ]);
}

function testsOf(file: string): string[] {
  const name = `/${path.basename(file, '.ts')}.test.ts`;
  const imported = `${file.slice(file.indexOf('/'))}'`;
  return tests
    .filter((test) => test.file.endsWith(name) || test.text.includes(imported))
    .map((test) => test.file);
}

function summarize(file: string, { files: all }: z.infer<typeof reportSchema>): Measured {
  const mutants = Object.values(all).flatMap(({ source, mutants: of }) =>
    of.map((mutant) => ({ ...mutant, lines: source.split('\n') })),
  );
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const left = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  return {
    file,
    killed: killed.length,
    total: killed.length + left.length,
    survivors: left.map(({ lines, mutatorName, replacement = '', location: { start, end } }) => {
      const line = lines[start.line - 1] ?? '';
      const before = line.slice(
        start.column - 1,
        end.line === start.line ? end.column - 1 : undefined,
      );
      return `${start.line} ${mutatorName}: ${before} → ${replacement.replace(/\s+/g, ' ').slice(0, 60)}`;
    }),
  };
}

function print(all: readonly Measured[]): void {
  const sorted = all
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => a.killed / a.total - b.killed / b.total);
  for (const { file, killed, total, survivors } of sorted) {
    console.log(`${percent(killed / total).padStart(7)} ${killed}/${total}  ${file}`);
    for (const one of survivors) console.log(`        ${one}`);
  }
  const killed = all.reduce((sum, one) => sum + one.killed, 0);
  const total = all.reduce((sum, one) => sum + one.total, 0);
  console.log(`${percent(killed / total)} of ${total} mutants killed`);
  if (killed / total < FLOOR) process.exitCode = 1;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
