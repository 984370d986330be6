import { describe, expect, it } from 'vitest';
import { securityHeaders } from '../../src/server/security-headers.ts';

const html = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; script-src 'self' 'sha256-x';",
};
const options = { embedOrigins: ['*'], isHttps: false };

describe('securityHeaders', () => {
  it('lets only our own pages frame a page', () => {
    const headers = securityHeaders('/', html, options);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'sha256-x'; frame-ancestors 'self'",
    );
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  it('lets everyone frame an embed, there and only there', () => {
    for (const path of ['/embed/aws', '/de/embed/aws', '/embed/stack']) {
      const headers = securityHeaders(path, html, options);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
      expect(headers).not.toHaveProperty('x-frame-options');
    }
    expect(securityHeaders('/embed', html, options)).toHaveProperty('x-frame-options');
  });

  it('narrows embeds to the configured origins', () => {
    const headers = securityHeaders('/embed/aws', html, {
      ...options,
      embedOrigins: ['https://portal.customer.example', 'https://*.corp.example'],
    });
    expect(headers['content-security-policy']).toContain(
      "frame-ancestors 'self' https://portal.customer.example https://*.corp.example",
    );
  });

  it('opens to scripts of others what is meant for them', () => {
    for (const path of [
      '/api/v1/incidents',
      '/feed.xml',
      '/badge/aws.svg',
      '/providers/aws/api/v2/status.json',
    ]) {
      expect(securityHeaders(path, { 'content-type': 'application/json' }, options)).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
    }
    expect(securityHeaders('/', html, options)).not.toHaveProperty('access-control-allow-origin');
  });

  it('asks for https only where it is spoken', () => {
    expect(securityHeaders('/', html, options)).not.toHaveProperty('strict-transport-security');
    expect(securityHeaders('/', html, { ...options, isHttps: true })).toHaveProperty(
      'strict-transport-security',
    );
  });

  it('allows nothing in an answer that is no page', () => {
    const headers = securityHeaders(
      '/feed.xml',
      { 'content-type': 'application/rss+xml' },
      options,
    );
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; frame-ancestors/);
  });
});
