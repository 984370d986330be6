import type { APIContext } from 'astro';
import { incidentSlug } from '../../model/incident-id.ts';
import { eventIncidents } from '../../views/event-incidents.ts';
import { incidentPath } from '../../views/incident-row.ts';
import { incidentTitle } from '../../views/incident-title.ts';
import { providerById } from '../../views/provider-links.ts';
import type { FeedScope } from './answer-feed.ts';
import { localeOfQuery, movedTo, plainAnswer } from './plain-answer.ts';

type Context = Pick<APIContext, 'locals' | 'url' | 'params'>;

/** What the path of a feed or calendar narrows it to, or the answer that ends the matter. */
export type PathScope = FeedScope | Response;

/** `/providers/<id>/…`; a former id leads to the present one. */
export function providerScope({ locals, params, url }: Context): PathScope {
  const asked = params.provider ?? '';
  const provider = providerById(locals.providers, asked);
  if (provider === undefined) return plainAnswer(404, `No provider is called ${asked} here.`);
  if (provider.id !== asked) {
    return movedTo(url.pathname.replace(`/providers/${asked}/`, `/providers/${provider.id}/`), url);
  }
  return {
    cut: { providers: [provider.id] },
    subject: provider.name,
    pagePath: `/providers/${provider.id}`,
  };
}

/** `/incidents/<provider>/<id>/…`: one incident, a post per entry, until it ends. */
export async function incidentScope({ locals, params, url }: Context): Promise<PathScope> {
  const asked = `${params.provider}/${params.id}`;
  const incident = await locals.store.incident(asked);
  if (incident === null) return plainAnswer(404, `No incident is known as ${asked}.`);
  const path = incidentPath(incident);
  if (incident.id !== asked) {
    const name = url.pathname.slice(url.pathname.lastIndexOf('/'));
    return movedTo(path + name, url);
  }
  const provider = providerById(locals.providers, incident.providerId);
  const title = incidentTitle(incident, locals.knowledge, localeOfQuery(url));
  return {
    incidents: [incident],
    subject: `${provider?.name ?? incident.providerId}: ${title}`,
    pagePath: path,
    items: 'updates',
  };
}

/** `/events/<id>/…`: every incident of an event. */
export async function eventScope({ locals, params, url }: Context): Promise<PathScope> {
  const id = params.id ?? '';
  const event = await eventIncidents(id, locals, localeOfQuery(url));
  if (event === null) return plainAnswer(404, `No event is known as ${id}.`);
  return { incidents: event.incidents, subject: event.title, pagePath: `/events/${event.id}` };
}

/** Name of the file a calendar is saved under, safe as it stands. */
export function fileName(scope: FeedScope): string {
  const [incident] = scope.incidents ?? [];
  const part = scope.cut?.providers?.[0] ?? (incident && incidentSlug(incident.id));
  return `downstream${part === undefined ? '' : `-${part.replace(/[^A-Za-z0-9._-]/g, '')}`}.ics`;
}
