/** Check my stack. */
export const stack = {
  title: 'Check my stack',
  titleOf: (count: number, text: string) =>
    count === 1 ? '1 service, and what it stands on' : `${text} services, and what they stand on`,
  lead: 'Choose what you use. You see which single upstream takes how much of it along, which outages of the last twelve months would have hit you, and what stands elsewhere. Nothing is stored: your choice is the address of this page.',
  description:
    'Which single cloud takes how much of your tools along when it falls, which outages would have hit you, and what stands elsewhere.',
  choose: 'Choose what you use',
  change: 'Change the choice',
  button: 'Check',
  clear: 'Start over',
  unknownIds: (ids: string) => `Not known here: ${ids}.`,
  chosen: 'Your choice',
  now: 'Now',
  takes: 'What a single upstream takes with it',
  takesNote: (all: string) =>
    `Of your ${all}, by what sources say. Through others is counted apart.`,
  takesLine: (upstream: string, count: string, all: string) =>
    `${count} of your ${all} stand on ${upstream}, directly or through others.`,
  takesRest: (count: number, text: string) =>
    count === 1 ? '1 more, with one of yours' : `${text} more, with one of yours each`,
  takesNone:
    'No source we have read says what these stand on. That is not the same as standing on nothing.',
  unknownBase: (names: string) => `Of these no source says what they stand on: ${names}.`,
  itself: 'itself among your choice',
  through: 'through others',
  hitTitle: 'What would have hit you in the last 12 months',
  hitNote: 'Events in which one of yours is on record as hit, or began it.',
  hitNone: 'No event of the last twelve months on record here touches your choice.',
  hitWho: (names: string) => `hit: ${names}`,
  hitMaybe: (names: string) => `possibly: ${names}`,
  incidents: (count: string) => `${count} incidents of these are on record for the same time.`,
  incidentsMore: (count: string) =>
    `More than ${count} incidents of these are on record for the same time.`,
  incidentsLink: 'See them in the timeline',
  elsewhere: 'What stands elsewhere',
  elsewhereNote: 'Alternatives to your choice, with what they themselves run on.',
  elsewhereNone: 'For these we know no alternative with a stated base.',
  elsewhereAll: 'All alternatives',
  take: 'Take it with you',
  takeFeed: 'Feed of exactly these',
  takeCalendar: 'Calendar of exactly these',
  takeWidget: 'Widget to embed',
  takeWidgetNote: 'One line for a page of your own:',
};
