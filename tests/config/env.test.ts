import { describe, expect, expectTypeOf, it } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import type { Environment } from '../../src/config/env.ts';
import { ENVIRONMENT_KEYS, readEnvironment } from '../../src/config/env.ts';

function failure(env: Record<string, string>): ConfigError {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('expected a ConfigError');
}

describe('readEnvironment', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).toEqual({
      host: '127.0.0.1',
      port: 4321,
      siteUrl: 'http://localhost:4321',
      databaseUrl: 'sqlite:data/downstream.sqlite',
      feedsConfig: 'feeds.config.ts',
      poller: 'inline',
      allowPrivateFeeds: false,
      logLevel: 'info',
      embedOrigins: ['*'],
      contactUrl: 'http://localhost:4321',
    } satisfies Environment);
  });

  it('reads every variable', () => {
    expect(
      readEnvironment({
        HOST: '::',
        PORT: ' 8080 ',
        SITE_URL: 'https://status.example.org',
        DATABASE_URL: 'sqlite:/var/lib/downstream.sqlite',
        FEEDS_CONFIG: '/etc/downstream/feeds.json',
        POLLER: 'off',
        ALLOW_PRIVATE_FEEDS: 'Yes',
        LOG_LEVEL: 'warn',
        EMBED_ORIGINS: 'https://docs.example.org, https://*.corp.example:8443',
        CONTACT_URL: 'mailto:ops@example.org',
      }),
    ).toEqual({
      host: '::',
      port: 8080,
      siteUrl: 'https://status.example.org',
      databaseUrl: 'sqlite:/var/lib/downstream.sqlite',
      feedsConfig: '/etc/downstream/feeds.json',
      poller: 'off',
      allowPrivateFeeds: true,
      logLevel: 'warn',
      embedOrigins: ['https://docs.example.org', 'https://*.corp.example:8443'],
      contactUrl: 'mailto:ops@example.org',
    } satisfies Environment);
  });

  it('reports all mistakes in one message', () => {
    const error = failure({
      HOST: 'http://0.0.0.0',
      PORT: '70000',
      SITE_URL: 'https://status.example.org/downstream/',
      DATABASE_URL: 'mysql://me:secret@db/downstream',
      POLLER: 'in-line',
      ALLOW_PRIVATE_FEEDS: 'maybe',
      LOG_LEVEL: 'warning',
      EMBED_ORIGINS: 'https://a.example/path, https://ok.example',
      CONTACT_URL: 'ops@example.org',
    });
    expect(error.message).toMatchSnapshot();
    expect(error.message).not.toContain('secret');
  });

  it('treats blank as not set', () => {
    const blank = Object.fromEntries(ENVIRONMENT_KEYS.map((key) => [key, '  ']));
    expect(readEnvironment(blank)).toEqual(readEnvironment({}));
  });

  it('derives site and contact from the port', () => {
    expect(readEnvironment({ PORT: '9000' }).contactUrl).toBe('http://localhost:9000');
    expect(readEnvironment({ SITE_URL: 'https://a.example' }).contactUrl).toBe('https://a.example');
  });

  it.each([
    'https://a.example/',
    'https://a.example/x',
    'https://a.example?x',
    'ftp://a.example',
    'a.example',
  ])('refuses %s as SITE_URL', (value) => {
    expect(failure({ SITE_URL: value }).issues[0]?.path).toBe('SITE_URL');
  });

  it.each([
    ['1', true],
    ['true', true],
    ['ON', true],
    ['0', false],
    ['no', false],
    ['False', false],
  ])('reads %s as %s', (word, value) => {
    expect(readEnvironment({ ALLOW_PRIVATE_FEEDS: word }).allowPrivateFeeds).toBe(value);
  });

  it('has closed types', () => {
    expectTypeOf<Environment['poller']>().toEqualTypeOf<'inline' | 'off'>();
    expectTypeOf<Environment['embedOrigins']>().toEqualTypeOf<readonly string[]>();
  });
});
