import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AWS_IMPACT } from '../../src/adapters/aws-words.ts';
import { AZURE_DEVOPS_HEALTH } from '../../src/adapters/azure-devops.ts';
import {
  GOOGLE_SEVERITY,
  GOOGLE_STATUS_IMPACT,
  GOOGLE_UPDATE_STATUS,
} from '../../src/adapters/google-status.ts';
import {
  INCIDENT_IO_COMPONENT_STATUS,
  INCIDENT_IO_IMPACT,
  INCIDENT_IO_STATUS,
} from '../../src/adapters/incident-io-wire.ts';
import { MICROSOFT_STATUS } from '../../src/adapters/microsoft-posts.ts';
import {
  SLACK_IMPACT,
  SLACK_INCIDENT_STATUS,
  SLACK_KIND,
  SLACK_STATUS,
} from '../../src/adapters/slack.ts';
import {
  STATUSPAGE_COMPONENT_STATUS,
  STATUSPAGE_IMPACT,
  STATUSPAGE_INDICATOR,
} from '../../src/adapters/statuspage-wire.ts';

const docs = readFileSync(path.resolve(import.meta.dirname, '../../docs/adapters.md'), 'utf8');
const TABLES: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'aws-currentevents': [AWS_IMPACT],
  'azure-devops': [AZURE_DEVOPS_HEALTH],
  'google-status': [GOOGLE_SEVERITY, GOOGLE_STATUS_IMPACT, GOOGLE_UPDATE_STATUS],
  'incident-io': [INCIDENT_IO_COMPONENT_STATUS, INCIDENT_IO_IMPACT, INCIDENT_IO_STATUS],
  'microsoft-posts': [MICROSOFT_STATUS],
  slack: [SLACK_IMPACT, SLACK_INCIDENT_STATUS, SLACK_KIND, SLACK_STATUS],
  statuspage: [STATUSPAGE_COMPONENT_STATUS, STATUSPAGE_IMPACT, STATUSPAGE_INDICATOR],
};

describe.each(Object.entries(TABLES))('docs/adapters.md, %s', (format, tables) => {
  const section = docs.split(/^## /m).find((text) => text.startsWith(`${format}\n`)) ?? '';
  const words = tables.flatMap((table) => Object.entries(table).flat());

  it.each([...new Set(words)])('names %s', (word) => {
    const text = section.toLowerCase();
    // Numbers stand bare in a table cell, words in backticks.
    expect([`\`${word}\``, `| ${word} |`].some((shown) => text.includes(shown))).toBe(true);
  });
});
