import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CATEGORIES } from '../model/provider.ts';
import { UsageError } from './usage-error.ts';

/** One recorded file and where its provider would serve it. */
const documentSchema = z.strictObject({
  /** File below the manifest's folder. */
  file: z.string(),
  /** Address path below the provider's own root on the demo server; empty for the feed's own URL. */
  path: z.string().default(''),
  contentType: z.string().default('application/json; charset=utf-8'),
});

const feedSchema = z.strictObject({
  format: z.string(),
  timeZone: z.string().optional(),
  expectTitle: z.string().optional(),
  /** When the answers were recorded, ISO 8601; what `readings` reads them as of. */
  at: z.string().optional(),
  documents: z.array(documentSchema).min(1),
});

const manifestSchema = z.strictObject({
  /** Where the files are, relative to the manifest; default beside it. */
  folder: z.string().default('.'),
  providers: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      category: z.enum(CATEGORIES),
      country: z.string(),
      statusPage: z.url(),
      feeds: z.array(feedSchema).min(1),
    }),
  ),
  /** Recorded files that are read by `readings` only: other moments of the same feed. */
  more: z
    .array(
      z.strictObject({
        format: z.string(),
        provider: z.string(),
        files: z.array(z.string()).min(1),
        at: z.string().optional(),
        timeZone: z.string().optional(),
        /** Set where the outcome is an error, with the reason in words. */
        expectError: z.string().optional(),
        /** Why a file is not read at all. */
        notRead: z.string().optional(),
      }),
    )
    .default([]),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFeed = Manifest['providers'][number]['feeds'][number];

/**
 * The manifest of a folder of recorded feeds: `manifest.json` in it, or one kept for it in
 * `tests/support/<folder name>.manifest.json` where the folder itself cannot be written.
 */
export async function readManifest(
  folder: string,
  root: string,
): Promise<{ manifest: Manifest; folder: string }> {
  const inside = path.join(folder, 'manifest.json');
  const beside = path.join(root, 'tests/support', `${path.basename(folder)}.manifest.json`);
  const file = [inside, beside].find((one) => existsSync(one));
  if (file === undefined) {
    throw new UsageError(`no manifest for "${folder}": neither ${inside} nor ${beside} is there`);
  }
  const parsed = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new UsageError(`${file}: ${z.prettifyError(parsed.error)}`);
  return { manifest: parsed.data, folder: path.resolve(folder, parsed.data.folder) };
}
