import { z } from 'zod';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { adapterFor } from '../../../src/adapters/registry.ts';

/** Format of a case → adapter of the product. */
const ADAPTER_OF: Record<string, string> = {
  rss: 'rss',
  atom: 'atom',
  'aws-rss': 'aws-rss',
  'azure-rss': 'azure-rss',
  'aws-currentevents': 'aws-currentevents',
  'statuspage-summary': 'statuspage',
  'statuspage-incidents': 'statuspage',
  'statuspage-webhook-or-incident': 'statuspage',
  'incidentio-compat': 'incident-io',
  'incidentio-widget': 'incident-io-widget',
  'gcp-incidents': 'google-status',
  'apple-jsonp': 'apple',
  'slack-current': 'slack',
  'heroku-v3': 'heroku',
  'statusio-public': 'statusio',
  'salesforce-trust': 'salesforce-trust',
  html: 'rss',
};

/** Serves one written body at the addresses the adapter asks for. */
export interface FeedFormat {
  adapter: Adapter;
  /** Address → bytes; addresses left out answer 404. */
  serve(url: string, body: Buffer): Map<string, Buffer>;
}

/** The format of a case, or why it cannot be run yet. */
export function feedFormat(name: string): FeedFormat | { missing: string } {
  const format = ADAPTER_OF[name];
  if (format === undefined) return { missing: `unknown format ${name}` };
  const adapter = adapterFor(format);
  if (adapter === undefined) return { missing: `adapter ${format} is not built yet` };
  const serve = name === 'statuspage-incidents' ? serveStatuspage(adapter) : serveFirst(adapter);
  return { adapter, serve };
}

function serveFirst(adapter: Adapter): FeedFormat['serve'] {
  return (url, body) => new Map([[adapter.documents(url)[0] ?? url, body]]);
}

const incidentsSchema = z.looseObject({
  page: z.looseObject({}),
  status: z.unknown().optional(),
  incidents: z.array(z.looseObject({ status: z.string() })),
});

/**
 * A page has three documents; a case of the list of incidents shows one. The other two follow from
 * it: the summary with what is not resolved, and a page without maintenances.
 */
function serveStatuspage(adapter: Adapter): FeedFormat['serve'] {
  return (url, body) => {
    const parsed = incidentsSchema.safeParse(readJson(body));
    const [summary = '', incidents = '', maintenances = ''] = adapter.documents(url);
    if (!parsed.success) return new Map([[summary, body]]);
    const { page, status, incidents: all } = parsed.data;
    const isOpen = (incident: { status: string }) =>
      incident.status !== 'resolved' && incident.status !== 'postmortem';
    const open = all.filter(isOpen);
    const json = (value: unknown) => Buffer.from(JSON.stringify(value));
    return new Map([
      [
        summary,
        json({
          page,
          status: status ?? { indicator: open.length > 0 ? 'minor' : 'none', description: '' },
          components: [],
          incidents: open,
          scheduled_maintenances: [],
        }),
      ],
      [incidents, json({ page, incidents: all })],
      [maintenances, json({ page, scheduled_maintenances: [] })],
    ]);
  };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
