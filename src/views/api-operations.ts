import type { CutParameter } from '../model/cut.ts';
import type { ApiSchemaName } from './api-schemas.ts';

/** A text of the reference in both languages. */
type Text = Readonly<Record<'en' | 'de', string>>;

/** One address of the API: what /openapi.json and the reference page are made from. */
export interface ApiOperation {
  /** Template without the site. @example '/api/v1/providers/{provider}' */
  path: string;
  id: string;
  summary: Text;
  /** Names in the path with an example. */
  pathParameters: Readonly<Record<string, string>>;
  parameters: readonly CutParameter[];
  answer: ApiSchemaName;
  /** Addresses that can be tried; tests do. */
  examples: readonly string[];
}

const PROVIDERS = ['provider', 'category', 'country', 'use'] as const;
const INCIDENTS = [
  ...PROVIDERS,
  'kind',
  'impact',
  'status',
  'region',
  'service',
  'q',
  'from',
  'to',
  'open',
] as const;

/** What every parameter means, in the words of the reference. */
export const PARAMETER_TEXT: Partial<Record<CutParameter, Text>> = {
  provider: { en: 'Only these providers', de: 'Nur diese Anbieter' },
  category: { en: 'Only providers of these categories', de: 'Nur Anbieter dieser Bereiche' },
  country: { en: 'Only providers of these countries', de: 'Nur Anbieter aus diesen Ländern' },
  use: {
    en: 'Your stack: only these providers',
    de: 'Ihre Auswahl: nur diese Anbieter',
  },
  kind: { en: 'incident, maintenance or notice', de: 'incident, maintenance oder notice' },
  impact: { en: 'At least this impact', de: 'Mindestens diese Auswirkung' },
  status: { en: 'Only these states of an incident', de: 'Nur diese Zustände einer Störung' },
  region: { en: 'Only these regions', de: 'Nur diese Regionen' },
  service: { en: 'Only these services', de: 'Nur diese Dienste' },
  q: { en: 'Only with these words', de: 'Nur mit diesen Wörtern' },
  from: { en: 'Not ended before this time', de: 'Nicht vor dieser Zeit beendet' },
  to: { en: 'Begun before this time', de: 'Vor dieser Zeit begonnen' },
  open: {
    en: 'true: only what goes on; false: the rest',
    de: 'true: nur Laufendes; false: der Rest',
  },
  at: {
    en: 'What was known at this moment of the past',
    de: 'Was zu diesem Zeitpunkt bekannt war',
  },
  before: {
    en: 'The next page: the value of `next`',
    de: 'Die nächste Seite: der Wert von `next`',
  },
  limit: { en: 'Entries on a page, 1 to 200', de: 'Einträge je Seite, 1 bis 200' },
  fields: {
    en: 'Only these top-level keys of each entry',
    de: 'Nur diese Schlüssel der obersten Ebene',
  },
  lang: { en: 'Language of our own texts: en or de', de: 'Sprache unserer Texte: en oder de' },
};

