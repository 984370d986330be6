import type { Grade } from '../explain/explanation.ts';
import type { Cascade, CascadeNode } from './cascade.ts';

/** A drawing in units of CSS pixels at its natural width; the component turns it into SVG. */
export interface CascadeDrawing {
  width: number;
  height: number;
  lines: { d: string; style: Grade | 'stem' | 'hair' | 'border' }[];
  nodes: PlacedNode[];
  captions: { x: number; y: number; text: string; anchor: 'start' | 'end' }[];
}

export interface PlacedNode {
  node: CascadeNode;
  x: number;
  y: number;
  textX: number;
  /** Baseline of the first line. */
  textY: number;
  lines: string[];
  sub: string[];
}

export interface DrawingWords {
  subject: string;
  asWhole: string;
  inside: string;
  outside: string;
  /** @example '22 more, in the list below' */
  more(count: number): string;
  /** Second line of a node. */
  sub(node: CascadeNode): string;
}

const LINE = 16;
const CHARACTER = 7.2;
const WIDE = 1088;
const NARROW = 288;

/** From left to right, for a desk: the chain as a map of lines, then who hangs on the provider. */
export function wideCascade(cascade: Cascade, words: DrawingWords): CascadeDrawing {
  const drawing: CascadeDrawing = { width: WIDE, height: 0, lines: [], nodes: [], captions: [] };
  let y = 22;
  if (cascade.chain.length > 0) y = drawChain(drawing, cascade.chain, words, y);
  return finish(drawing, cascade, words, y, 4);
}

/** Downwards and indented, for a phone. */
export function narrowCascade(cascade: Cascade, words: DrawingWords): CascadeDrawing {
  const drawing: CascadeDrawing = { width: NARROW, height: 0, lines: [], nodes: [], captions: [] };
  let y = 14;
  const place = (node: CascadeNode, depth: number, parent: PlacedNode | null) => {
    const x = 8 + Math.min(depth, 8) * 13;
    const at = put(drawing, node, words, { x, y, beside: true, room: NARROW - x - 18 });
    if (parent !== null) {
      drawing.lines.push({ d: `M${parent.x} ${parent.y + 9}V${y}H${x - 8}`, style: node.grade });
    }
    y += Math.max(34, at.lines.length * LINE + at.sub.length * LINE + 8);
    for (const child of childrenOf(node, cascade.chain)) place(child, depth + 1, at);
  };
  for (const root of rootsOf(cascade.chain)) place(root, 0, null);
  return finish(drawing, cascade, words, y, 1);
}

function finish(
  drawing: CascadeDrawing,
  cascade: Cascade,
  words: DrawingWords,
  from: number,
  columns: number,
): CascadeDrawing {
  const { width } = drawing;
  let y = from;
  if (cascade.alongside.length > 0) {
    if (cascade.chain.length > 0) {
      drawing.lines.push({ d: `M0 ${y}H${width}`, style: 'hair' });
      drawing.captions.push({ x: 14, y: y + 18, text: words.asWhole, anchor: 'start' });
      y += 42;
    }
    y = drawColumns(drawing, cascade.alongside, words, y, columns, null, 42);
  }
  y += 26;
  drawing.captions.push({ x: 0, y: y - 9, text: words.subject, anchor: 'start' });
  drawing.lines.push({ d: `M0 ${y}H${width}`, style: 'border' });
  if (columns > 1) drawing.captions.push({ x: width, y: y - 9, text: words.inside, anchor: 'end' });
  const { shown, more } = named(cascade.outside, columns > 1 ? 19 : 14);
  drawing.captions.push({ x: width, y: y + 19, text: words.outside, anchor: 'end' });
  y = drawColumns(drawing, shown, words, y + 32, columns, more > 0 ? words.more(more) : null);
  drawing.height = Math.ceil(y);
  return drawing;
}

/** At most `most` of those outside; who is one of many is only counted. */
function named(outside: readonly CascadeNode[], most: number) {
  const shown = outside.length <= most + 1 ? [...outside] : outside.slice(0, most);
  const keys = new Set(shown.map(({ key }) => key));
  const kept = shown.map((node) =>
    node.from.some((key) => !keys.has(key)) ? { ...node, from: [] } : node,
  );
  return { shown: kept, more: outside.length - shown.length };
}

