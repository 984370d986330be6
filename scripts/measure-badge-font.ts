import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * Measures the advance widths badges are laid out with and writes src/views/badge-widths.ts.
 * Verdana is nobody's to ship; DejaVu Sans was drawn to its widths and is free, so that is measured,
 * and badges name both. Usage: node scripts/measure-badge-font.ts <regular.ttf> <bold.ttf>
 */
const FIRST = 0x20;
const LAST = 0x17f;

function widths(file: string): number[] {
  const font = readFileSync(file);
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + index * 16;
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  const table = (name: string) => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`${file} has no table ${name}`);
    return at;
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const glyphOf = characterMap(font, table('cmap'));
  return Array.from({ length: LAST - FIRST + 1 }, (_, index) => {
    const glyph = Math.min(glyphOf(FIRST + index), metrics - 1);
    return Math.round((font.readUInt16BE(table('hmtx') + glyph * 4) * 1000) / unitsPerEm);
  });
}

/** Reads a cmap of format 4 (Basic Multilingual Plane). */
function characterMap(font: Buffer, cmap: number): (code: number) => number {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    if (font.readUInt16BE(at) !== 4) continue;
    const count = font.readUInt16BE(at + 6);
    return (code) => {
      for (let segment = 0; segment < count; segment += 2) {
        if (code > font.readUInt16BE(at + 14 + segment)) continue;
        const start = font.readUInt16BE(at + 16 + count + segment);
        if (code < start) return 0;
        const delta = font.readUInt16BE(at + 16 + 2 * count + segment);
        const offsetAt = at + 16 + 3 * count + segment;
        const offset = font.readUInt16BE(offsetAt);
        if (offset === 0) return (code + delta) & 0xffff;
        const glyph = font.readUInt16BE(offsetAt + offset + (code - start) * 2);
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('no cmap of format 4');
}

const [regular = '', bold = ''] = process.argv.slice(2);
const text = `/**
 * Advance widths in thousandths of an em of the characters U+0020 to U+017F, in order.
 * Made by scripts/measure-badge-font.ts from DejaVu Sans, which has the widths of Verdana.
 */
export const FIRST_MEASURED = 0x20;
export const REGULAR_WIDTHS: readonly number[] = ${JSON.stringify(widths(regular))};
export const BOLD_WIDTHS: readonly number[] = ${JSON.stringify(widths(bold))};
`;
writeFileSync(path.resolve(import.meta.dirname, '../src/views/badge-widths.ts'), text);
