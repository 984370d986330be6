import { createGzip } from 'node:zlib';
import { z } from 'zod';

const headers = z.record(z.string(), z.string());
const answerShape = {
  status: z.number().optional(),
  headers: headers.optional(),
  body: z.string().optional(),
  bodyJson: z.unknown().optional(),
  bodyBase64: z.string().optional(),
  generateBody: z
    .strictObject({
      prefix: z.string(),
      repeat: z.string(),
      times: z.number(),
      suffix: z.string(),
      compress: z.literal('gzip').optional(),
    })
    .optional(),
};

const pollSchema = z.strictObject({
  ...answerShape,
  at: z.string(),
  url: z.string().optional(),
  note: z.string().optional(),
  error: z.string().optional(),
  ignoresAcceptEncoding: z.boolean().optional(),
  expectNoRequest: z.boolean().optional(),
  expectRequestHeaders: headers.optional(),
  // biome-ignore lint/suspicious/noThenProperty: the name is the file format's
  then: z
    .strictObject({
      ...answerShape,
      url: z.string().optional(),
      mustNotBeRequested: z.boolean().optional(),
    })
    .optional(),
  rules: z
    .array(
      z.strictObject({
        ...answerShape,
        if: z.union([z.literal('otherwise'), z.strictObject({ userAgentMatches: z.string() })]),
      }),
    )
    .optional(),
});
export type Poll = z.infer<typeof pollSchema>;

export const sequenceSchema = z.strictObject({
  url: z.string().optional(),
  polls: z.array(pollSchema).min(1),
});

/** What one request is answered with, as the files write it. */
export type WrittenAnswer = Pick<
  Poll,
  'status' | 'headers' | 'body' | 'bodyJson' | 'bodyBase64' | 'generateBody'
>;

/** The bytes of a written answer. */
export async function bodyOf(answer: WrittenAnswer): Promise<Buffer> {
  if (answer.bodyBase64 !== undefined) return Buffer.from(answer.bodyBase64, 'base64');
  if (answer.bodyJson !== undefined) return Buffer.from(JSON.stringify(answer.bodyJson));
  if (answer.generateBody !== undefined) return generate(answer.generateBody);
  return Buffer.from(answer.body ?? '');
}

/** Packs a huge body piece by piece: it never exists in memory as a whole. */
async function generate(plan: NonNullable<WrittenAnswer['generateBody']>): Promise<Buffer> {
  const gzip = createGzip();
  const packed: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => packed.push(chunk));
  const done = new Promise<void>((resolve, reject) => gzip.on('end', resolve).on('error', reject));
  const piece = Buffer.from(plan.repeat.repeat(1_048_576));
  gzip.write(plan.prefix);
  for (let left = plan.times; left > 0; left -= 1_048_576) {
    const part = left >= 1_048_576 ? piece : Buffer.from(plan.repeat.repeat(left));
    if (!gzip.write(part)) await new Promise((resolve) => gzip.once('drain', resolve));
  }
  gzip.end(plan.suffix);
  await done;
  return Buffer.concat(packed);
}
