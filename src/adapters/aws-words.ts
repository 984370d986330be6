import type { Impact } from '../model/incident.ts';

/**
 * AWS's numbers, the same in every form of its dashboard: 0 operating normally, 1 informational
 * message, 2 degradation, 3 disruption. The number is the state now; 0 is an event that is over.
 */
export const AWS_IMPACT = {
  '0': 'none',
  '1': 'minor',
  '2': 'major',
  '3': 'critical',
} as const satisfies Record<string, Impact>;

const REGION =
  '(?:[a-z]{2}(?:-(?:gov|iso[a-z]?))?|eusc-[a-z]{2})-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\\d+';
const REGION_SUFFIX = new RegExp(`-(${REGION})$`);
const REGION_ALONE = new RegExp(`^${REGION}$`);
/** Keys that name no single service. */
const SEVERAL = /^(?:multiple_?services|global)$/;

/**
 * A service key with its region, as canonical ids. Keys without a region name a global service.
 * @example awsPlace('dynamodb-us-east-1') // { service: 'aws:dynamodb', region: 'aws:us-east-1' }
 * @example awsPlace('multipleservices-us-east-1') // { region: 'aws:us-east-1' }
 */
export function awsPlace(key: string): { service?: string; region?: string } {
  // S3's name for its first region, from before regions had names.
  const word = key
    .trim()
    .toLowerCase()
    .replace(/-us-standard$/, '-us-east-1');
  const region = REGION_SUFFIX.exec(word)?.[1];
  const name = region === undefined ? word : word.slice(0, -region.length - 1);
  return {
    ...(/^[a-z0-9][a-z0-9._-]{0,70}$/.test(name) &&
      !SEVERAL.test(name) && { service: `aws:${name}` }),
    ...(region !== undefined && { region: `aws:${region}` }),
  };
}

/** True for the name of a region itself, as ARNs carry it. */
export function isAwsRegion(word: string): boolean {
  return REGION_ALONE.test(word);
}

/** A summary without `[RESOLVED]`, wherever and in whatever language it stands. */
export function awsTitle(summary: string): string {
  return summary
    .replace(/\[\s*(?:resolved|解決済み)\s*\]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for the number of an event that is over. */
export function isNormal(status: unknown): boolean {
  return status === '0' || status === 0;
}

/** True where the summary says that it is over. */
export function saysResolved(summary: string): boolean {
  return /\[\s*(?:resolved|解決済み)\s*\]/i.test(summary);
}
