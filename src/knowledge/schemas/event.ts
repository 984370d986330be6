import { z } from 'zod';
import { IMPACTS, INCIDENT_STATUSES } from '../../model/incident.ts';
import { knowledgeSource } from './source.ts';
import { localizedName, localizedText } from './text.ts';
import { TIME_PRECISIONS, utcTime } from './time.ts';

/** What went wrong, in one word. */
export const EVENT_CATEGORIES = [
  'authentication',
  'capacity',
  'cell-management',
  'configuration',
  'configuration-file',
  'control-plane',
  'database',
  'ddos',
  'dns',
  'dns-automation',
  'edge-configuration',
  'edge-control-plane',
  'faulty-update',
  'fire',
  'load-balancing',
  'maintenance',
  'network',
  'network-configuration',
  'network-congestion',
  'operator-command',
  'physical',
  'physical-attack',
  'policy-change',
  'policy-replication',
  'power',
  'routing',
  'thermal',
  'third-party-identity',
  'third-party-storage',
  'unknown',
] as const;
export type EventCategory = (typeof EVENT_CATEGORIES)[number];

/**
 * - `confirmed`: a source that was read says so
 * - `unconfirmed`: general knowledge, no source read
 * - `disputed`: sources contradict each other
 */
export const EVENT_CONFIDENCES = ['confirmed', 'unconfirmed', 'disputed'] as const;
export type EventConfidence = (typeof EVENT_CONFIDENCES)[number];

const SEVERITIES = ['critical', 'major', 'minor'] as const;

const eventId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id: write small letters, digits and hyphens');
const providerId = eventId;
const place = z
  .string()
  .regex(
    /^(global|[a-z0-9-]+:[a-z0-9.-]+)$/,
    'is no canonical id: write global or <provider>:<id>, such as aws:us-east-1',
  );
const confidence = z.enum(EVENT_CONFIDENCES);
const sources = z.array(knowledgeSource).min(1, 'has no source: name at least one');

/** One of several troubles that overlap within the event. */
export const eventPhase = z.strictObject({
  /** @example { en: 'EC2 launch failures', de: 'EC2-Instanzen starten nicht' } */
  name: localizedName,
  startedAt: utcTime,
  endedAt: utcTime,
  /** Canonical service ids in trouble in this phase. */
  services: z.array(place),
  confidence,
  sources,
});

/** One link of the chain: what fell because of what. */
export const cascadeStep = z.strictObject({
  /** Position in the chain, from 1 without gaps. */
  step: z.int().positive(),
  /** What failed first. Where it continues an earlier step, the same words as that step's `to`. */
  from: localizedName,
  /** What failed because of it. */
  to: localizedName,
  /** How, in one or two sentences. */
  effect: localizedText,
  startedAt: utcTime.optional(),
  endedAt: utcTime.optional(),
  confidence,
  sources,
});

/** Something the provider published while it went on, in our words. */
export const eventPost = z.strictObject({
  /** When it was published. */
  at: utcTime,
  /** The state the post claims, in our vocabulary. */
  status: z.enum(INCIDENT_STATUSES),
  /** What it says, in our own words; never a quotation. */
  text: localizedText,
  confidence,
  sources,
});

/** Something that happened, as known afterwards. Posts tell what was said, milestones what went on. */
export const eventMilestone = z.strictObject({
  at: utcTime,
  text: localizedText,
  confidence,
  sources,
});

/** What a hit service published about it on its own. */
export const ownStatus = z.strictObject({
  /** `unknown` means that no own post was found, not that there was none. */
  published: z.enum(['yes', 'unknown']),
  /** Address of the post; null where none was found. */
  url: z.url().nullable().default(null),
  /** True when that very address was read; false when it is only where the post should be. */
  urlConfirmed: z.boolean().default(false),
  /** When the first own post appeared; null where unknown. */
  firstPostAt: utcTime.nullable().default(null),
  /** The state that first post claims; `unknown` where no source tells. */
  firstPostStatus: z.enum(INCIDENT_STATUSES).default('unknown'),
  /** Its title in our words; null where unknown. */
  title: localizedName.nullable().default(null),
});

