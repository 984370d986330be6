import type { Adapter } from './adapter.ts';
import { atom } from './atom.ts';
import { awsCurrentevents } from './aws-currentevents.ts';
import { awsData } from './aws-data.ts';
import { awsRss } from './aws-rss.ts';
import { azureDevops } from './azure-devops.ts';
import { azureRss } from './azure-rss.ts';
import { betterstackRss } from './betterstack-rss.ts';
import { googleAtom } from './google-atom.ts';
import { googleStatus } from './google-status.ts';
import { hetznerAtom } from './hetzner-atom.ts';
import { incidentIo } from './incident-io.ts';
import { incidentIoWidget } from './incident-io-widget.ts';
import { instatusRss } from './instatus-rss.ts';
import { microsoft365Portal } from './microsoft-365-portal.ts';
import { microsoftPosts } from './microsoft-posts.ts';
import { microsoftRss } from './microsoft-rss.ts';
import { ociRss } from './oci-rss.ts';
import { rss } from './rss.ts';
import { slack } from './slack.ts';
import { slackFeed } from './slack-feed.ts';
import { statuspage } from './statuspage.ts';
import { statuspageFeed } from './statuspage-feed.ts';
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
  betterstackRss,
  googleAtom,
  googleStatus,
  hetznerAtom,
  incidentIo,
  incidentIoWidget,
  instatusRss,
  microsoft365Portal,
  microsoftPosts,
  microsoftRss,
  ociRss,
  rss,
  slack,
  slackFeed,
  statuspage,
  statuspageFeed,
  volcengineRss,
  xaiRss,
];

const BY_FORMAT = new Map(ADAPTERS.map((adapter) => [adapter.format, adapter]));

/** The adapter of a format; undefined where feeds.config.ts names one that is not there. */
export function adapterFor(format: string): Adapter | undefined {
  return BY_FORMAT.get(format);
}
