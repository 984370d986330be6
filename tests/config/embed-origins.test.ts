import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseEmbedOrigins } from '../../src/config/embed-origins.ts';

const caseFile = z.object({ config: z.object({ embedOrigins: z.array(z.string()) }) });

describe('parseEmbedOrigins', () => {
  it('takes the origins of case d64 as they are', () => {
    const file = new URL('../cases/d64-embed-frame-allow-list.json', import.meta.url);
    const { embedOrigins } = caseFile.parse(JSON.parse(readFileSync(file, 'utf8'))).config;
    expect(parseEmbedOrigins(embedOrigins.join(','))).toEqual({
      origins: embedOrigins,
      rejected: [],
    });
  });

  it('lets everyone in with a star', () => {
    expect(parseEmbedOrigins('https://a.example, *').origins).toEqual(['*']);
  });

  it('keeps each origin once, in lower case', () => {
    expect(parseEmbedOrigins('https://A.example,https://a.example,,').origins).toEqual([
      'https://a.example',
    ]);
  });

  it.each([
    'https://a.example/path',
    'https://a.example/',
    'https://b.example; script-src *',
    'https://b.example script-src',
    'https://user@b.example',
    'https://*.*.example',
    'https://a.example:99999',
    'a.example',
    '*.example',
    "'none'",
    'data:',
  ])('rejects %s', (entry) => {
    expect(parseEmbedOrigins(`https://ok.example, ${entry}`)).toEqual({
      origins: expect.anything(),
      rejected: [entry],
    });
  });
});
