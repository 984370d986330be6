import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Provider } from '../model/provider.ts';
import type { KnownFormat } from './check-feeds.ts';
import { checkFeeds } from './check-feeds.ts';
import { ConfigError } from './config-error.ts';
import { providerSchema } from './feeds-schema.ts';

/**
 * Reads the list of providers from a `.ts`, `.js` or `.json` file and checks it against the formats
 * there are.
 * @param path file, relative to the working directory, or a file URL
 * @throws ConfigError listing all mistakes, or saying that the file is missing or cannot be read
 */
export async function loadFeeds(
  path: string | URL,
  formats: readonly KnownFormat[],
): Promise<readonly Provider[]> {
  const file = path instanceof URL ? fileURLToPath(path) : resolve(path);
  const value = file.endsWith('.json') ? await readJson(file) : await importDefault(file);
  const issues = checkFeeds(value, formats);
  if (issues.length > 0) throw new ConfigError(file, issues);
  return z.array(providerSchema).parse(value);
}

async function importDefault(file: string): Promise<unknown> {
  // Looked at first, so that a missing file and a missing import inside it are told apart.
  await readText(file);
  let module: unknown;
  try {
    module = await import(/* @vite-ignore */ pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError(file, error.issues, { cause: error });
    throw unreadable(file, error);
  }
  if (typeof module === 'object' && module !== null && 'default' in module) return module.default;
  throw new ConfigError(file, [
    {
      path: 'default',
      problem: 'is missing: the file has no default export.',
      remedy: 'Write: export default defineFeeds([ … ]);',
    },
  ]);
}

async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError(
      file,
      [
        {
          path: '',
          problem: 'cannot be opened.',
          remedy: 'Create the file, or point FEEDS_CONFIG at the one to use.',
        },
      ],
      { cause: error },
    );
  }
}

function unreadable(file: string, cause: unknown): ConfigError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ConfigError(
    file,
    [
      {
        path: '',
        problem: `cannot be read: ${reason}`,
        remedy: 'Correct the file; `npm run check` shows the line.',
      },
    ],
    { cause },
  );
}
