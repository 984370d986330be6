import type { Adapter } from './adapter.ts';
import { awsCurrentevents } from './aws-currentevents.ts';
import { awsData } from './aws-data.ts';
import { azureDevops } from './azure-devops.ts';
import { googleStatus } from './google-status.ts';
import { incidentIo } from './incident-io.ts';
import { incidentIoWidget } from './incident-io-widget.ts';
import { microsoft365Portal } from './microsoft-365-portal.ts';
import { microsoftPosts } from './microsoft-posts.ts';
import { slack } from './slack.ts';
import { statuspage } from './statuspage.ts';

/** Every wire format we read, one line each, in alphabetical order of the file. */
export const ADAPTERS: readonly Adapter[] = [
  awsCurrentevents,
  awsData,
  azureDevops,
  googleStatus,
  incidentIo,
  incidentIoWidget,
  microsoft365Portal,
  microsoftPosts,
  slack,
  statuspage,
];

const BY_FORMAT = new Map(ADAPTERS.map((adapter) => [adapter.format, adapter]));

/** The adapter of a format; undefined where feeds.config.ts names one that is not there. */
export function adapterFor(format: string): Adapter | undefined {
  return BY_FORMAT.get(format);
}
