import { awsRss } from '../../src/adapters/aws-rss.ts';
import { readFeed, rssDocument, rssItem } from './read-feed.ts';

export const AWS_HEAD = '<title>Cloud Service Status</title>';
export const AWS_YOUNG = '<lastBuildDate>Tue, 21 Oct 2025 04:55:00 PDT</lastBuildDate>';
const GUID = 'https://status.example/#ec2-us-east-1_';

export interface AwsTold {
  title?: string;
  /** A day and time of October 2025, Pacific time: `20 10:00`. */
  at?: string;
  guid?: string;
  text?: string;
}

/** One post of EC2 in us-east-1; each of a list has a guid of its own. */
export function awsItem(
  { title = 'Errors', at, guid, text = 'Words.' }: AwsTold,
  index = 0,
): string {
  return rssItem({
    title,
    guid: guid ?? `${GUID}${1760979600 + index}`,
    description: text,
    ...(at !== undefined && { pubDate: `${at.slice(0, 2)} Oct 2025 ${at.slice(3)}:00 PDT` }),
  });
}

/** Reads posts out of a young channel. */
export const readAwsTold = (...posts: AwsTold[]) =>
  readFeed(awsRss, rssDocument(posts.map(awsItem).join(''), AWS_HEAD + AWS_YOUNG));
