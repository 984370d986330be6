/** The combined feeds, one cut for all of them. Names are what people look for in any language. */
export const FEED_FORMATS = [
  { name: 'RSS', path: '/feed.xml' },
  { name: 'Atom', path: '/atom.xml' },
  { name: 'JSON Feed', path: '/feed.json' },
  { name: 'iCalendar', path: '/calendar.ics' },
] as const;
