import { statusFromText } from '../../adapters/read/status-words.ts';
import type { Impact } from '../../model/incident.ts';
import type { ReplayPost, ToldStory } from './replay-story.ts';
import type { ServedDocument } from './served-document.ts';

const SEVERITY: Record<Impact, number> = { none: 1, unknown: 1, minor: 1, major: 2, critical: 3 };
const NORMAL = 0;

/** `currentevents` as AWS serves it: UTF-16, big end first, with a byte order mark; `[]` in calm. */
export function awsCurrentEvents(stories: readonly ToldStory[]): ServedDocument {
  const text = JSON.stringify(stories.map(toEvent), null, 1);
  const body = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return { body, contentType: 'application/json' };
}

function toEvent(story: ToldStory) {
  const region = idPart(story.regions.find((one) => one.startsWith('aws:')) ?? 'global');
  const first = story.posts[0] ?? story.latest;
  const type = story.id.replace(/_[0-9A-F]+_[0-9A-F]+$/, '');
  const severity = SEVERITY[story.impact];
  return {
    date: seconds(first.at),
    arn: `arn:aws:health:${region}::event/MULTIPLE_SERVICES/${type}/${story.id}`,
    region_name: region,
    status: String(story.isOver ? NORMAL : severity),
    service: `multipleservices-${region}`,
    service_name: 'Multiple services',
    summary: summaryOf(story, story.isOver),
    event_log: story.posts.map((post) => ({
      summary: summaryOf(story, post.status === 'resolved'),
      message: messageOf(post),
      status: post.status === 'resolved' ? NORMAL : severity,
      timestamp: Number(seconds(post.at)),
    })),
    impacted_services: Object.fromEntries(
      namedServices(story).map((service) => [
        `${service}-${region}`,
        {
          service_name: service,
          current: String(story.isOver ? NORMAL : severity),
          max: String(severity),
        },
      ]),
    ),
    ...(story.isOver ? { end_time: seconds(story.overAt) } : {}),
  };
}

/**
 * AWS states no stage but in its sentences. Where the archive's shorter words lost it, the stage
 * stands in front.
 */
function messageOf({ status, text }: ReplayPost): string {
  const isLost =
    (status === 'identified' || status === 'monitoring') && statusFromText(text) !== status;
  return isLost ? `${status === 'identified' ? 'Identified' : 'Monitoring'}: ${text}` : text;
}

/** The list of services grew during the event: those its posts have named so far. */
function namedServices({ services, posts }: ToldStory): string[] {
  const said = posts.map(({ text }: ReplayPost) => text.toLowerCase()).join('\n');
  return services.map(idPart).filter((service) => new RegExp(`\\b${service}\\b`).test(said));
}

/** The title names the region beside the event, as AWS does in a field of its own. */
function summaryOf({ title }: ToldStory, isOver: boolean): string {
  return isOver ? `[RESOLVED] ${title}` : title;
}

function idPart(place: string): string {
  return place.slice(place.indexOf(':') + 1);
}

function seconds(at: string): string {
  return String(Date.parse(at) / 1000);
}
