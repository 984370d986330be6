import { about } from './de/about.ts';
import { alternatives } from './de/alternatives.ts';
import { data } from './de/data.ts';
import { dependencies } from './de/dependencies.ts';
import { docs } from './de/docs.ts';
import { embed } from './de/embed.ts';
import { event } from './de/event.ts';
import { explain } from './de/explain.ts';
import { feed } from './de/feed.ts';
import { history } from './de/history.ts';
import { home } from './de/home.ts';
import { incident } from './de/incident.ts';
import { provider } from './de/provider.ts';
import { search } from './de/search.ts';
import { site } from './de/site.ts';
import { sources } from './de/sources.ts';
import { stack } from './de/stack.ts';
import { subscribe } from './de/subscribe.ts';
import { timeline } from './de/timeline.ts';
import { words } from './de/words.ts';
import type { en } from './en.ts';
import type { Translated } from './translated.ts';

/** German in Swiss spelling: ss, «». */
export const de = {
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
} satisfies Translated<typeof en>;
