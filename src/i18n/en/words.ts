import type { FeedErrorKind } from '../../model/feed-error.ts';
import type { Impact, IncidentKind, IncidentMark, IncidentStatus } from '../../model/incident.ts';
import type { Category, Evidence } from '../../model/provider.ts';
import type { ProviderStatus } from '../../model/status.ts';

/** The words of the model, as people read them. */
export const words = {
  status: {
    operational: 'operational',
    under_maintenance: 'maintenance',
    degraded_performance: 'degraded',
    partial_outage: 'partial outage',
    major_outage: 'major outage',
    unknown: 'unknown',
  } satisfies Record<ProviderStatus, string>,
  kind: {
    incident: 'incident',
    maintenance: 'maintenance',
    notice: 'notice',
  } satisfies Record<IncidentKind, string>,
  incidentStatus: {
    investigating: 'investigating',
    identified: 'identified',
    monitoring: 'monitoring',
    resolved: 'resolved',
    postmortem: 'post-mortem',
    scheduled: 'scheduled',
    in_progress: 'in progress',
    verifying: 'verifying',
    completed: 'completed',
    unknown: 'unknown',
  } satisfies Record<IncidentStatus, string>,
  impact: {
    none: 'none',
    minor: 'minor',
    major: 'major',
    critical: 'critical',
    unknown: 'unknown',
  } satisfies Record<Impact, string>,
  category: {
    cloud: 'Cloud and hosting',
    edge: 'Edge, network and DNS',
    developer: 'Developer tools',
    data: 'Data and databases',
    identity: 'Sign-in and identity',
    communication: 'Messages and mail',
    work: 'Work software',
    ai: 'Artificial intelligence',
    payments: 'Payments and money',
    commerce: 'Commerce and support',
    security: 'Security',
    monitoring: 'Monitoring and on-call',
    consumer: 'Social, media and games',
    public: 'Public services',
  } satisfies Record<Category, string>,
  mark: {
    'start-approximate':
      'The source gives no usable start: it began at this time at the latest, when we first saw it.',
    'start-stated': 'The start stands in the text of a post, not in a field of the feed.',
    'end-stated': 'The end stands in the text of a post, not in a field of the feed.',
    'end-approximate':
      'The source gives no usable end: it was over by this time at the latest, when we noticed.',
    'end-inferred':
      'The source gives no end: the entry left its list of open incidents, and we noticed at this time.',
    'impact-derived': 'The source gives no impact; ours follows from its own words and states.',
  } satisfies Record<IncidentMark, string>,
  feedError: {
    network: 'The connection failed.',
    timeout: 'It did not answer in time.',
    'http-status': 'It answered with an error.',
    'rate-limited': 'It asks us to come back later.',
    'too-many-redirects': 'It sends us in circles.',
    'blocked-address': 'Its address leads to a place we do not read for safety.',
    'too-large': 'Its answer is larger than we accept.',
    'empty-response': 'It answered with nothing at all.',
    'not-a-feed': 'It answers with a web page instead of a feed.',
    'forbidden-doctype': 'Its answer holds a document type we refuse for safety.',
    parse: 'Its answer could not be understood.',
  } satisfies Record<FeedErrorKind, string>,
  evidence: {
    recorded: 'a real answer was seen',
    listed: 'named by public clients or lists',
    documented: 'documented by the vendor',
    unconfirmed: 'plausible, seen by nobody yet',
  } satisfies Record<Evidence, string>,
};
