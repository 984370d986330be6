import { about } from './en/about.ts';
import { docs } from './en/docs.ts';
import { embed } from './en/embed.ts';
import { explain } from './en/explain.ts';
import { feed } from './en/feed.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { incident } from './en/incident.ts';
import { provider } from './en/provider.ts';
import { search } from './en/search.ts';
import { site } from './en/site.ts';
import { sources } from './en/sources.ts';
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
};
