import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALIBABA_KIND, ALIBABA_STATE } from '../../../src/adapters/alibaba-cloud.ts';
import { APPLE_STATUS, APPLE_TYPE } from '../../../src/adapters/apple.ts';
import { HEROKU_COLOUR, HEROKU_STATE } from '../../../src/adapters/heroku.ts';
import { IBM_KIND, IBM_SEVERITY, IBM_STATE } from '../../../src/adapters/ibm-cloud.ts';
import { META_STATUS } from '../../../src/adapters/meta.ts';
import { OCI_SERVICE_STATUS } from '../../../src/adapters/oci.ts';
import { PAYPAL_STATUS } from '../../../src/adapters/paypal.ts';
import {
  SALESFORCE_INSTANCE,
  SALESFORCE_SEVERITY,
  SALESFORCE_STATUS,
} from '../../../src/adapters/salesforce-trust.ts';
import {
  CONCUR_MESSAGE,
  CONCUR_SEVERITY,
  CONCUR_STATUS,
} from '../../../src/adapters/sap-concur.ts';
import {
  STATUSCAST_IMPACT,
  STATUSCAST_INCIDENT_STATUS,
  STATUSCAST_KIND,
  STATUSCAST_STATUS,
} from '../../../src/adapters/statuscast-summary.ts';
import { TENCENT_STATUS } from '../../../src/adapters/tencent-cloud.ts';
import { VULTR_STATUS } from '../../../src/adapters/vultr.ts';
import { ZENDESK_IMPACT, ZENDESK_STATUS } from '../../../src/adapters/zendesk.ts';
import { ZSCALER_SEVERITY, ZSCALER_STATUS } from '../../../src/adapters/zscaler.ts';

const docs = readFileSync(path.resolve(import.meta.dirname, '../../../docs/adapters.md'), 'utf8');
const TABLES: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'alibaba-cloud': [ALIBABA_KIND, ALIBABA_STATE],
  apple: [APPLE_STATUS, APPLE_TYPE],
  backblaze: [],
  fastly: [],
  heroku: [HEROKU_COLOUR, HEROKU_STATE],
  'ibm-cloud': [IBM_KIND, IBM_SEVERITY, IBM_STATE],
  meta: [META_STATUS],
  oci: [OCI_SERVICE_STATUS],
  paypal: [PAYPAL_STATUS],
  'salesforce-trust': [SALESFORCE_INSTANCE, SALESFORCE_SEVERITY, SALESFORCE_STATUS],
  'sap-concur': [CONCUR_MESSAGE, CONCUR_SEVERITY, CONCUR_STATUS],
  statuscast: [STATUSCAST_IMPACT, STATUSCAST_INCIDENT_STATUS, STATUSCAST_KIND, STATUSCAST_STATUS],
  'tencent-cloud': [TENCENT_STATUS],
  vultr: [VULTR_STATUS],
  zendesk: [ZENDESK_IMPACT, ZENDESK_STATUS],
  zscaler: [ZSCALER_SEVERITY, ZSCALER_STATUS],
};

describe.each(Object.entries(TABLES))('docs/adapters.md, %s', (format, tables) => {
  const section = docs.split(/^## /m).find((text) => text.startsWith(`${format}\n`)) ?? '';

  it.each(['Used by', 'Documents', 'Recognised by', 'Words', 'Coverage', 'Quirks', 'Evidence'])(
    'tells %s',
    (heading) => {
      expect(section).toContain(`**${heading}**`);
    },
  );

  it('names every word and what it becomes', () => {
    const words = tables.flatMap((table) => Object.entries(table).flat());
    const plain = section.toLowerCase();
    expect(words.filter((word) => !plain.includes(`\`${word}\``))).toEqual([]);
  });
});