function drawChain(
  drawing: CascadeDrawing,
  chain: readonly CascadeNode[],
  words: DrawingWords,
  top: number,
): number {
  const ranks = Math.max(...chain.map(({ rank }) => rank)) + 1;
  const step = Math.min(250, drawing.width / ranks);
  let y = top;
  const place = (node: CascadeNode, parent: PlacedNode | null, isFirst: boolean): number => {
    const x = 8 + node.rank * step;
    const at = put(drawing, node, words, { x, y, beside: false, room: step - 30 });
    if (parent !== null) {
      const bend = parent.x + step - 22;
      const d = isFirst
        ? `M${parent.x + 10} ${y}H${x - 10}`
        : `M${bend} ${parent.y}V${y}H${x - 10}`;
      drawing.lines.push({ d, style: node.grade });
    }
    const bottom = at.textY + (at.lines.length - 1) * LINE + at.sub.length * LINE;
    let lowest = bottom;
    childrenOf(node, chain).forEach((child, index) => {
      if (index > 0) y = lowest + 34;
      lowest = Math.max(lowest, place(child, at, index === 0));
    });
    return lowest;
  };
  let lowest = top;
  rootsOf(chain).forEach((root, index) => {
    if (index > 0) y = lowest + 34;
    lowest = Math.max(lowest, place(root, null, true));
  });
  return lowest + 26;
}

function drawColumns(
  drawing: CascadeDrawing,
  nodes: readonly CascadeNode[],
  words: DrawingWords,
  top: number,
  columns: number,
  more: string | null,
  stemLength = 32,
): number {
  const groups = nodes
    .filter(({ from }) => from.length === 0)
    .map((node) => [node, ...nodes.filter(({ from }) => from[0] === node.key)]);
  const rows = groups.reduce((sum, group) => sum + group.length, 0) + (more === null ? 0 : 1);
  const perColumn = Math.ceil(rows / columns);
  const room = drawing.width / columns;
  let lowest = top;
  let column = 0;
  let used = 0;
  let y = top;
  let stem: { x: number; to: number; from: number } | null = null;
  const closeStem = () => {
    if (stem !== null)
      drawing.lines.push({ d: `M${stem.x} ${stem.from}V${stem.to}`, style: 'stem' });
    stem = null;
  };
  const hang = (style: Grade, to: number) => {
    const x = column * room + 4;
    stem = { x, from: top - stemLength, to };
    drawing.lines.push({ d: `M${x} ${to}H${x + 12}`, style });
  };
  const next = (needed: number) => {
    if (used === 0 || used + needed <= perColumn || column === columns - 1) return;
    closeStem();
    column += 1;
    used = 0;
    y = top;
  };
  for (const group of groups) {
    next(group.length);
    const [head] = group;
    if (head === undefined) continue;
    hang(head.grade, y);
    let first: PlacedNode | null = null;
    for (const node of group) {
      const x = column * room + (first === null ? 24 : 46);
      const at = put(drawing, node, words, {
        x,
        y,
        beside: true,
        room: (column + 1) * room - x - 24,
      });
      if (first === null) first = at;
      else
        drawing.lines.push({ d: `M${first.x} ${first.y + 9}V${y}H${x - 10}`, style: node.grade });
      y += at.lines.length * LINE + at.sub.length * LINE + 10;
      used += 1;
    }
    lowest = Math.max(lowest, y);
  }
  if (more !== null) {
    next(1);
    hang('likely', y);
    drawing.captions.push({ x: column * room + 24, y: y + 4, text: more, anchor: 'start' });
    lowest = Math.max(lowest, y + LINE);
  }
  closeStem();
  return lowest;
}

function put(
  drawing: CascadeDrawing,
  node: CascadeNode,
  words: DrawingWords,
  at: { x: number; y: number; beside: boolean; room: number },
): PlacedNode {
  const placed: PlacedNode = {
    node,
    x: at.x,
    y: at.y,
    textX: at.beside ? at.x + 14 : at.x - 6,
    textY: at.beside ? at.y + 4.5 : at.y + 24,
    lines: wrap(node.label.replace(/ \(.*\)$/, ''), Math.floor(at.room / CHARACTER)),
    sub: wrap(words.sub(node), Math.floor(at.room / 6.1)).filter((line) => line !== ''),
  };
  drawing.nodes.push(placed);
  return placed;
}

function rootsOf(chain: readonly CascadeNode[]): CascadeNode[] {
  return chain.filter(({ from }) => from.length === 0);
}

/** The deepest first, so that the longest way runs straight. */
function childrenOf(node: CascadeNode, chain: readonly CascadeNode[]): CascadeNode[] {
  const depth = (one: CascadeNode): number =>
    1 + Math.max(0, ...chain.filter(({ from }) => from[0] === one.key).map(depth));
  return chain.filter(({ from }) => from[0] === node.key).toSorted((a, b) => depth(b) - depth(a));
}

/** Breaks between words; what does not fit three lines ends with an ellipsis. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  if (lines.length <= 3) return lines;
  return [...lines.slice(0, 2), `${lines[2]?.replace(/(?:,| and| und)+$/, '')} …`];
}
