import type { Incident, IncidentUpdate } from '../../src/model/incident.ts';
import { entryWords } from '../../src/views/entry-words.ts';
import { worldIncident, worldProvider } from '../support/world.ts';

export const PROVIDERS = [
  worldProvider('github', 'GitHub', 'developer'),
  worldProvider('acme', 'Acme & Sons <EU>', 'cloud'),
];
export const WORDS = entryWords('en', PROVIDERS);
export const linkOf = ({ id }: Pick<Incident, 'id'>) =>
  `https://downstream.example/incidents/${id}`;
export const HEAD = {
  title: 'Downstream: all incidents',
  description: 'Everything & more',
  id: 'https://downstream.example/feed.xml',
  siteLink: 'https://downstream.example/timeline',
  selfLink: 'https://downstream.example/feed.xml',
  nextLink: 'https://downstream.example/feed.xml?before=x',
  language: 'en',
} as const;

export const t = (clock: string, day = '12') => `2026-06-${day}T${clock}:00.000Z`;

type Post = [string, IncidentUpdate['status'], string];
export const POSTS: Post[] = [
  [t('08:05'), 'investigating', 'We look into <b>errors</b> & delays.\nMore soon.'],
  [t('08:40'), 'identified', 'Cause found: ]]> and \u0007 a bell.'],
  [t('09:30'), 'resolved', 'All is well.'],
];

/** An incident as it stood after so many of its posts. */
export function afterPosts(count: number): Incident {
  const posts = POSTS.slice(0, count);
  const last = posts.at(-1);
  return worldIncident(
    'acme',
    'a1',
    {
      title: 'Latency < 5 s & rising',
      startedAt: t('08:00'),
      firstSeenAt: t('08:06'),
      impact: 'major',
      components: [{ name: 'API' }],
      resolvedAt: last?.[1] === 'resolved' ? last[0] : null,
    },
    posts,
  );
}
