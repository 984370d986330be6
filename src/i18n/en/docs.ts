import { fieldTexts } from './field-texts.ts';

/** Words of the reference page. */
export const docs = {
  title: 'API and feeds',
  description: 'Reference of the API, the Statuspage-compatible API, feeds, calendar and badges.',
  lead: 'Everything on this site can be read by programs: no key, no account, from any origin.',
  apiTitle: 'API',
  apiText:
    'JSON over GET. Lists are { data, next }; hand the value of next back as before to go on. Absent values are null. unknown means that no fresh reading proves a state; it never stands for operational.',
  machine: 'The same for machines, as OpenAPI 3.1:',
  parameters: 'Parameters',
  none: 'none',
  fieldTexts,
  answers: 'Answer',
  examples: 'Examples',
  manners: 'Good manners',
  mannersText:
    'Send If-None-Match with the ETag of the last answer: unchanged answers cost nobody anything. What changes can be heard of at /api/v1/stream (server-sent events). From one address, 120 requests at once and 4 a second after that are welcome where an answer has to be made anew; more are answered with 429 and Retry-After. Answers at hand do not count.',
  errorsTitle: 'Errors',
  errorsText:
    'Errors are problem details (RFC 9457) that name each parameter, its value, and what would be right.',
  statuspageTitle: 'Statuspage-compatible',
  statuspageText:
    'Whatever speaks Atlassian’s Statuspage API reads this site: set its address to ours for everything, or to that of a provider. Unknown states are told as the mildest state that is not green, with a description that says so, and in our own words as downstream_status.',
  feedsTitle: 'Feeds and calendar',
  feedsText:
    'RSS 2.0, Atom 1.0, JSON Feed 1.1 and iCalendar, of everything and under each provider, incident and event. An id never changes. An incident is one entry when it begins and one when it ends or is taken back; with items=updates, each post is one.',
  embedTitle: 'Frames, element and badges',
  all: 'everything',
  ofProvider: 'one provider',
  ofIncident: 'one incident',
  ofEvent: 'one event',
  ofStack: 'a stack',
};
