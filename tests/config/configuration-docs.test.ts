import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT_KEYS, LOG_LEVELS, POLLER_MODES } from '../../src/config/env.ts';
import { feedConfigSchema, providerSchema } from '../../src/config/feeds-schema.ts';
import { CATEGORIES, EVIDENCE } from '../../src/model/provider.ts';

const DOCS = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');

describe('docs/configuration.md', () => {
  it.each(Object.keys(providerSchema.shape))(
    'has a row with an example for the provider option %s',
    (key) => {
      expect(DOCS).toMatch(new RegExp(`^\\| \`${key}\` \\|.*\\| \`.+\` \\|$`, 'm'));
    },
  );

  it.each(Object.keys(feedConfigSchema.shape))(
    'has a row with an example for the feed option %s',
    (key) => {
      expect(DOCS).toMatch(new RegExp(`^\\| \`${key}\` \\|.*\\| \`.+\` \\|$`, 'm'));
    },
  );

  it.each(ENVIRONMENT_KEYS)('has a section with an example for %s', (key) => {
    const section = DOCS.split(/^### /m).find((part) => part.startsWith(`\`${key}\``));
    expect(section).toMatch(new RegExp(`\`\`\`sh\\n${key}=`));
  });

  it.each([...CATEGORIES, ...EVIDENCE, ...POLLER_MODES, ...LOG_LEVELS])(
    'names the word %s',
    (word) => {
      expect(DOCS).toContain(`\`${word}\``);
    },
  );
});
