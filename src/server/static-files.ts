import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CachedAnswer, encodeAnswer, improveBrotli } from './cached-answer.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xsl': 'text/xsl; charset=utf-8',
};
const HASHED = 'public, max-age=31536000, immutable';
const STABLE = 'public, max-age=300, s-maxage=300, stale-while-revalidate=86400';

/**
 * Loads the built client files into memory, encoded in every form.
 * @param headersFor security headers for a path
 * @returns answers by path, e.g. `/_astro/index.4f2a.css`
 */
export async function loadStaticFiles(
  folder: string,
  headersFor: (path: string, headers: Record<string, string>) => Record<string, string>,
): Promise<Map<string, CachedAnswer>> {
  const files = new Map<string, CachedAnswer>();
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  await Promise.all(
    found.map(async (entry) => {
      if (!entry.isFile()) return;
      const file = path.join(entry.parentPath, entry.name);
      const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
      const headers = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' };
      const policy = {
        renewAfterSeconds: Number.POSITIVE_INFINITY,
        cacheControl: address.startsWith('/_astro/') ? HASHED : STABLE,
      };
      const answer = {
        status: 200,
        headers: { ...headers, ...headersFor(address, headers) },
        body: await readFile(file),
      };
      const cached = await encodeAnswer(address, answer, policy, 0, 0);
      await improveBrotli(cached);
      files.set(address, cached);
    }),
  );
  return files;
}
