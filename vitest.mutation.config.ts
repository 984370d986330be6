import { globSync, readFileSync } from 'node:fs';
import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vitest.config.ts';

/**
 * For mutation testing: the tests of single rules. A test that walks the registry loads and runs
 * every format for each mutant and proves little of one rule, so it takes no part: what is killed
 * is killed by the tests of the file itself.
 */
const walksAllFormats = (file: string) => /\bregistry\.ts'/.test(readFileSync(file, 'utf8'));

const mutation = mergeConfig(shared, defineConfig({ test: { isolate: false } }));
mutation.test.include = globSync([
  'tests/adapters/**/*.test.ts',
  'tests/model/**/*.test.ts',
]).filter((file) => !walksAllFormats(file));

export default mutation;
