/**
 * Firms that run a cloud and services of their own on it. Their services seldom name the cloud in
 * their posts: to their customers it is one house.
 */
const HOUSES: Readonly<Record<string, readonly string[]>> = {
  Microsoft: ['azure', 'azure-devops', 'microsoft-365', 'minecraft', 'xbox'],
  Amazon: ['aws', 'alexa', 'amazon', 'amazon-prime-video', 'ring', 'twitch'],
  Google: ['google-cloud', 'google-workspace', 'firebase', 'google-play'],
};

/** Name of the firm behind a provider, where it runs a cloud and others on it. @example houseOf('xbox') // 'Microsoft' */
export function houseOf(providerId: string): string | undefined {
  return Object.entries(HOUSES).find(([, ids]) => ids.includes(providerId))?.[0];
}
