import { describe, expect, it } from 'vitest';
import { MAX_ADDRESSES, toSitemap } from '../../src/syndication/sitemap.ts';

const page = (path: string) => ({
  alternates: { en: `https://d.example${path}`, de: `https://d.example/de${path}` },
});

describe('sitemap', () => {
  it('lists each language of a page with all its alternates', () => {
    const xml = toSitemap([page('/about')]);
    const links =
      '<xhtml:link rel="alternate" hreflang="en" href="https://d.example/about"/>' +
      '<xhtml:link rel="alternate" hreflang="de" href="https://d.example/de/about"/>';
    expect(xml.split('\n').filter((line) => line.startsWith('<url>'))).toEqual([
      `<url><loc>https://d.example/about</loc>${links}</url>`,
      `<url><loc>https://d.example/de/about</loc>${links}</url>`,
    ]);
  });

  it('escapes what an address may hold', () => {
    expect(toSitemap([page("/timeline?a=1&b='<x>")])).toContain(
      '/timeline?a=1&amp;b=&apos;&lt;x&gt;',
    );
  });

  it('stops where the format does', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => page(`/${index}`));
    expect(toSitemap(many).match(/<loc>/g)).toHaveLength(MAX_ADDRESSES);
  });
});
