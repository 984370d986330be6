import { type World, worldIncident, worldProvider } from './world.ts';

const at = (clock: string, day = '12') => `2026-06-${day}T${clock}:00.000Z`;
const provider = {
  ...worldProvider('acme', 'Acme & Sons "EU" | \'AG\'', 'cloud'),
  aliases: ['acme-old'],
};

/** Everything that has ever broken a feed, in titles, posts and names of parts. */
const incidents = [
  worldIncident(
    'acme',
    'markup',
    {
      title:
        'API <v2> & "Console": 5 < 6 > 4, R&amp;D &lt;beta&gt; ]]> <![CDATA[ <!-- &#x41; &nbsp;',
      startedAt: at('08:00'),
      firstSeenAt: at('08:06'),
      impact: 'major',
      status: 'resolved',
      resolvedAt: at('09:30'),
      components: [{ name: 'Blob <storage> & more' }, { name: 'Queue ]]> 2' }],
      url: 'javascript:alert(1)',
    },
    [
      [
        at('08:05'),
        'investigating',
        'We look into <script>alert("x")</script> & <img src=x onerror=alert(1)>.\nMore soon, see <a href="/relative">here</a> or https://status.acme.example/?a=1&b=2.',
      ],
      [
        at('08:40'),
        'identified',
        'Cause found: ]]> and <![CDATA[ and &amp;lt; and &#38;.\n\nSecond part.\tTab.',
      ],
      [at('09:30'), 'resolved', 'All is well <style>*{display:none}</style>'],
    ],
  ),
  worldIncident(
    'acme',
    'characters',
    {
      title:
        'Bell \u0007 null \u0000 escape \u001B[31m c1 \u0085 lone \uD800 non \uFFFE\uFFFF emoji 🧨 rtl \u202Eabc Zürich',
      startedAt: at('07:00'),
      firstSeenAt: at('07:03'),
      components: [{ name: 'Bell \u0008 part' }],
    },
    [
      [
        at('07:00'),
        'investigating',
        'Line\u2028separator, \u000Bvertical, lone \uDC00 half, 🧨.\u0001',
      ],
      [at('07:20'), 'monitoring', '\u0000'],
    ],
  ),
  worldIncident('acme', 'silent', {
    title: 'Störung ohne Meldung – «Zürich» & 東京',
    startedAt: at('06:00'),
    firstSeenAt: at('06:01'),
  }),
  worldIncident(
    'acme',
    'taken-back',
    {
      title: "It's  spaced   out — 100 % of 'users'",
      startedAt: at('05:00'),
      firstSeenAt: at('05:02'),
      withdrawnAt: at('05:30'),
      resolvedAt: at('05:30'),
      updatedAt: at('05:30'),
    },
    [[at('05:00'), 'investigating', 'Percent %20 and %s and {{template}} and $VALUE.']],
  ),
  worldIncident(
    'acme',
    'window',
    {
      title: 'Upgrade; phase 1, EU \\ "core"',
      kind: 'maintenance',
      impact: 'none',
      status: 'scheduled',
      startedAt: at('02:00', '23'),
      scheduledFor: at('02:00', '23'),
      scheduledUntil: at('03:30', '23'),
      firstSeenAt: at('04:00'),
    },
    [
      [
        at('04:00'),
        'scheduled',
        'Line one.\nLine two, with comma; semicolon: colon and \\n backslash.',
      ],
    ],
  ),
];

/** One provider whose source writes all that a feed, a calendar or a page could choke on. */
export const hostileWorld: World = {
  now: at('12:00'),
  providers: [{ provider, status: 'partial_outage', readAt: at('11:59'), incidents }],
};