/** A service that others or itself reported as hit. */
export const downstreamService = z.strictObject({
  /** @example { en: 'Swiss federal administration', de: 'Bundesverwaltung' } */
  name: localizedName,
  /** Our provider id, where the service is or may become a provider. @example 'slack' */
  provider: providerId.nullable().default(null),
  /** Id of the event that tells this service's own story, where there is one. */
  event: eventId.nullable().default(null),
  /** Sort of service. @example { en: 'bank', de: 'Bank' } */
  kind: localizedName,
  /** ISO 3166-1 alpha-2; empty for international ones. @example ['GB'] */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'is no country code such as CH')),
  /** What its users saw. */
  effect: localizedText,
  /** Over what it was hit. @example { en: 'AWS us-east-1', de: 'AWS us-east-1' } */
  via: localizedName,
  /** `own` when the service itself said so. */
  reportedBy: z.enum(['own', 'third-party']),
  /** When it began and ended for this service; null where no source gives it. */
  startedAt: utcTime.nullable().default(null),
  endedAt: utcTime.nullable().default(null),
  ownStatus,
  /** What it said about itself elsewhere, in our words. */
  ownStatement: localizedText.nullable().default(null),
  confidence,
  sources,
});

/** What was expected to fall and did not, or not everywhere. */
export const stoodService = z.strictObject({
  name: localizedName,
  provider: providerId.nullable().default(null),
  /** Why it stood, or who says so. */
  reason: localizedText,
  confidence,
  sources,
});

/** A count. Counts grow during an event, so each keeps its hour. */
export const eventNumber = z.strictObject({
  /** What is counted. */
  what: localizedText,
  /** The value as text. @example { en: '6.5 million', de: '6,5 Millionen' } */
  value: localizedName,
  /** Of when the count is; null where no source tells. */
  asOf: localizedName.nullable().default(null),
  confidence,
  sources,
});

/** Sources that contradict each other, and which one is followed here. */
export const eventDisagreement = z.strictObject({
  topic: localizedName,
  positions: z
    .array(z.strictObject({ value: localizedName, sources: z.array(knowledgeSource) }))
    .min(1),
  /** What this file uses, and why. */
  usedHere: localizedText,
});

export const archivedEvent = z.strictObject({
  /** Names the file and the address /events/<id>; never changes. @example 'aws-us-east-1-2025-10-20' */
  id: eventId,
  /** Our id of the provider where it began. */
  provider: providerId,
  /** Headline of the story, with what is known today. */
  title: localizedText,
  /** Title of the provider's incident as it could be known at its first hour: no cause found later. */
  incidentTitle: localizedText,
  /** Two or three sentences for readers who read nothing else. */
  summary: localizedText,
  category: z.enum(EVENT_CATEGORIES),
  /** Our judgement by reach and length. */
  severity: z.enum(SEVERITIES),
  /** Impact of the provider's own incident, in the model's words. */
  impact: z.enum(IMPACTS).exclude(['none', 'unknown']),
  startedAt: utcTime,
  /** Null where no end was found. */
  endedAt: utcTime.nullable(),
  startPrecision: z.enum(TIME_PRECISIONS),
  endPrecision: z.enum(TIME_PRECISIONS),
  /** Where the times come from and what they mean; null where nothing needs saying. */
  timeNote: localizedText.nullable().default(null),
  /** Canonical region ids, or `global`. */
  regions: z.array(place),
  /** The regions as people name them. */
  regionNames: z.array(localizedName),
  /** Canonical ids of the provider's services that were hit. */
  services: z.array(place),
  /** The services as people name them, also those without an id. */
  serviceNames: z.array(localizedName),
  /** The provider's own numbers for it. @example ['YKYN-BWZ'] */
  trackingIds: z.array(z.string()),
  /** What set it off. */
  trigger: localizedText,
  /** Why that was enough. */
  rootCause: localizedText,
  causeConfidence: confidence,
  /** How sure the event as a whole is. */
  confidence,
  /** True where only secondary sources were read so far. */
  needsBetterSource: z.boolean().default(false),
  phases: z.array(eventPhase),
  cascade: z.array(cascadeStep),
  posts: z.array(eventPost),
  milestones: z.array(eventMilestone),
  downstream: z.array(downstreamService),
  stood: z.array(stoodService),
  numbers: z.array(eventNumber),
  /** What the provider promised or did so that it does not happen again. */
  remediation: z.array(localizedText),
  disagreements: z.array(eventDisagreement),
  /** Every source of the event, each written once; the entries above point here by YAML aliases. */
  sources,
});

/** An event of the past with its evidence, as src/knowledge/events/<id>.yaml holds it. */
export type ArchivedEvent = z.output<typeof archivedEvent>;
export type EventPhase = z.output<typeof eventPhase>;
export type CascadeStep = z.output<typeof cascadeStep>;
export type EventPost = z.output<typeof eventPost>;
export type EventMilestone = z.output<typeof eventMilestone>;
export type DownstreamService = z.output<typeof downstreamService>;
export type StoodService = z.output<typeof stoodService>;
export type EventNumber = z.output<typeof eventNumber>;
export type EventDisagreement = z.output<typeof eventDisagreement>;
