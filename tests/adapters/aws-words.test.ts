import { describe, expect, it } from 'vitest';
import {
  AWS_IMPACT,
  awsPlace,
  awsTitle,
  isAwsRegion,
  isNormal,
  saysResolved,
} from '../../src/adapters/aws-words.ts';

describe('AWS_IMPACT', () => {
  it('orders the numbers of the dashboard', () => {
    expect(AWS_IMPACT).toEqual({ '0': 'none', '1': 'minor', '2': 'major', '3': 'critical' });
  });
});

describe('awsPlace', () => {
  it.each([
    ['dynamodb-us-east-1', 'aws:dynamodb', 'aws:us-east-1'],
    [' DynamoDB-US-East-1 ', 'aws:dynamodb', 'aws:us-east-1'],
    ['acm-pca-me-central-1', 'aws:acm-pca', 'aws:me-central-1'],
    ['ec2-us-gov-west-1', 'aws:ec2', 'aws:us-gov-west-1'],
    ['ec2-us-iso-east-1', 'aws:ec2', 'aws:us-iso-east-1'],
    ['ec2-us-isob-east-1', 'aws:ec2', 'aws:us-isob-east-1'],
    ['ec2-eusc-de-east-1', 'aws:ec2', 'aws:eusc-de-east-1'],
    ['ec2-ap-southeast-12', 'aws:ec2', 'aws:ap-southeast-12'],
    ['s3-us-standard', 'aws:s3', 'aws:us-east-1'],
    ['s3-us-standard-ia', 'aws:s3-us-standard-ia', undefined],
    ['ec2-us-east-1-old', 'aws:ec2-us-east-1-old', undefined],
    ['management-console', 'aws:management-console', undefined],
    ['route53', 'aws:route53', undefined],
    ['multipleservices-us-east-1', undefined, 'aws:us-east-1'],
    ['MULTIPLE_SERVICES', undefined, undefined],
    ['global', undefined, undefined],
    ['global-accelerator', 'aws:global-accelerator', undefined],
    ['my-global', 'aws:my-global', undefined],
    ['multipleservices2', 'aws:multipleservices2', undefined],
    ['my-multipleservices', 'aws:my-multipleservices', undefined],
    ['a b', undefined, undefined],
    ['-a', undefined, undefined],
    ['a'.repeat(71), `aws:${'a'.repeat(71)}`, undefined],
    ['a'.repeat(72), undefined, undefined],
    ['', undefined, undefined],
  ])('reads %s', (key, service, region) => {
    expect(awsPlace(key)).toStrictEqual({
      ...(service !== undefined && { service }),
      ...(region !== undefined && { region }),
    });
  });
});

describe('isAwsRegion', () => {
  it.each([
    ['ap-southeast-2', true],
    ['us-gov-west-1', true],
    ['eusc-de-east-1', true],
    ['global', false],
    ['ec2-us-east-1', false],
    ['us-east-1a', false],
    ['', false],
  ])('%s: %s', (word, isRegion) => {
    expect(isAwsRegion(word)).toBe(isRegion);
  });
});

describe('words of a summary', () => {
  it.each([
    ['[RESOLVED] Errors', 'Errors', true],
    ['Errors  in\n two places [ resolved ]', 'Errors in two places', true],
    ['[解決済み]遅延 | [RESOLVED] Delays', '遅延 | Delays', true],
    ['Delays[RESOLVED]in two places', 'Delays in two places', true],
    ['Errors', 'Errors', false],
    ['Resolved errors', 'Resolved errors', false],
  ])('%j', (summary, title, isOver) => {
    expect([awsTitle(summary), saysResolved(summary)]).toEqual([title, isOver]);
  });

  it.each([
    ['0', true],
    [0, true],
    ['1', false],
    [1, false],
    ['', false],
    [null, false],
    [undefined, false],
    [false, false],
  ])('the number %j is normal: %s', (status, normal) => {
    expect(isNormal(status)).toBe(normal);
  });
});
