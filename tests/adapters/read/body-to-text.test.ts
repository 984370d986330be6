import { describe, expect, it } from 'vitest';
import { bodyToText } from '../../../src/adapters/read/body-to-text.ts';

describe('bodyToText', () => {
  it.each([
    ['plain, with its lines', 'We look.\n\n- one\n- two', 'We look.\n\n- one\n- two'],
    ['plain, with its columns', 'CPU   90 %\nDisk  10 %', 'CPU   90 %\nDisk  10 %'],
    ['plain, with signs of comparison', 'p99 < 5 s & n > 3', 'p99 < 5 s & n > 3'],
    ['plain, with a place holder that is no tag', 'a <3 b', 'a <3 b'],
    [
      'HTML, whose line breaks mean nothing',
      '<p>We\nlook.</p><p>Soon more.</p>',
      'We look.\nSoon more.',
    ],
    ['HTML with a list', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['HTML with breaks', 'a<br/>b\nc', 'a\nb c'],
    [
      'inline HTML only, with the author’s lines',
      'We <b>look</b>.\nSoon\r\nmore.',
      'We look.\nSoon\nmore.',
    ],
    ['a closing tag only', 'We look.</b>\nMore.', 'We look.\nMore.'],
    ['entities only', 'Q&amp;A\n&#252;ber &#xFC;ber', 'Q&A\nüber über'],
    ['nothing', '', ''],
  ])('reads %s', (_what, body, text) => {
    expect(bodyToText(body)).toBe(text);
  });
});
