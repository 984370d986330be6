import type { ToldStory } from './replay-story.ts';
import type { ServedDocument } from './served-document.ts';

/** Azure's words behind a title. */
const STATE = { monitoring: 'Mitigating', identified: 'Mitigating' } as const;

/** The RSS of Azure's page: built anew for every reader, and empty once nothing is open. */
export function azureFeed(stories: readonly ToldStory[], at: string): ServedDocument {
  const items = stories.filter(({ isOver }) => !isOver).map(toItem);
  const text = `<?xml version="1.0" encoding="utf-8"?>
<rss xmlns:a10="http://www.w3.org/2005/Atom" version="2.0"><channel><title>Azure Status</title><link>https://azure.status.microsoft/en-us/status/</link><description>Azure Status</description><language>en-US</language><lastBuildDate>${rfc822(at)}</lastBuildDate>${items.join('')}</channel></rss>`;
  return { body: Buffer.from(text), contentType: 'application/rss+xml; charset=utf-8' };
}

function toItem({ id, title, latest, componentNames, posts }: ToldStory): string {
  const status = latest.status;
  const state = status === 'monitoring' || status === 'identified' ? STATE[status] : 'Active';
  const html = posts
    .toReversed()
    .map(({ text }) => `<p>${escapeXml(text)}</p>`)
    .join('');
  const categories = componentNames.map((name) => `<category>${escapeXml(name)}</category>`);
  return `<item><guid isPermaLink="false">${escapeXml(id)}</guid><link>https://azure.status.microsoft/en-us/status/</link>${categories.join('')}<title>${escapeXml(`${title} - ${state}`)}</title><description>${escapeXml(html)}</description><pubDate>${rfc822(latest.at)}</pubDate></item>`;
}

function rfc822(at: string): string {
  return new Date(at).toUTCString().replace('GMT', 'Z');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
