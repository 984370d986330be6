/**
 * The page an API address belongs to, without slash at its end.
 * @example pageBase('https://www.githubstatus.com/api/v2/summary.json') // 'https://www.githubstatus.com'
 */
export function pageBase(url: string): string {
  const { origin, pathname } = new URL(url);
  const path = pathname
    .replace(/\/(api|proxy)\/.*|\/history(\.(rss|atom))?$/, '')
    .replace(/\/+$/, '');
  return `${origin}${path}`;
}
