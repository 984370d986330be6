import { describe, expect, it } from 'vitest';
import { jsonFrom, withBody } from '../../../src/adapters/read/embedded-json.ts';

describe('jsonFrom', () => {
  it.each([
    ['{"a":1};more()', '{"a":1}'],
    ['[1,[2,3]] ]', '[1,[2,3]]'],
    ['{"a":[{"b":{}}]}}', '{"a":[{"b":{}}]}'],
    ['{"a":"}]"}x', '{"a":"}]"}'],
    ['{"a":"{["}x', '{"a":"{["}'],
    ['{"a":"say \\"}\\" twice"}x', '{"a":"say \\"}\\" twice"}'],
    ['{"a":"ends in \\\\"}x', '{"a":"ends in \\\\"}'],
    ['{"a":"b","c":"d"}x', '{"a":"b","c":"d"}'],
  ])('takes from %j up to its closing bracket', (text, json) => {
    expect(jsonFrom(text, 0)).toBe(json);
  });

  it('begins where it is told', () => {
    expect(jsonFrom('{} window.page = {"a":{}}; {}', 17)).toBe('{"a":{}}');
  });

  it.each(['', '{', '{"a":[}', '[[1]', '{"a":"}', '{"a":"\\"}', 'no bracket'])(
    'gives null for %j, which does not end',
    (text) => {
      expect(jsonFrom(text, 0)).toBeNull();
    },
  );

  it('reads no more than five million characters from its start on', () => {
    const padded = (length: number) => `x[${' '.repeat(length - 2)}]`;
    expect(jsonFrom(padded(5_000_000), 1)).toHaveLength(5_000_000);
    expect(jsonFrom(padded(5_000_001), 1)).toBeNull();
  });
});

describe('withBody', () => {
  it('puts JSON in place of the page, without the headers that described the page', () => {
    const page = {
      url: 'https://status.example/',
      headers: { 'content-type': 'text/html; charset=latin1' },
      body: new TextEncoder().encode('<html>'),
    };
    const { url, headers, body } = withBody(page, '{"a":"ü"}');
    expect({ url, headers, text: new TextDecoder().decode(body) }).toEqual({
      url: 'https://status.example/',
      headers: {},
      text: '{"a":"ü"}',
    });
  });
});
