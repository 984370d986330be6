import { describe, expect, it } from 'vitest';
import { describePage, isWebPage } from '../../../src/adapters/read/describe-page.ts';

describe('isWebPage', () => {
  it.each([
    '<!doctype html>',
    '<!DOCTYPE  HTML PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">',
    '<html>',
    '<HTML lang="en">',
    '<html\nlang="en">',
    '<head>',
    '<body class="x">',
    '<h1>',
    '<div>',
    '<script src="x">',
    '<meta charset="utf-8">',
    '<title>',
    '<center>',
    '<p>Sorry',
    ' \n\t<html>',
    '<!-- built\n at noon --><html>',
    '<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<html>',
  ])('is %j', (text) => {
    expect(isWebPage(text)).toBe(true);
  });

  it.each([
    '',
    'Too many requests',
    '{"page":"<html>"}',
    '<rss version="2.0">',
    '<?xml version="1.0"?><feed>',
    '<?xml version="1.0"?><rss><?page x?><html>',
    '<!-- a --><rss><!-- b --><html>',
    '<!-- <html> --><rss>',
    '<!doctypehtml>',
    '<!doctype rss>',
    '<heading>',
    '<page>',
    '<ht>',
    '< html>',
    'x<html>',
    '<htmlx>',
  ])('is not %j', (text) => {
    expect(isWebPage(text)).toBe(false);
  });

  it('looks no further than the first 2000 characters', () => {
    expect(isWebPage(`${' '.repeat(1900)}<html>`)).toBe(true);
    expect(isWebPage(`${' '.repeat(2000)}<html>`)).toBe(false);
  });
});

describe('describePage', () => {
  it.each([
    ['<title>Just a moment...</title>', 'a bot challenge page'],
    ['<p>Checking your browser before you go on', 'a bot challenge page'],
    ['<form class="cf-challenge">', 'a bot challenge page'],
    ['<h1>Attention Required!</h1>', 'a bot challenge page'],
    ['Please solve the CAPTCHA and sign in', 'a bot challenge page'],
    ['<input type="password">', 'a login page'],
    ['<input type=password>', 'a login page'],
    ['<a>Sign in</a>', 'a login page'],
    ['<a>Log-in</a>', 'a login page'],
    ['<button>Anmelden</button>', 'a login page'],
    ['<div id="root"></div><noscript>', 'the shell of a browser app'],
    ['<div id=__next></div>', 'the shell of a browser app'],
    ["<div id='app'></div>", 'the shell of a browser app'],
    ['Please enable JavaScript', 'the shell of a browser app'],
    ['<h1>404</h1>', 'a "not found" page'],
    ['<h1>Not Found</h1>', 'a "not found" page'],
    ['This page is no longer available.', 'a "not found" page'],
    ['<p>All systems go</p>', 'a web page'],
    ['', 'a web page'],
  ])('calls %j %s', (html, words) => {
    expect(describePage(html)).toBe(words);
  });

  it('looks no further than the first 50,000 characters', () => {
    expect(describePage(`${'x'.repeat(49_000)}captcha`)).toBe('a bot challenge page');
    expect(describePage(`${'x'.repeat(50_000)}captcha`)).toBe('a web page');
  });
});
