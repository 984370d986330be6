import { describe, expect, it } from 'vitest';
import type { KnowledgeSource } from '../../src/knowledge/schemas/source.ts';
import { shownConfidence } from '../../src/knowledge/shown-confidence.ts';

const press: KnowledgeSource = {
  url: 'https://news.example/cloud',
  publisher: 'News',
  date: null,
  kind: 'press',
  tier: 'press',
  foundHere: true,
};

describe('shownConfidence', () => {
  it('keeps what a source that may be shown backs', () => {
    expect(shownConfidence({ confidence: 'confirmed', sources: [press] })).toBe('confirmed');
    expect(shownConfidence({ confidence: 'disputed', sources: [press] })).toBe('disputed');
  });

  it('never confirms on weak or unread sources alone', () => {
    const weak: KnowledgeSource = { ...press, tier: 'weak' };
    const unread: KnowledgeSource = { ...press, foundHere: false };
    expect(shownConfidence({ confidence: 'confirmed', sources: [weak, unread] })).toBe(
      'unconfirmed',
    );
    expect(shownConfidence({ confidence: 'disputed', sources: [weak] })).toBe('disputed');
  });
});
