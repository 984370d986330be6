import type { Adapter } from './adapter.ts';
import { atom } from './atom.ts';
import { awsCurrentevents } from './aws-currentevents.ts';
import { awsData } from './aws-data.ts';
import { awsRss } from './aws-rss.ts';
import { azureDevops } from './azure-devops.ts';
import { azureRss } from './azure-rss.ts';
import { betterstack } from './betterstack.ts';
import { betterstackRss } from './betterstack-rss.ts';
import { cachet } from './cachet.ts';
import { checkly } from './checkly.ts';
import { cstate } from './cstate.ts';
import { datadogPages } from './datadog-pages.ts';
import { firehydrant } from './firehydrant.ts';
import { flashduty } from './flashduty.ts';
import { googleAtom } from './google-atom.ts';
import { googleStatus } from './google-status.ts';
import { hetznerAtom } from './hetzner-atom.ts';
import { hund } from './hund.ts';
import { incidentIo } from './incident-io.ts';
import { incidentIoWidget } from './incident-io-widget.ts';
import { instatus } from './instatus.ts';
import { instatusRss } from './instatus-rss.ts';
import { microsoft365Portal } from './microsoft-365-portal.ts';
import { microsoftPosts } from './microsoft-posts.ts';
import { microsoftRss } from './microsoft-rss.ts';
import { ociRss } from './oci-rss.ts';
import { okta } from './okta.ts';
import { onlineornot } from './onlineornot.ts';
import { pagerdutyPages } from './pagerduty-pages.ts';
import { rootly } from './rootly.ts';
import { rss } from './rss.ts';
import { slack } from './slack.ts';
import { slackFeed } from './slack-feed.ts';
import { sorry } from './sorry.ts';
import { statusio } from './statusio.ts';
import { statuspage } from './statuspage.ts';
import { statuspageFeed } from './statuspage-feed.ts';
import { statuspal } from './statuspal.ts';
import { uptimeCom } from './uptime-com.ts';
import { uptimeKuma } from './uptime-kuma.ts';
import { uptimerobot } from './uptimerobot.ts';
import { volcengineRss } from './volcengine-rss.ts';
import { xaiRss } from './xai-rss.ts';

/** Every wire format we read, one line each, in alphabetical order of the file. */
export const ADAPTERS: readonly Adapter[] = [
  atom,
  awsCurrentevents,
  awsData,
  awsRss,
  azureDevops,
  azureRss,
  betterstack,
  betterstackRss,
  cachet,
  checkly,
  cstate,
  datadogPages,
  firehydrant,
  flashduty,
  googleAtom,
  googleStatus,
  hetznerAtom,
  hund,
  incidentIo,
  incidentIoWidget,
  instatus,
  instatusRss,
  microsoft365Portal,
  microsoftPosts,
  microsoftRss,
  ociRss,
  okta,
  onlineornot,
  pagerdutyPages,
  rootly,
  rss,
  slack,
  slackFeed,
  sorry,
  statusio,
  statuspage,
  statuspageFeed,
  statuspal,
  uptimeCom,
  uptimeKuma,
  uptimerobot,
  volcengineRss,
  xaiRss,
];

const BY_FORMAT = new Map(ADAPTERS.map((adapter) => [adapter.format, adapter]));

/** The adapter of a format; undefined where feeds.config.ts names one that is not there. */
export function adapterFor(format: string): Adapter | undefined {
  return BY_FORMAT.get(format);
}
