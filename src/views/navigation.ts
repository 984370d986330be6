/** The main pages in the order of the menu. The one list: a page that exists is entered here. */
export const NAVIGATION = [
  { key: 'now', path: '/' },
  { key: 'timeline', path: '/timeline' },
  { key: 'history', path: '/history' },
  { key: 'events', path: '/events' },
  { key: 'dependencies', path: '/dependencies' },
  { key: 'search', path: '/search' },
  { key: 'providers', path: '/providers' },
  { key: 'sources', path: '/sources' },
  { key: 'subscribe', path: '/subscribe' },
  { key: 'embed', path: '/embed' },
  { key: 'docs', path: '/docs' },
  { key: 'about', path: '/about' },
] as const;
export type NavigationKey = (typeof NAVIGATION)[number]['key'];
