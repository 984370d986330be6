import type { Adapter } from './adapter.ts';
import { alibabaCloud } from './alibaba-cloud.ts';
import { apple } from './apple.ts';
import { atom } from './atom.ts';
import { awsCurrentevents } from './aws-currentevents.ts';
import { awsData } from './aws-data.ts';
import { awsRss } from './aws-rss.ts';
import { azureDevops } from './azure-devops.ts';
import { azureRss } from './azure-rss.ts';
import { backblaze } from './backblaze.ts';
import { betterstack } from './betterstack.ts';
import { betterstackRss } from './betterstack-rss.ts';
import { cachet } from './cachet.ts';
import { checkly } from './checkly.ts';
import { cstate } from './cstate.ts';
import { datadogPages } from './datadog-pages.ts';
import { fastly } from './fastly.ts';
import { firehydrant } from './firehydrant.ts';
import { flashduty } from './flashduty.ts';
import { googleAtom } from './google-atom.ts';
import { googleStatus } from './google-status.ts';
import { heroku } from './heroku.ts';
import { hetznerAtom } from './hetzner-atom.ts';
import { hund } from './hund.ts';
import { ibmCloud } from './ibm-cloud.ts';
import { incidentIo } from './incident-io.ts';
import { incidentIoWidget } from './incident-io-widget.ts';
import { instatus } from './instatus.ts';
import { instatusRss } from './instatus-rss.ts';
import { meta } from './meta.ts';
import { microsoft365Portal } from './microsoft-365-portal.ts';
import { microsoftPosts } from './microsoft-posts.ts';
import { microsoftRss } from './microsoft-rss.ts';
import { oci } from './oci.ts';
import { ociRss } from './oci-rss.ts';
import { okta } from './okta.ts';
import { onlineornot } from './onlineornot.ts';
import { pagerdutyPages } from './pagerduty-pages.ts';
import { paypal } from './paypal.ts';
import { rootly } from './rootly.ts';
import { rss } from './rss.ts';
import { salesforceTrust } from './salesforce-trust.ts';
import { sapConcur } from './sap-concur.ts';
import { slack } from './slack.ts';
import { slackFeed } from './slack-feed.ts';
import { sorry } from './sorry.ts';
import { statuscast } from './statuscast.ts';
import { statusio } from './statusio.ts';
import { statuspage } from './statuspage.ts';
import { statuspageFeed } from './statuspage-feed.ts';
import { statuspal } from './statuspal.ts';
import { tencentCloud } from './tencent-cloud.ts';
import { uptimeCom } from './uptime-com.ts';
import { uptimeKuma } from './uptime-kuma.ts';
import { uptimerobot } from './uptimerobot.ts';
import { volcengineRss } from './volcengine-rss.ts';
import { vultr } from './vultr.ts';
import { xaiRss } from './xai-rss.ts';
import { zendesk } from './zendesk.ts';
import { zscaler } from './zscaler.ts';

/** Every wire format we read, one line each, in alphabetical order of the file. */
export const ADAPTERS: readonly Adapter[] = [
  alibabaCloud,
  apple,
  atom,
  awsCurrentevents,
  awsData,
  awsRss,
  azureDevops,
  azureRss,
  backblaze,
  betterstack,
  betterstackRss,
  cachet,
  checkly,
  cstate,
  datadogPages,
  fastly,
  firehydrant,
  flashduty,
  googleAtom,
  googleStatus,
  heroku,
  hetznerAtom,
  hund,
  ibmCloud,
  incidentIo,
  incidentIoWidget,
  instatus,
  instatusRss,
  meta,
  microsoft365Portal,
  microsoftPosts,
  microsoftRss,
  oci,
  ociRss,
  okta,
  onlineornot,
  pagerdutyPages,
  paypal,
  rootly,
  rss,
  salesforceTrust,
  sapConcur,
  slack,
  slackFeed,
  sorry,
  statuscast,
  statusio,
  statuspage,
  statuspageFeed,
  statuspal,
  tencentCloud,
  uptimeCom,
  uptimeKuma,
  uptimerobot,
  volcengineRss,
  vultr,
  xaiRss,
  zendesk,
  zscaler,
];

const BY_FORMAT = new Map(ADAPTERS.map((adapter) => [adapter.format, adapter]));

/** The adapter of a format; undefined where feeds.config.ts names one that is not there. */
export function adapterFor(format: string): Adapter | undefined {
  return BY_FORMAT.get(format);
}
