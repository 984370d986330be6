import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/adapters/read/decode-text.ts';

const document = (body: Uint8Array, contentType?: string) => ({
  url: 'https://status.example/feed',
  body,
  headers: contentType === undefined ? {} : { 'content-type': contentType },
});
const encoded = (text: string, encoding: string, addBOM = false) =>
  new Uint8Array(iconv.encode(text, encoding, { addBOM }));

const TEXT = '<r>Störung – “gelöst”, Śląsk</r>';

describe('decodeText', () => {
  it.each(['utf-8', 'utf-16be', 'utf-16le'])('reads %s by its byte order mark', (encoding) => {
    expect(decodeText(document(encoded(TEXT, encoding, true), 'text/xml; charset=latin1'))).toBe(
      TEXT,
    );
  });

  it.each(['utf-16be', 'utf-16le'])('reads %s without a mark', (encoding) => {
    expect(decodeText(document(encoded('[{"a":"ü"}]', encoding)))).toBe('[{"a":"ü"}]');
  });

  it('believes UTF-8 bytes more than a Latin-1 label', () => {
    const xml = '<?xml version="1.0" encoding="iso-8859-1"?><r>Reports’ Müller</r>';
    expect(decodeText(document(encoded(xml, 'utf-8'), 'text/xml; charset=ISO-8859-1'))).toBe(xml);
  });

  it.each([
    ['iso-8859-1', 'Störung der Städte'],
    ['windows-1252', 'Störung – “gelöst”'],
    ['windows-1251', 'Сбой устранён'],
    ['windows-1250', 'Śląsk działa'],
    ['shift_jis', '障害は復旧しました'],
    ['gbk', '服务已恢复'],
  ])('reads %s where it is declared over HTTP', (charset, text) => {
    expect(decodeText(document(encoded(text, charset), `text/xml; charset="${charset}"`))).toBe(
      text,
    );
  });

  it('reads the XML declaration where HTTP says nothing or something that cannot be', () => {
    const xml = '<?xml version="1.0" encoding="windows-1251"?><r>Сбой</r>';
    expect(decodeText(document(encoded(xml, 'windows-1251')))).toBe(xml);
    expect(decodeText(document(encoded(xml, 'windows-1251'), 'text/xml; charset=utf-8'))).toBe(xml);
  });

  it('reads what is called Latin-1 as Windows-1252', () => {
    const body = encoded('“ja” – nein', 'windows-1252');
    expect(decodeText(document(body, 'text/xml; charset=iso-8859-1'))).toBe('“ja” – nein');
  });

  it('keeps UTF-8 with one broken byte as UTF-8', () => {
    const body = new Uint8Array([...encoded('Störung gelöst, Müller für Köln', 'utf-8'), 0xff]);
    expect(decodeText(document(body))).toContain('Störung gelöst, Müller für Köln');
  });

  it('takes four good characters against one broken byte for UTF-8, three not', () => {
    const damaged = (text: string) => new Uint8Array([...encoded(text, 'utf-8'), 0xff]);
    expect(decodeText(document(damaged('äöüß')))).toBe('äöüß\ufffd');
    expect(decodeText(document(damaged('äöü')))).toBe('Ã¤Ã¶Ã¼ÿ');
  });

  it('drops byte order marks in front, and no others', () => {
    const marked = '\uFEFF\uFEFF\uFEFFa\uFEFFb';
    expect(decodeText(document(encoded(marked, 'utf-8')))).toBe('a\uFEFFb');
    expect(decodeText(document(encoded('a\uFEFFb', 'utf-8')))).toBe('a\uFEFFb');
  });

  it('does not take zero bytes alone for UTF-16', () => {
    expect(decodeText(document(new Uint8Array([0, 0, 65])))).toBe('\0\0A');
  });

  it('reads an encoding of ASCII bytes only where it is declared and known', () => {
    const body = encoded('St+APY-rung', 'ascii');
    expect(decodeText(document(body, 'text/xml; charset=UTF-7'))).toBe('Störung');
    expect(decodeText(document(body, 'text/xml; charset=iso-2022-unknown'))).toBe('St+APY-rung');
    expect(decodeText(document(body))).toBe('St+APY-rung');
  });

  it.each(['charset=windows-1251', "charset = 'windows-1251'", 'Charset="Windows-1251"'])(
    'understands %s',
    (parameter) => {
      const body = encoded('Сбой', 'windows-1251');
      expect(decodeText(document(body, `text/xml; ${parameter}`))).toBe('Сбой');
    },
  );

  it('takes the encoding HTTP names before that of the XML declaration', () => {
    const xml = '<?xml version="1.0" encoding="windows-1251"?><r>Störung</r>';
    const body = encoded(xml, 'windows-1252');
    expect(decodeText(document(body, 'text/xml; charset=latin1'))).toBe(xml);
    expect(decodeText(document(body, 'text/xml; charset=no-such-thing'))).toContain('Stцrung');
  });

  it('reads an XML declaration with spaces, and only in front', () => {
    const spaced = "\n <?xml version='1.0' encoding = 'windows-1251' ?><r>Сбой</r>";
    expect(decodeText(document(encoded(spaced, 'windows-1251')))).toBe(spaced);
    const inside = 'x<?xml version="1.0" encoding="windows-1251"?>Сбой';
    expect(decodeText(document(encoded(inside, 'windows-1251')))).toBe(
      inside.replace('Сбой', 'Ñáîé'),
    );
  });

  it.each(['', ' \n\t ', '\uFEFF'])('refuses %j as empty', (text) => {
    expect(() => decodeText(document(encoded(text, 'utf-8')))).toThrow(
      expect.objectContaining({
        kind: 'empty-response',
        message: 'The answer is empty.',
        url: 'https://status.example/feed',
      }),
    );
  });
});
