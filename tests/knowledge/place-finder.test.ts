import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { createPlaceFinder } from '../../src/knowledge/place-finder.ts';
import { regionsSchema, servicesSchema } from '../../src/knowledge/schemas/places.ts';

const read = (name: string): unknown =>
  load(readFileSync(new URL(`../../src/knowledge/${name}`, import.meta.url), 'utf8'), {
    schema: CORE_SCHEMA,
  });
const regions = regionsSchema.parse(read('regions.yaml'));
const services = servicesSchema.parse(read('services.yaml'));
const places = createPlaceFinder(regions, services);

describe('regions', () => {
  it.each([
    ['aws', 'Increased error rates in N. Virginia', ['aws:us-east-1']],
    ['aws', 'in the US-EAST-1 Region', ['aws:us-east-1']],
    ['azure', 'West US 2 and West Europe', ['azure:westus2', 'azure:westeurope']],
    ['azure', 'customers in East US', ['azure:eastus']],
    ['google-cloud', 'Iowa (us-central1)', ['google-cloud:us-central1']],
    ['google-cloud', 'affecting us-east1 only', ['google-cloud:us-east1']],
    ['hetzner', 'Störung in Nürnberg und FSN1-DC8', ['hetzner:nbg1', 'hetzner:fsn1']],
    ['alibaba-cloud', '北京地域网络异常', ['alibaba-cloud:cn-beijing']],
    ['azure', 'customers globally', ['global']],
    ['github', 'our provider in us-east-1', ['aws:us-east-1']],
    ['github', 'our office in Frankfurt', []],
    ['aws', 'flyus-east-10', []],
  ])('%s: %s', (provider, text, expected) => {
    expect(places.regionsIn(provider, text).toSorted()).toEqual(expected.toSorted());
  });
});

describe('services', () => {
  it.each([
    ['aws', 'Amazon DynamoDB and Lambda errors', ['aws:dynamodb', 'aws:lambda']],
    ['aws', 'Elastic Load Balancing', ['aws:elb']],
    ['azure', 'Azure Front Door - connectivity', ['azure:front-door']],
    ['cloudflare', 'Workers KV is failing', ['cloudflare:workers-kv']],
    ['google-cloud', 'Google Compute Engine', ['google-cloud:compute-engine']],
    ['unknown-vendor', 'EC2', []],
  ])('%s: %s', (provider, text, expected) => {
    expect(places.servicesIn(provider, text).toSorted()).toEqual(expected.toSorted());
  });

  it('stands at home in a region that exists', () => {
    for (const [provider, list] of Object.entries(services)) {
      for (const service of Object.values(list)) {
        if (service.home !== undefined) expect(regions[provider]).toHaveProperty(service.home);
      }
    }
  });
});
