/**
 * Turns words into canonical regions and services. Implemented over knowledge/regions.yaml and
 * knowledge/services.yaml, passed to whoever needs it.
 */
export interface PlaceFinder {
  /** Canonical region ids a text of this provider names. @example find('aws', 'N. Virginia') // ['aws:us-east-1'] */
  regionsIn(providerId: string, text: string): string[];
  /** Canonical service ids a text of this provider names. @example ['aws:dynamodb'] */
  servicesIn(providerId: string, text: string): string[];
}
