import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import direction of docs/architecture.md: each room may import from these rooms and itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  config: ['model'],
  adapters: ['model'],
  fetcher: ['model', 'config'],
  store: ['model'],
  knowledge: ['model'],
  poller: ['model', 'config', 'adapters', 'fetcher', 'store', 'knowledge'],
  explain: ['model', 'knowledge'],
  syndication: ['model'],
  i18n: ['model'],
  views: ['model', 'explain', 'knowledge', 'syndication', 'i18n', 'store:types'],
  server: ['*'],
  cli: ['*'],
};
const WEB = ['pages', 'layouts', 'components', 'widgets', 'styles'];
const WEB_MAY_IMPORT = [
  ...WEB,
  'model',
  'views',
  'explain',
  'syndication',
  'i18n',
  'store:types',
  'knowledge:types',
];

const SRC = path.resolve(import.meta.dirname, '../../src');
const IMPORT = /(?:^|\n)\s*(import|export)\s+(type\s+)?([^;'"]*?from\s+)?['"]([^'"]+)['"]/g;

interface Arrow {
  from: string;
  file: string;
  to: string;
  isType: boolean;
}

function arrows(): Arrow[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const text = readFileSync(path.join(SRC, file), 'utf8');
      return [...text.matchAll(IMPORT)].flatMap((match) => {
        const target = match[4] ?? '';
        if (target.startsWith('astro:')) return [arrow(file, 'astro:', match)];
        if (!target.startsWith('.')) return [];
        const resolved = path.relative(SRC, path.resolve(SRC, path.dirname(file), target));
        return [arrow(file, resolved.split(path.sep)[0] ?? '', match)];
      });
    });
}

function arrow(file: string, to: string, match: RegExpExecArray): Arrow {
  return { from: file.split(path.sep)[0] ?? '', file, to, isType: match[2] !== undefined };
}

function isAllowed({ from, file, to, isType }: Arrow): boolean {
  if (from === to) return true;
  if (to === 'astro:') return WEB.includes(from) || file === 'middleware.ts';
  // The dev middleware stands in for the server entry.
  if (file === 'middleware.ts') return true;
  const allowed = WEB.includes(from) ? WEB_MAY_IMPORT : (MAY_IMPORT[from] ?? []);
  return (
    allowed.includes('*') || allowed.includes(to) || (isType && allowed.includes(`${to}:types`))
  );
}

describe('import direction', () => {
  const all = arrows();

  it('sees the imports', () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it('points inward everywhere', () => {
    const wrong = all.filter((one) => !isAllowed(one));
    expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  it('knows every room', () => {
    const rooms = readdirSync(SRC, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(rooms.filter((room) => !(room in MAY_IMPORT) && !WEB.includes(room))).toEqual([]);
  });
});
