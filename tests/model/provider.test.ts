import { describe, expect, it } from 'vitest';
import { feedKey } from '../../src/model/provider.ts';

describe('feedKey', () => {
  const feed = { format: 'statuspage', url: 'https://www.githubstatus.com' };

  it('is provider, format and seven characters of the hash of the address, and never changes', () => {
    expect(feedKey('github', feed)).toBe('github:statuspage:1ljwa9z');
  });

  it('changes with format and address, and with nothing else', () => {
    const others = [
      feedKey('gitlab', feed),
      feedKey('github', { ...feed, format: 'instatus' }),
      feedKey('github', { ...feed, url: 'https://www.githubstatus.com/' }),
    ];
    expect(new Set([feedKey('github', feed), ...others]).size).toBe(4);
    const configured = { ...feed, evidence: 'recorded', intervalSeconds: 60 } as const;
    expect(feedKey('github', configured)).toBe(feedKey('github', feed));
  });
});
