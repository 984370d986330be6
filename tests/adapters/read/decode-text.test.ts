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

  it.each(['', ' \n\t ', '\uFEFF'])('refuses %j as empty', (text) => {
    expect(() => decodeText(document(encoded(text, 'utf-8')))).toThrow(
      expect.objectContaining({ kind: 'empty-response' }),
    );
  });
});
