import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { createPlaceFinder } from '../../src/knowledge/place-finder.ts';
import { colosSchema, regionsSchema, servicesSchema } from '../../src/knowledge/schemas/places.ts';

const read = (name: string): unknown =>
  load(readFileSync(new URL(`../../src/knowledge/${name}`, import.meta.url), 'utf8'), {
    schema: CORE_SCHEMA,
  });
const regions = regionsSchema.parse(read('regions.yaml'));
const services = servicesSchema.parse(read('services.yaml'));
const colos = colosSchema.parse(read('colos.yaml'));
const places = createPlaceFinder({ regions, colos, services });

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
    ['ovhcloud', 'Coupure de réseau à GRA, puis par SBG', ['ovhcloud:gra', 'ovhcloud:sbg']],
    ['hetzner', 'Fehler in HEL1; Wartung in Sin City', ['hetzner:hel1']],
    ['cloudflare', 'CDG (Paris) on 2026-07-30', ['cloudflare:cdg']],
    ['cloudflare', 'Dallas, TX, United States - (DFW)', ['cloudflare:dfw']],
    ['cloudflare', 'We have turned off WARP in London; per customer it can vary', []],
    ['cloudflare', 'errors worldwide', ['global']],
    ['signin', 'AWS - US West (Oregon) and AWS us-east-2', ['aws:us-west-2', 'aws:us-east-2']],
    ['signin', 'Azure - East US 2 (Virginia)', ['azure:eastus2']],
    ['signin', 'GCP - Europe West2 (London)', ['google-cloud:europe-west2']],
    [
      'signin',
      'gcp-us-central1 and azure-westeurope',
      ['azure:westeurope', 'google-cloud:us-central1'],
    ],
    ['signin', 'a zone of ours (us-east-1a) is slow', ['aws:us-east-1']],
    ['signin', "in AWS's Frankfurt region, not in ours at Paris", ['aws:eu-central-1']],
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
