import type { Category } from '../../src/model/provider.ts';
import type { Component } from '../../src/model/status.ts';
import { type World, type WorldProvider, worldIncident, worldProvider } from './world.ts';

const NOW = '2026-06-12T12:45:00.000Z';
const at = (clock: string, day = '12') => `2026-06-${day}T${clock}:00.000Z`;
const part = (name: string, status: Component['status'], group?: string): Component => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  status,
  ...(group === undefined ? {} : { group }),
});

const FINE: [Category, string][] = [
  [
    'cloud',
    'Alibaba Cloud,Clever Cloud,Exoscale,Google Cloud,Hetzner,Infomaniak,IONOS Cloud,Oracle Cloud,OVHcloud,Scaleway,STACKIT,UpCloud',
  ],
  ['edge', 'Akamai,Bunny,Cloudflare,Fastly,deSEC'],
  ['developer', 'Codeberg,GitLab,npm,PyPI,Netlify,Supabase,CircleCI,Sentry'],
  ['communication', 'Brevo,Discord,Mailbox,Proton,Tuta,Element'],
  ['work', 'Linear,Miro,Notion,Figma'],
  ['ai', 'DeepL,Mistral AI,Cohere'],
  ['payments', 'Adyen,Mollie,Stripe,Wise'],
  ['monitoring', 'Grafana Cloud,PagerDuty'],
];

const fine = FINE.flatMap(([category, names]) =>
  names.split(',').map(
    (name, index): WorldProvider => ({
      provider: worldProvider(name.toLowerCase().replaceAll(' ', '-'), name, category),
      status: 'operational',
      readAt: at(`12:4${index % 5}`),
    }),
  ),
);

const wrong: WorldProvider[] = [
  {
    provider: worldProvider('github', 'GitHub', 'developer'),
    status: 'major_outage',
    readAt: at('12:44'),
    components: [
      part('Git Operations', 'major_outage', 'Core'),
      part('Pull Requests', 'partial_outage', 'Core'),
      part('Issues', 'operational', 'Core'),
      part('Actions', 'degraded_performance', 'Automation'),
      part('Packages', 'operational', 'Automation'),
      part('Pages', 'operational'),
    ],
    incidents: [
      worldIncident(
        'github',
        'gh-push',
        {
          title: 'Pushes and clones fail for most repositories',
          startedAt: at('10:52'),
          impact: 'critical',
          components: [{ name: 'Git Operations' }, { name: 'Pull Requests' }],
          marks: ['impact-derived'],
        },
        [
          [
            at('10:58'),
            'investigating',
            'We see that many pushes end with an error. More within half an hour.',
          ],
          [
            at('11:31'),
            'identified',
            'A storage cluster lost its leader.\n\nReads from replicas still work; writes do not. Background: https://status.github.example/notes/42.',
          ],
          [
            at('12:17'),
            'identified',
            'A new leader has been chosen. Queued work is being replayed, slowly on purpose.',
          ],
        ],
      ),
      worldIncident(
        'github',
        'gh-mail',
        {
          title: 'Late e-mail notifications',
          startedAt: at('08:05'),
          impact: 'minor',
          resolvedAt: at('09:40'),
        },
        [
          [at('08:20'), 'investigating', 'Mail leaves us up to an hour late.'],
          [at('09:40'), 'resolved', 'All queued mail has left.'],
        ],
      ),
      worldIncident(
        'github',
        'gh-old',
        {
          title: 'Search results incomplete',
          startedAt: at('14:00', '02'),
          impact: 'major',
          resolvedAt: at('16:25', '02'),
        },
        [
          [at('14:10', '02'), 'investigating', 'Results miss recent commits.'],
          [at('16:25', '02'), 'resolved', 'The index has caught up.'],
        ],
      ),
    ],
  },
  {
    provider: worldProvider('twilio', 'Twilio', 'communication'),
    status: 'partial_outage',
    readAt: at('12:43'),
    incidents: [
      worldIncident(
        'twilio',
        'tw-sms',
        {
          title: 'SMS to several European carriers delayed',
          startedAt: at('09:12'),
          impact: 'major',
        },
        [
          [
            at('09:25'),
            'investigating',
            'Messages to some carriers in Germany and Switzerland arrive late.',
          ],
          [at('11:48'), 'monitoring', 'Traffic has been moved to another route and is flowing.'],
        ],
      ),
    ],
  },
  {
    provider: worldProvider('vercel', 'Vercel', 'developer'),
    status: 'degraded_performance',
    readAt: at('12:44'),
    incidents: [
      worldIncident(
        'vercel',
        'vc-build',
        {
          title: 'Builds that fetch from GitHub wait in the queue',
          startedAt: at('11:05'),
          impact: 'minor',
        },
        [
          [
            at('11:20'),
            'identified',
            'Our upstream source host is failing; builds wait until it answers.',
          ],
        ],
      ),
    ],
  },
  {
    provider: worldProvider('atlassian', 'Atlassian', 'work'),
    status: null,
    readAt: at('12:44'),
    components: [
      part('Jira', 'operational'),
      part('Bitbucket Pipelines', 'degraded_performance'),
      part('Confluence', 'operational'),
    ],
  },
  {
    provider: worldProvider('openai', 'OpenAI', 'ai'),
    status: 'degraded_performance',
    readAt: at('12:42'),
    incidents: [
      worldIncident(
        'openai',
        'oa-api',
        {
          title: 'Raised error rates for long requests',
          startedAt: at('12:20'),
          impact: 'unknown',
        },
        [
          [
            at('12:31'),
            'investigating',
            'Requests above a certain length fail more often than usual.',
          ],
        ],
      ),
    ],
  },
  {
    provider: worldProvider('gcore', 'Gcore', 'edge'),
    status: 'under_maintenance',
    readAt: at('12:41'),
    incidents: [
      worldIncident(
        'gcore',
        'gc-work',
        {
          title: 'Router replacement in one location',
          kind: 'maintenance',
          impact: 'none',
          startedAt: at('12:00'),
          scheduledFor: at('12:00'),
          scheduledUntil: at('16:00'),
        },
        [[at('12:00'), 'in_progress', 'Work has begun. Short interruptions are possible.']],
      ),
      worldIncident(
        'gcore',
        'gc-next',
        {
          title: 'Power work in Luxembourg',
          kind: 'maintenance',
          impact: 'none',
          status: 'scheduled',
          startedAt: at('22:00', '14'),
          scheduledFor: at('22:00', '14'),
          scheduledUntil: at('23:30', '14'),
          firstSeenAt: at('09:00', '11'),
        },
        [[at('09:00', '11'), 'scheduled', 'Redundant feeds stay on; no interruption is expected.']],
      ),
    ],
  },
];

