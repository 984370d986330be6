/** Frame of every page: masthead, navigation, footer, error pages. */
export const site = {
  name: 'Downstream',
  tagline: 'What is down, and what falls with it.',
  skip: 'Skip to content',
  languageLabel: 'Language',
  languageName: 'English',
  mainLabel: 'Main',
  nav: {
    now: 'Now',
    timeline: 'Timeline',
    history: 'History',
    events: 'Events',
    dependencies: 'Dependencies',
    providers: 'Providers',
    sources: 'Sources',
    subscribe: 'Subscribe',
    embed: 'Embed',
    docs: 'API',
  },
  find: 'Find a provider',
  findButton: 'Find',
  allTimes: 'All times UTC',
  feedTitle: 'Downstream: every incident',
  feedTitleFor: (name: string) => `Downstream: ${name}`,
  thread: (now: number, most: number) =>
    `Open incidents over the last 24 hours: ${now} now, ${most} at most.`,
  threadCalm: 'No open incident known over the last 24 hours.',
  footer:
    'Every status links to the provider’s own page and says when we read it. Unknown is never green.',
  footerUs: 'No cookies, no tracking, nothing loaded from elsewhere.',
  updated: 'This page has been updated.',
  here: 'here',
  ago: (minutes: number) => `${minutes} min ago`,
  notFoundTitle: 'This page does not exist',
  notFound:
    'Not down, just not there: nothing is kept at this address. An incident that was once public never loses its address, so look for a typing error, or search.',
  errorTitle: 'This time it is us',
  error:
    'The page could not be made. The fault is ours and has been recorded; please try again in a minute.',
  toHome: 'What is down now',
};
