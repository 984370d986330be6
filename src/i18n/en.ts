import { about } from './en/about.ts';
import { alternatives } from './en/alternatives.ts';
import { data } from './en/data.ts';
import { dependencies } from './en/dependencies.ts';
import { docs } from './en/docs.ts';
import { embed } from './en/embed.ts';
import { event } from './en/event.ts';
import { explain } from './en/explain.ts';
import { feed } from './en/feed.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { incident } from './en/incident.ts';
import { provider } from './en/provider.ts';
import { search } from './en/search.ts';
import { site } from './en/site.ts';
import { sources } from './en/sources.ts';
import { stack } from './en/stack.ts';
import { subscribe } from './en/subscribe.ts';
import { timeline } from './en/timeline.ts';
import { words } from './en/words.ts';

/** English, the shape of all messages. */
export const en = {
  words,
  site,
  home,
  history,
  timeline,
  incident,
  provider,
  sources,
  subscribe,
  about,
  feed,
  docs,
  embed,
  explain,
  search,
  data,
  event,
  dependencies,
  stack,
  alternatives,
};
