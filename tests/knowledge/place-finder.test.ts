import { describe, expect, it } from 'vitest';
import { places, regions, services } from './real-places.ts';

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
    [
      'azure',
      'East US, East US2 and South-Central US',
      ['azure:eastus', 'azure:eastus2', 'azure:southcentralus'],
    ],
    [
      'azure',
      'Virtual Machines – USA, Osten 2; Region Westeuropa',
      ['azure:eastus2', 'azure:westeurope'],
    ],
    ['azure', 'South East Asia', ['azure:southeastasia']],
    ['azure', 'Deployments in East US 2 EUAP', []],
    ['aws', 'US East 1 and N.Virginia', ['aws:us-east-1']],
    ['aws', 'in the US\u2011WEST\u20112 Region', ['aws:us-west-2']],
    ['aws', 'Region Irland', ['aws:eu-west-1']],
    ['aws', 'us-east-{1,2}', ['aws:us-east-1', 'aws:us-east-2']],
    ['aws', 'arn:aws:sqs:eu-west-3:000000000000:jobs', ['aws:eu-west-3']],
    ['google-cloud', 'europe-west-1', ['google-cloud:europe-west1']],
    ['google-cloud', 'BigQuery Omni in aws-us-east-1', []],
    ['oracle-cloud', 'UK West (Cardiff)', ['oracle-cloud:uk-cardiff-1']],
    ['oracle-cloud', 'EU Sovereign Central (Frankfurt)', ['oracle-cloud:eu-frankfurt-2']],
    ['oracle-cloud', 'Brazil East (São Paulo)', ['oracle-cloud:sa-saopaulo-1']],
    ['oracle-cloud', 'Brazil East (Sa\u0303o Paulo)', ['oracle-cloud:sa-saopaulo-1']],
    ['ovhcloud', 'RBX8 et SBG2 : baies à Straßburg', ['ovhcloud:rbx', 'ovhcloud:sbg']],
    ['ovhcloud', 'US-WEST-OR-1', ['ovhcloud:hil']],
    ['scaleway', 'PAR-2, then AMS', ['scaleway:fr-par', 'scaleway:nl-ams']],
    ['digitalocean', 'Droplets in AMS2 and MKC1', ['digitalocean:ams2', 'digitalocean:mkc1']],
    ['alibaba-cloud', '新加坡可用区C', ['alibaba-cloud:ap-southeast-1']],
    ['ibm-cloud', 'Washington D.C. and Chennai', ['ibm-cloud:us-east', 'ibm-cloud:in-che']],
    ['open-telekom-cloud', 'Kunden außerhalb der EU de facto', []],
    ['signin', 'AWS: Ireland', ['aws:eu-west-1']],
    ['signin', 'Azure-Region "West Europe"', ['azure:westeurope']],
    [
      'signin',
      'Azure East US, East US 2 and Central US',
      ['azure:eastus', 'azure:eastus2', 'azure:centralus'],
    ],
    ['signin', 'AWS - US East (Ohio) and US West (Oregon)', ['aws:us-east-2', 'aws:us-west-2']],
    ['signin', 'GCP - Europe West 4', ['google-cloud:europe-west4']],
    ['signin', 'AWS, a partner of ours, in London', []],
    ['signin', 'google-us-central1, prod-us-east-2', ['google-cloud:us-central1', 'aws:us-east-2']],
    ['signin', 'AWS rds-us-gov-west-1', ['aws:us-gov-west-1']],
    ['signin', 'everything, globally', []],
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

describe('zones stand for their region', () => {
  it.each([
    ['aws', 'us-east-1a', 'aws:us-east-1'],
    ['aws', 'power event in mec1-az2', 'aws:me-central-1'],
    ['aws', 'apne1-az4', 'aws:ap-northeast-1'],
    ['aws', 'the local zone us-west-2-lax-1a', 'aws:us-west-2'],
    ['google-cloud', 'europe-west12-c', 'google-cloud:europe-west12'],
    ['alibaba-cloud', 'cn-hongkong-b', 'alibaba-cloud:cn-hongkong'],
    ['scaleway', 'nl-ams-3', 'scaleway:nl-ams'],
    ['ibm-cloud', 'us-south-2', 'ibm-cloud:us-south'],
    ['open-telekom-cloud', 'EU-DE-02', 'open-telekom-cloud:eu-de'],
    ['stackit', 'eu01-1', 'stackit:eu01'],
    ['ovhcloud', 'EU-WEST-PAR-B', 'ovhcloud:par'],
    ['signin', 'use1-az6', 'aws:us-east-1'],
  ])('%s: %s', (provider, text, expected) => {
    expect(places.regionsIn(provider, text)).toEqual([expected]);
  });
});

describe('services', () => {
  it.each([
    ['aws', 'Amazon DynamoDB and Lambda errors', ['aws:dynamodb', 'aws:lambda']],
    ['aws', 'Elastic Load Balancing', ['aws:elb']],
    ['azure', 'Azure Front Door - connectivity', ['azure:front-door']],
    ['cloudflare', 'Workers KV is failing', ['cloudflare:workers-kv']],
    ['google-cloud', 'Google Compute Engine', ['google-cloud:compute-engine']],
    ['google-cloud', 'see https://status.example/incident/cloud-networking/1', []],
    ['unknown-vendor', 'EC2', []],
    [
      'google-cloud',
      'GCE, GCS and PubSub',
      ['google-cloud:compute-engine', 'google-cloud:cloud-storage', 'google-cloud:pub-sub'],
    ],
    [
      'azure',
      'ACR and Application Gateways',
      ['azure:container-registry', 'azure:application-gateway'],
    ],
    [
      'aws',
      'ACM; Site-to-Site VPN; Kinesis Firehose',
      ['aws:certificate-manager', 'aws:vpn', 'aws:data-firehose'],
    ],
    ['aws', 'EC2 Auto Scaling', ['aws:ec2-auto-scaling']],
    ['github', 'API Requests\nIssues\nPages', ['github:api', 'github:issues', 'github:pages']],
    ['github', 'We are investigating issues; corrective actions follow on other pages', []],
    ['github', 'Issues with Codespaces', ['github:codespaces']],
    ['github', 'Issues is experiencing degraded performance', ['github:issues']],
    ['cloudflare', 'KV and D1', ['cloudflare:workers-kv', 'cloudflare:d1']],
    ['cloudflare', 'our workers look at the images, the stream and the cache', []],
    ['cloudflare', 'HTTP 502 Bad Gateway, then 504 Gateway Timeout', []],
    ['cloudflare', 'You can subscribe to these notifications via Cloudflare dashboard', []],
    ['cloudflare', 'Log-in to the Cloudflare dashboard fails', ['cloudflare:dashboard']],
    ['microsoft-365', 'Teams; our teams look at it', ['microsoft-365:teams']],
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
