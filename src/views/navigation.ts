/**
 * The main pages in the order of the menu, in one line at 1280 px in both languages: search is the
 * box beside it, and who we are stands in the footer.
 */
export const NAVIGATION = [
  { key: 'now', path: '/' },
  { key: 'timeline', path: '/timeline' },
  { key: 'history', path: '/history' },
  { key: 'events', path: '/events' },
  { key: 'dependencies', path: '/dependencies' },
  { key: 'providers', path: '/providers' },
  { key: 'sources', path: '/sources' },
  { key: 'subscribe', path: '/subscribe' },
  { key: 'embed', path: '/embed' },
  { key: 'docs', path: '/docs' },
] as const;
export type NavigationKey = (typeof NAVIGATION)[number]['key'];