const unknown: WorldProvider[] = [
  { provider: worldProvider('azure', 'Microsoft Azure', 'cloud'), readAt: at('12:44') },
  {
    provider: worldProvider('wire', 'Wire', 'communication'),
    status: 'operational',
    readAt: at('12:02'),
    failure: { at: at('12:40'), kind: 'http-status', httpStatus: 403 },
  },
  {
    provider: worldProvider('open-telekom-cloud', 'Open Telekom Cloud', 'cloud'),
    status: 'degraded_performance',
    readAt: at('11:52'),
    failure: { at: at('12:41'), kind: 'not-a-feed' },
    incidents: [
      worldIncident(
        'open-telekom-cloud',
        'otc-1',
        {
          title: 'Object storage slow in one zone',
          startedAt: at('10:40'),
          impact: 'minor',
          marks: ['start-approximate'],
        },
        [[at('11:10'), 'investigating', 'Read requests take longer than usual.']],
      ),
    ],
  },
  {
    provider: worldProvider('deepseek', 'DeepSeek', 'ai'),
    status: 'unknown',
    unknownWord: 'flapping',
    readAt: at('12:44'),
  },
  {
    provider: worldProvider('heroku', 'Heroku', 'cloud'),
    failure: { at: at('12:40'), kind: 'timeout' },
  },
  ...[
    'Threema:communication',
    'Quad9:edge',
    'Snapchat:consumer',
    'Venmo:payments',
    'TWINT:payments',
    'Duolingo:consumer',
  ].map((entry): WorldProvider => {
    const [name = '', category = ''] = entry.split(':');
    return {
      provider: worldProvider(name.toLowerCase(), name, category as Category, { hasFeed: false }),
    };
  }),
];

const cloudflare = fine.find(({ provider }) => provider.id === 'cloudflare');
const before = worldIncident(
  'cloudflare',
  'cf-dns',
  {
    title: 'DNS answers slow',
    startedAt: at('06:30', '10'),
    impact: 'minor',
    resolvedAt: at('07:55', '10'),
  },
  [
    [at('06:41', '10'), 'investigating', 'Some resolvers answer late.'],
    [at('07:55', '10'), 'resolved', 'Answers are fast again.'],
  ],
);
if (cloudflare !== undefined) {
  const now = {
    ...before,
    title: 'DNS answers slow in two European locations',
    impact: 'major' as const,
    updates: before.updates.map((update, index) =>
      index === 0 ? { ...update, body: 'Resolvers in Zürich and Vienna answer late.' } : update,
    ),
  };
  cloudflare.incidents = [now];
  cloudflare.replaced = { [before.id]: before };
}

/** A bad day with every state there is: 60 providers, trouble, work, stale and unreadable feeds. */
export const busyWorld: World = { now: NOW, providers: [...wrong, ...fine, ...unknown] };

/** The first minute of a fresh site: everything is configured, nothing has been read. */
export const freshWorld: World = {
  now: NOW,
  providers: busyWorld.providers.map(({ provider }) => ({ provider })),
};

/** Our own connection has failed for an hour: all readings are old. */
export const unreachableWorld: World = {
  now: '2026-06-12T13:50:00.000Z',
  providers: busyWorld.providers.map((entry) => ({
    ...entry,
    failure: { at: '2026-06-12T13:49:00.000Z', kind: 'network' as const },
  })),
};

/** Every feed read and well. */
export const calmWorld: World = { now: NOW, providers: fine };
