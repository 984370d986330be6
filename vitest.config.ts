import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The zone of the machine must never matter; an odd one shows where it would.
    env: { TZ: 'Pacific/Chatham' },
    setupFiles: ['tests/support/fixed-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
