/** Words of the feeds and of their entries. */
export const feed = {
  title: 'Downstream: all incidents',
  titleOf: (what: string) => `Downstream: ${what}`,
  description:
    'Incidents and maintenance of clouds and of what stands on them, from official sources.',
  calendar: 'Maintenance, as announced',
  calendarTitle: 'Downstream: maintenance',
  entry: {
    began: (time: string) => `Began ${time}.`,
    planned: (from: string, until: string | null) =>
      until === null ? `Planned for ${from}.` : `Planned from ${from} to ${until}.`,
    ended: (title: string) => `Resolved: ${title}`,
    withdrawn: (title: string) => `Withdrawn: ${title}`,
    endedAt: (time: string) => `Over since ${time}.`,
    withdrawnAt: (time: string) => `Taken back by its source; we noticed ${time}.`,
    affected: 'Affected',
    officialPage: 'Official page',
  },
};
