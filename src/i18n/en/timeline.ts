/** Everything by day, with its filters. */
export const timeline = {
  title: 'Timeline',
  lead: 'Every incident of every provider, newest first, by the day it began.',
  description:
    'Incidents of clouds and internet services by day, from their official status feeds.',
  filter: 'Filter',
  filterProvider: 'Provider',
  filterCategory: 'Category',
  filterKind: 'Kind',
  filterImpact: 'Impact, at least',
  filterStatus: 'Status',
  filterText: 'Words',
  any: 'any',
  apply: 'Show',
  clear: 'Show everything',
  active: 'Shown:',
  without: (what: string) => `Remove filter ${what}`,
  problem: (parameter: string, value: string) =>
    `“${value}” is no ${parameter} we know; it was left out.`,
  older: 'Older',
  newest: 'Back to the newest',
  noneTitle: 'No incident matches',
  none: 'Nothing we hold fits this filter. That is no proof that nothing happened.',
  emptyTitle: 'Nothing recorded yet',
  empty:
    'No feed has told of an incident yet. As soon as one does, it stands here and stays for good.',
  count: (count: number, text: string) => (count === 1 ? '1 began' : `${text} began`),
  feed: 'This selection as a feed',
  ongoing: 'still open',
  upcoming: 'announced',
  withdrawn: 'withdrawn',
};
