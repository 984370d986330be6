/** The past: years, months, days, views as of a moment, lateness, uptime figures. */
export const history = {
  title: 'History',
  description:
    'Outages of clouds and internet services by year, month and day, with every official post.',
  lead: 'What fell when, and what fell with it. Nothing here is ever deleted.',
  crumbs: 'Where you are',
  years: 'Years',
  year: 'Year',
  month: 'Month',
  monthDescription: (month: string) =>
    `Outages of clouds and internet services in ${month}, in lanes and as a list.`,
  dayDescription: (day: string) =>
    `Minute by minute: what was down on ${day}, and what was said about it when.`,
  began: 'Incidents begun',
  beganShort: 'Begun',
  worstDay: 'Worst day',
  worstDays: 'The worst days',
  worstNote: 'By incidents begun and services named as hit with them.',
  hit: (count: number, text: string) =>
    count === 1 ? '1 provider or service hit' : `${text} providers and services hit`,
  hitColumn: 'Hit',
  carried: (count: number, month: string) =>
    count === 1
      ? `One day carried ${month}`
      : `${count === 2 ? 'Two' : 'Three'} days carried ${month}`,
  counted: (count: number, text: string, month: string) =>
    count === 0
      ? `0 incidents on record for ${month}`
      : count === 1
        ? `1 incident in ${month}`
        : `${text} incidents in ${month}`,
  restDays: (days: string, most: string) =>
    `On the other ${days} days nothing we hold hit more than ${most} at once.`,
  monthCount: (incidents: number, text: string, providers: string) =>
    incidents === 1
      ? '1 incident of 1 provider is on record.'
      : `${text} incidents of ${providers} providers are on record.`,
  eventOf: (day: string, title: string, count: number, text: string) =>
    count === 0
      ? `${day}: ${title}.`
      : count === 1
        ? `${day}: ${title}; 1 more named as hit with it.`
        : `${day}: ${title}; ${text} more named as hit with it.`,
  nothing: 'Nothing is on record here. That is no proof that all was well.',
  nothingTitle: 'Nothing on record',
  atOnce: 'Providers and services hit, each day',
  lanes: 'The month in lanes',
  lanesNote:
    'Thickness is impact, from unknown to critical; a dashed end means that no source gives one. Dots: named as hit on that day, no minutes given. An empty lane means nothing on record, not that all was well.',
  moreLanes: (category: string, count: number, text: string) =>
    count === 1 ? `${category}: 1 more provider` : `${category}: ${text} more providers`,
  otherCategory: 'Others',
  lane: (count: number, text: string) => (count === 1 ? '1 incident' : `${text} incidents`),
  named: (count: number, text: string) => (count === 1 ? '1 service' : `${text} services`),
  namedLane: 'Others named',
  namedNote: 'no own post known',
  withIt: (text: string) => `${text} with it`,
  dayHead: 'Day',
  carriers: 'Those that took others with them',
  carriersNote: 'As the archive names them, with its sources.',
  allOthers: 'All others',
  allIncidents: 'All incidents',
  gravest: 'The gravest of the others',
  byProvider: 'Every provider of the month, by number of incidents',
  provider: 'Provider',
  restOf: (shown: string, all: string) =>
    `${shown} of ${all} shown. The rest stands under each day and provider.`,
  endUnknown: 'no end given',
  stillOpen: 'open',
  upTo: 'at the latest',
  from: 'from',
  untold: (maintenance: string, notices: string) =>
    `Left out of the lanes: ${maintenance} ${maintenance === '1' ? 'maintenance' : 'maintenances'} and ${notices} ${notices === '1' ? 'notice' : 'notices'} of the month.`,
  openSince: (names: string) => `No end on record, so not drawn: ${names}.`,
  cutNote: (count: string) => `Only the newest ${count} incidents are drawn.`,
  previous: 'Earlier',
  next: 'Later',
  dayLead: (providers: number, text: string, posts: number, postText: string) =>
    `${providers === 1 ? '1 provider' : `${text} providers`} with an incident, ${posts === 1 ? '1 official post' : `${postText} official posts`}.`,
  namedLead: (count: number, text: string, provider: string) =>
    count === 1
      ? `1 more service was named as hit with ${provider}.`
      : `${text} more services were named as hit with ${provider}.`,
  curve: 'Providers with an open incident',
  curveLabel: (most: string, at: string) => `At most ${most} at once, first at ${at} UTC.`,
  curveBounds: 'Dashed: the upper bound, where no source gives an end.',
  hindsightLanes: 'Drawn from what is known today. A tick is an official post.',
  drawing: 'The day by the minute',
  choose: 'Choose a moment, UTC',
  before: 'Post before',
  after: 'Post after',
  earlier: '15 min earlier',
  later: '15 min later',
  slider: 'Moment',
  play: 'Play',
  pause: 'Pause',
  stateAt: (clock: string) => `At ${clock} UTC`,
  said: 'What was said',
  saidNothing: 'Nothing had been posted that day by then.',
  goingOn: 'What was going on',
  openLater: 'Also open, as told later',
  goingOnNote: 'Known only afterwards.',
  openThen: (count: number, text: string) =>
    count === 0 ? 'None open, as far as posts told' : count === 1 ? 'One open' : `${text} open`,
  since: 'since',
  ended: 'Just ended',
  wholeSite: 'The front page as it was then',
  onlyThen: 'This column uses only what had been published by then.',
  posts: 'What was said, post by post',
  postsCount: (count: number, text: string) => (count === 1 ? '1 post' : `${text} posts`),
  postsNone: 'No official post of this day is on record.',
  postsFold: (text: string) => `${text} more`,
  incidentsOfDay: 'Incidents of the day',
  happened: 'How late it was said',
  happenedNote:
    'Minutes from the start a source later gave to the first public post we know of. Only incidents whose source gives a start of its own, earlier than the post.',
  start: 'Start given',
  firstPost: 'First post',
  late: 'Late by',
  severity: 'Right severity',
  severityNote:
    'Minutes from the first post to the moment the final severity stood, where we saw the source correct it.',
  severityLate: (text: string) => `Its final severity stood ${text} after the first post.`,
  lateOne: (text: string) => `The first public post came ${text} after the start the source gives.`,
  median: 'Median',
  cases: 'Cases',
  medianOf: (text: string, cases: number, number: string) =>
    cases === 1 ? `${text} in the one case on record` : `median ${text} over ${number} cases`,
  lateTitle: 'Lateness',
  lateNone: 'No incident on record gives a start of its own.',
  noRecord: 'We keep no reading of that moment, and no post on record says anything.',
  knownAsOf: 'Known as of',
  knownNote:
    'Only what had been published by then. Readings of then are not kept: without a post a state is unknown.',
  toToday: 'What is known today',
  toDay: 'That day by the minute',
  asItWas: 'as it was',
  pastSentence: (count: number, text: string, time: string) =>
    count === 0
      ? `0 open incidents had been posted by ${time}`
      : count === 1
        ? `1 incident was known to be open on ${time}`
        : `${text} incidents were known to be open on ${time}`,
  pastDescription: (time: string) =>
    `The state of clouds and internet services as it was known at ${time}.`,
  openAsOf: 'Open then',
  endedAsOf: 'Ended within the hour before',
  boardAsOf: 'The board of then',
  notYet: 'Nothing of this incident had been published by then.',
  pastUnknown: (count: string) =>
    `For ${count} others no post of then is on record: unknown, which is not the same as fine.`,
  incidentsBefore: 'Begun within 90 days before',
  uptime: 'Availability',
  uptimeSpan: 'Span',
  uptimeFigure: 'Available',
  uptimeDown: 'Outage',
  uptimeTrouble: 'Any trouble',
  uptimeObserved: 'Observed',
  spans: { 'days-90': '90 days', 'months-12': '12 months', all: 'All' },
  uptimeNone: 'nothing observed',
  uptimeNoneYet: 'Nothing observed yet, so there is no figure.',
  uptimeParts: 'By part',
  uptimeDefinition:
    'The share of observed time without a reported outage. Outage: an incident with major or critical impact, from its start to its end, overlaps counted once. Any trouble: incidents of every impact. Maintenance counts neither way. Time before our first reading, after the last good one, or with an incident of unknown impact or without a stated end is not observed: unknown is not up. Days are UTC. It rests on what the provider reports about itself.',
  observedSince: 'Observed since',
};
