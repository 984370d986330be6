#!/usr/bin/env node
import { Command } from 'commander';
import { registerAhead } from './commands/ahead.ts';
import { registerArchive } from './commands/archive.ts';
import { registerBackfill } from './commands/backfill.ts';
import { registerDemo } from './commands/demo.ts';
import { registerDetect } from './commands/detect.ts';
import { registerExplain } from './commands/explain.ts';
import { registerExport } from './commands/export.ts';
import { registerFeedsCheck } from './commands/feeds-check.ts';
import { registerImport } from './commands/import.ts';
import { registerKnowledge } from './commands/knowledge.ts';
import { registerParse } from './commands/parse.ts';
import { registerPoll } from './commands/poll.ts';
import { registerProviders } from './commands/providers.ts';
import { registerReadings } from './commands/readings.ts';
import { registerSuggest } from './commands/suggest.ts';
import { UsageError } from './usage-error.ts';

/** `downstream <command>`: what people do with the site besides serving it. */
function createProgram(): Command {
  const program = new Command('downstream')
    .description('What is down, and what falls with it: tools around the status aggregator.')
    .exitOverride()
    .showHelpAfterError('(see --help)');
  for (const register of [
    registerParse,
    registerPoll,
    registerProviders,
    registerDetect,
    registerFeedsCheck,
    registerReadings,
    registerDemo,
    registerKnowledge,
    registerExplain,
    registerSuggest,
    registerAhead,
    registerArchive,
    registerExport,
    registerImport,
    registerBackfill,
  ]) {
    register(program);
  }
  return program;
}

/** Wrong input is one line and exit code 2; a failure of ours exits with 1. */
async function main(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    const code = exitCode(error);
    if (!isCommanderExit(error)) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      if (code === 1 && error instanceof Error && process.env.LOG_LEVEL === 'debug') {
        process.stderr.write(`${error.stack ?? ''}\n`);
      }
    }
    process.exitCode = code;
  }
}

function isCommanderExit(error: unknown): error is { code: string; exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

function exitCode(error: unknown): number {
  if (isCommanderExit(error)) return error.exitCode === 0 ? 0 : 2;
  return error instanceof UsageError ? 2 : 1;
}

await main();
