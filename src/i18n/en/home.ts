import type { ProviderStatus } from '../../model/status.ts';

/** The front page: headline, board, what could not be read. */
export const home = {
  description:
    'Which clouds and internet services are down right now, read from their official status feeds, with the source and the time of every reading.',
  reports: (status: ProviderStatus, who: string, count: number): string => {
    const one = count === 1;
    switch (status) {
      case 'major_outage':
        return one ? `${who} reports a major outage` : `${who} report major outages`;
      case 'partial_outage':
        return one ? `${who} reports a partial outage` : `${who} report partial outages`;
      default:
        return one ? `${who} reports degraded service` : `${who} report degraded service`;
    }
  },
  services: (count: string) => `${count} services`,
  andMore: (count: number, text: string) =>
    count === 1 ? ', and 1 more reports trouble.' : `, and ${text} more report trouble.`,
  ofAll: (fine: string, all: string) => `; ${fine} of ${all} report normal operation.`,
  calm: (fine: string, all: string, unknown: string) =>
    `${fine} of ${all} services report normal operation; for ${unknown} we cannot vouch.`,
  calmWithWork: (fine: string, all: string) =>
    `${fine} of ${all} services report normal operation, and no trouble is reported by the others.`,
  allFine: (all: string) => `All ${all} services report normal operation.`,
  nothingRead: (all: string) => `Not one of ${all} services has been read yet.`,
  noneReadable: (all: string) => `None of ${all} services can be read at the moment.`,
  noProviders: 'No provider is configured, so 0 services are watched.',
  notYou: 'It is probably not you.',
  maybeNot: 'If something fails for you now, nobody we can read has said so yet.',
  oftenLate: 'Official pages are often late: look again in a few minutes.',
  justStarted:
    'The first readings come within minutes. Until then everything is unknown, and nothing is called fine.',
  ourLine:
    'The fault may well be our own connection. What follows is the last known state, with its time, not the state now.',
  lastReading: 'Last good reading:',
  pastStays: 'The past can be read all the same:',
  since: 'since',
  lastWord: 'Last official word:',
  official: 'official page',
  dayTitle: 'The last 24 hours',
  dayCaption: 'Incidents open at the hour, as their sources date them. UTC.',
  glance: 'All providers at a glance',
  counted: (all: string) => `${all} providers, read from their official feeds.`,
  oldest: 'Oldest reading in use:',
  unknownNote: (unknown: string) =>
    `${unknown} are unknown, so we do not say “everything else is fine”.`,
  openTitle: 'Open now',
  openHint: 'Worst first. The time is the last official word.',
  openMore: (count: string) => `${count} more in the timeline`,
  plannedTitle: 'Announced maintenance',
  boardTitle: 'The board',
  boardHint: 'What is wrong comes first. The small time is when we last read the source, in UTC.',
  fineIn: (category: string) => `${category}: operational`,
  unknownIn: (category: string) => `${category}: unknown`,
  fineCount: (count: string) => `${count} operational`,
  unknownCount: (count: string) => `${count} unknown`,
  noFeed: 'no feed',
  never: 'never',
  stale: 'stale',
  staleLast: 'last known',
  partsAffected: (count: number, names: string) =>
    count === 1 ? `1 part is affected: ${names}.` : `${count} parts are affected: ${names}.`,
  more: (count: string) => `and ${count} more`,
  pageSays: 'Says so on its status page and names no incident.',
  silent: 'Its feed can be read and says nothing. An empty feed proves nothing.',
  unknownWord: (word: string) => `It says “${word}”, a word we do not know.`,
  unknownState: 'Its feed can be read, but its state cannot be told from it.',
  unreadTitle: 'What we could not read, and why',
  unreadCount: (count: string, all: string) => `${count} of ${all}`,
  unreadNever: 'Not read yet.',
  unreadWaiting: (count: string) => `${count} have not been read yet.`,
  unreadNone: 'Every feed could be read. Unknown remain those who publish none.',
  unreadAll: 'Every feed, with its address and last reading',
  noFeedTitle: (count: string) => `${count} without an official feed`,
  noFeedText: 'They publish no state that machines can read. Whether they work we cannot say.',
  lastKnown: (status: string) => `last known: ${status}`,
  httpStatus: (code: string) => `HTTP ${code}.`,
  tellTitle: 'Be told, or look closer',
  tellFeed: 'Feed',
  tellFeedText:
    'One entry when something starts, changes or ends, for a feed reader or a chat channel.',
  tellCut: 'Only what you use',
  tellCutText: 'Choose your providers and take the address with you. No account.',
  tellCutLink: 'Choose providers',
  tellSource: 'How we know',
  tellSourceText: 'Every address we read, when we last could, and how sure we are of it.',
};