export const API_OPERATIONS: readonly ApiOperation[] = [
  {
    path: '/api/v1/status',
    id: 'getStatus',
    summary: { en: 'State of the world, now or then', de: 'Zustand der Welt, jetzt oder damals' },
    pathParameters: {},
    parameters: [...PROVIDERS, 'at', 'fields'],
    answer: 'World',
    examples: ['/api/v1/status', '/api/v1/status?at=2025-10-20T09:30Z'],
  },
  {
    path: '/api/v1/providers',
    id: 'listProviders',
    summary: { en: 'Providers with their state', de: 'Anbieter mit ihrem Zustand' },
    pathParameters: {},
    parameters: [...PROVIDERS, 'q', 'at', 'fields'],
    answer: 'ProviderList',
    examples: [
      '/api/v1/providers?category=cloud&fields=id,status',
      '/api/v1/providers?use=github,aws',
    ],
  },
  {
    path: '/api/v1/providers/{provider}',
    id: 'getProvider',
    summary: {
      en: 'One provider with parts, open incidents, announced work and feeds',
      de: 'Ein Anbieter mit Teilen, offenen Störungen, angekündigten Arbeiten und Feeds',
    },
    pathParameters: { provider: 'github' },
    parameters: ['at', 'fields', 'lang'],
    answer: 'ProviderDetail',
    examples: ['/api/v1/providers/github', '/api/v1/providers/github?fields=id,status,readAt'],
  },
  {
    path: '/api/v1/incidents',
    id: 'listIncidents',
    summary: {
      en: 'Incidents, newest start first',
      de: 'Störungen, der jüngste Beginn zuerst',
    },
    pathParameters: {},
    parameters: [...INCIDENTS, 'at', 'before', 'limit', 'fields', 'lang'],
    answer: 'IncidentList',
    examples: [
      '/api/v1/incidents?open=true',
      '/api/v1/incidents?provider=github&impact=major&limit=5',
      '/api/v1/incidents?at=2025-10-20T09:30Z&fields=id,status',
    ],
  },
  {
    path: '/api/v1/incidents/{provider}/{id}',
    id: 'getIncident',
    summary: {
      en: 'One incident with its silent edits and its sources',
      de: 'Eine Störung mit stillen Änderungen und Quellen',
    },
    pathParameters: { provider: 'aws', id: 'aws-us-east-1-2025-10-20' },
    parameters: ['at', 'fields', 'lang'],
    answer: 'IncidentDetail',
    examples: ['/api/v1/incidents/aws/aws-us-east-1-2025-10-20'],
  },
  {
    path: '/api/v1/events',
    id: 'listEvents',
    summary: {
      en: 'Events, living and archived: upstream incidents with what fell with them',
      de: 'Ereignisse, laufende und archivierte: Störungen und was mit ihnen fiel',
    },
    pathParameters: {},
    parameters: [
      'provider',
      'use',
      'region',
      'service',
      'from',
      'to',
      'open',
      'before',
      'limit',
      'fields',
      'lang',
    ],
    answer: 'EventList',
    examples: [
      '/api/v1/events?provider=aws&limit=3&fields=id,title',
      '/api/v1/events?open=true',
      '/api/v1/events?limit=5',
    ],
  },
  {
    path: '/api/v1/events/{id}',
    id: 'getEvent',
    summary: { en: 'One event with its sources', de: 'Ein Ereignis mit seinen Quellen' },
    pathParameters: { id: 'aws-us-east-1-2025-10-20' },
    parameters: ['fields', 'lang'],
    answer: 'Event',
    examples: ['/api/v1/events/aws-us-east-1-2025-10-20?lang=de'],
  },
  {
    path: '/api/v1/dependencies',
    id: 'listDependencies',
    summary: {
      en: 'Who stands on whom, and who says so',
      de: 'Wer auf wem steht, und wer das sagt',
    },
    pathParameters: {},
    parameters: ['provider', 'use', 'fields', 'lang'],
    answer: 'DependencyList',
    examples: ['/api/v1/dependencies?provider=aws&fields=id,dependent,strength'],
  },
  {
    path: '/api/v1/sources',
    id: 'listSources',
    summary: { en: 'How every feed is doing', de: 'Wie es jedem Feed geht' },
    pathParameters: {},
    parameters: [...PROVIDERS, 'fields'],
    answer: 'SourceList',
    examples: ['/api/v1/sources?provider=github'],
  },
  {
    path: '/api/v1/stack',
    id: 'getStack',
    summary: {
      en: 'Your providers and what they stand on',
      de: 'Ihre Anbieter und worauf sie stehen',
    },
    pathParameters: {},
    parameters: ['use', 'at', 'fields', 'lang'],
    answer: 'Stack',
    examples: ['/api/v1/stack?use=github,openai'],
  },
];
