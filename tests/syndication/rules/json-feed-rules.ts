import { z } from 'zod';
import {
  addressProblems,
  characterProblems,
  contentProblems,
  languageProblems,
  repeated,
} from './content-rules.ts';

const address = z.string().refine((text) => addressProblems(text).length === 0);
const date = z.iso.datetime({ offset: true });
/** https://www.jsonfeed.org/version/1.1/ */
const schema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: address,
  feed_url: address,
  description: z.string(),
  language: z.string(),
  next_url: address.optional(),
  authors: z.array(z.strictObject({ name: z.string(), url: address })),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: address,
      title: z.string().min(1),
      summary: z.string(),
      content_html: z.string(),
      date_published: date,
      date_modified: date,
      tags: z.array(z.string().min(1)),
    }),
  ),
});

/** What JSON Feed 1.1 asks for, and the rules of content that hold for any feed. */
export function jsonFeedProblems(text: string, self: string): string[] {
  const parsed = schema.safeParse(JSON.parse(text));
  if (!parsed.success)
    return parsed.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`);
  const { feed_url, next_url, language, items } = parsed.data;
  return [
    ...(feed_url === self ? [] : [`feed_url: ${feed_url}`]),
    ...(next_url === self ? ['the next page is this one'] : []),
    ...languageProblems(language),
    ...repeated(items.map(({ id }) => id)),
    ...items.flatMap((item) => [
      ...contentProblems(item.content_html),
      ...[item.title, item.summary, item.content_html, ...item.tags].flatMap(characterProblems),
      ...(item.date_modified < item.date_published ? ['changed before it was published'] : []),
    ]),
  ];
}
