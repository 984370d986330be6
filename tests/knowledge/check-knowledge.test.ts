import { describe, expect, it } from 'vitest';
import feeds from '../../feeds.config.ts';
import { checkKnowledge } from '../../src/knowledge/check-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { publicSources } from '../../src/knowledge/schemas/source.ts';
import { KNOWN_IDS, OWN_WORD, PRESS, SOUND_ALTERNATIVE, SOUND_EDGE } from './sound-edge.ts';

describe('checkKnowledge', () => {
  it('counts by strength, by sources and by independence', () => {
    const report = checkKnowledge(
      {
        ...KNOWN_IDS,
        dependencies: [
          SOUND_EDGE,
          { ...SOUND_EDGE, id: 'b', purpose: 'dns', sources: [OWN_WORD, PRESS] },
          {
            ...SOUND_EDGE,
            id: 'c',
            purpose: 'cdn',
            strength: 'inferred',
            sources: [{ ...PRESS, tier: 'weak' }],
          },
        ],
        alternatives: [SOUND_ALTERNATIVE],
      },
      KNOWN_IDS.providers,
      '2026-11-25',
    );
    expect(report).toEqual({
      dependencies: {
        total: 3,
        byStrength: { documented: 2, reported: 0, inferred: 1 },
        bySources: { 1: 2, 2: 1 },
        checked: 2,
      },
      alternatives: {
        total: 1,
        byIndependence: { yes: 1, partly: 0, no: 0, 'depends-on-operator': 0, unknown: 0 },
      },
      mistakes: [],
    });
  });
});

describe('the shipped knowledge', async () => {
  const knowledge = await loadKnowledge();
  const providers = new Set(feeds.map(({ id }) => id));

  it('has no mistakes', () => {
    // The day is fixed: an entry dated later than its release would be a mistake on any day.
    const day =
      knowledge.dependencies
        .map((edge) => edge.checkedAt)
        .toSorted()
        .at(-1) ?? '';
    expect(checkKnowledge(knowledge, providers, day).mistakes).toEqual([]);
  });

  it.each(['snapchat', 'openai', 'twitch', 'duolingo', 'hetzner', 'nextcloud'])(
    'tells what %s stands on, or what stands in for others with it',
    (id) => {
      const edges = knowledge.dependencies.filter(({ dependent }) => dependent.provider === id);
      const entries = knowledge.alternatives.filter(({ provider }) => provider === id);
      expect(edges.length + entries.length).toBeGreaterThan(0);
    },
  );

  it('knows the inner chain of DynamoDB, from its names to the services on top', () => {
    const upstreamOf = (service: string) =>
      knowledge.dependencies
        .filter(({ dependent }) => dependent.service === service)
        .map(({ upstream }) => upstream.service);
    expect(upstreamOf('aws:dynamodb')).toContain('aws:dynamodb-dns-automation');
    expect(upstreamOf('aws:ec2-droplet-workflow-manager')).toContain('aws:dynamodb');
    expect(upstreamOf('aws:ec2')).toContain('aws:ec2-droplet-workflow-manager');
  });

  it('says so where a region is that of an incident', () => {
    const reported = knowledge.dependencies.filter(
      ({ strength, upstream, dependent }) =>
        strength === 'reported' &&
        dependent.service === undefined &&
        upstream.region === 'aws:us-east-1',
    );
    expect(reported.length).toBeGreaterThan(20);
    const silent = reported.filter(
      ({ note }) => note === undefined || !/incident|zone/.test(note.en),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('calls nothing independent without a source that may be shown', () => {
    const called = knowledge.alternatives.filter(
      ({ base }) => base.independentOfUsBigTech === 'yes',
    );
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter(({ base }) => publicSources(base.sources).length === 0)).toEqual([]);
  });
});
