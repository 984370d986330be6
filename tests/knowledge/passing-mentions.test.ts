import { describe, expect, it } from 'vitest';
import { withoutAdvice } from '../../src/knowledge/passing-mentions.ts';
import { places } from './real-places.ts';

describe('regions named in passing', () => {
  it.each([
    ['EU-WEST-1 is affected, US-EAST-1 is unaffected', ['eu-west-1']],
    ['Errors in EU-WEST-1. US-EAST-1, US-WEST-2 are not impacted.', ['eu-west-1']],
    ['Errors in EU-WEST-1; unaffected regions: EU-WEST-2, EU-WEST-3', ['eu-west-1']],
    ['unaffected: eu-west-1', []],
    ['Errors in EU-WEST-1. Customers in US-EAST-1 were not affected.', ['eu-west-1']],
    ['Region EU-WEST-1; EU-WEST-2 ist nicht betroffen', ['eu-west-1']],
    ['La région EU-WEST-1 est touchée, EU-WEST-3 n’est pas touchée', ['eu-west-1']],
    ['Customers outside the US-EAST-1 Region are not impacted', ['us-east-1']],
    ['Existing instances in US-EAST-1 are not affected', ['us-east-1']],
    ['Queues in US-EAST-1 are not affected', ['us-east-1']],
    ['All regions except US-EAST-1', []],
    ['Traffic was moved from EU-WEST-1 to EU-CENTRAL-1', ['eu-west-1']],
    ['We fail over to US-WEST-2. US-EAST-1 is impaired', ['us-east-1']],
    ['Migrating to US-WEST-2 from US-EAST-1', ['us-east-1']],
    ['Migration to EU-CENTRAL-1', ['eu-central-1']],
  ])('%s', (text, expected) => {
    expect(places.regionsIn('aws', text)).toEqual(expected.map((id) => `aws:${id}`));
  });

  it('counts the regions of clouds alike', () => {
    const text = 'Traffic failed over from us-east-1 to us-west-2; unaffected: AWS Frankfurt';
    expect(places.regionsIn('signin', text)).toEqual(['aws:us-east-1']);
  });
});

describe('advice on how to follow', () => {
  it('is left out up to its end', () => {
    expect(withoutAdvice('Subscribe to updates in the Console. The Console is slow.').trim()).toBe(
      '. The Console is slow.',
    );
  });
});

describe('a long text', () => {
  it.each(['is not affected, ', 'moved to ', 'a-', 'global a b c ', 'aws us-east-1, ', 'not '])(
    'of "%s" is read in no time',
    (part) => {
      const text = part.repeat(100_000 / part.length);
      const before = performance.now();
      for (const provider of ['aws', 'azure', 'signin']) {
        places.regionsIn(provider, text);
        places.servicesIn(provider, text);
      }
      expect(performance.now() - before).toBeLessThan(5000);
    },
  );
});
