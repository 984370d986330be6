import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { ConfigError } from '../../src/config/config-error.ts';
import { defineFeeds } from '../../src/config/define-feeds.ts';
import type { feedConfigSchema, providerSchema } from '../../src/config/feeds-schema.ts';
import type { Category, Evidence, FeedConfig, Provider } from '../../src/model/provider.ts';

const NORTHWIND: Provider = {
  id: 'northwind',
  name: 'Northwind',
  homepage: 'https://northwind.example',
  statusPage: 'https://status.northwind.example',
  category: 'cloud',
  country: 'CH',
  feeds: [{ format: 'statuspage', url: 'https://status.northwind.example', evidence: 'listed' }],
};

describe('defineFeeds', () => {
  it('returns what it was given', () => {
    const providers = [NORTHWIND];
    expect(defineFeeds(providers)).toBe(providers);
  });

  it('throws all mistakes', () => {
    const broken = { ...NORTHWIND, id: 'North Wind', country: 'XX' };
    expect(() => defineFeeds([broken])).toThrow(ConfigError);
    expect(() => defineFeeds([broken])).toThrow(/2 mistakes/);
  });

  it('has the types of the model', () => {
    expectTypeOf(defineFeeds).parameter(0).toEqualTypeOf<readonly Provider[]>();
    expectTypeOf(defineFeeds).returns.toEqualTypeOf<readonly Provider[]>();
    expectTypeOf<Provider['category']>().toEqualTypeOf<Category>();
    expectTypeOf<FeedConfig['evidence']>().toEqualTypeOf<Evidence>();
    expectTypeOf<{ format: string; url: string }>().not.toExtend<FeedConfig>();
    expectTypeOf<Omit<Provider, 'feeds'>>().not.toExtend<Provider>();
  });

  it('has a schema of exactly the model', () => {
    type SchemaProvider = z.output<typeof providerSchema>;
    type SchemaFeed = z.output<typeof feedConfigSchema>;
    expectTypeOf<SchemaProvider>().toExtend<Provider>();
    expectTypeOf<SchemaFeed>().toExtend<FeedConfig>();
    expectTypeOf<keyof SchemaProvider>().toEqualTypeOf<keyof Provider>();
    expectTypeOf<keyof SchemaFeed>().toEqualTypeOf<keyof FeedConfig>();
  });
});
