import { defineConfig, mergeConfig } from 'vitest/config';
import shared from './vitest.config.ts';

/**
 * For mutation testing: the tests of what is mutated, without the walks that cut every format up
 * (slow, and no test of single rules).
 */
const mutation = mergeConfig(shared, defineConfig({ test: {} }));
mutation.test.include = ['tests/adapters/**/*.test.ts', 'tests/model/**/*.test.ts'];
mutation.test.exclude = ['tests/adapters/damage.test.ts', 'tests/adapters/contract.test.ts'];

export default mutation;
