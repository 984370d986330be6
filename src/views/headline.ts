import type { Messages } from '../i18n/messages.ts';
import { compareWorstFirst } from '../model/order.ts';
import { compareStatusWorstFirst, type ProviderStatus } from '../model/status.ts';
import { compareNames } from './compare-names.ts';
import type { Board, BoardRow } from './provider-board.ts';

/** What the front page can truly say in one sentence. */
export type Headline =
  | { kind: 'no-providers' }
  | { kind: 'nothing-read'; all: number }
  | { kind: 'none-readable'; all: number; lastReadAt: string }
  | {
      kind: 'trouble';
      status: ProviderStatus;
      worst: BoardRow[];
      others: number;
      fine: number;
      all: number;
    }
  | { kind: 'calm'; fine: number; unknown: number; maintenance: number; all: number };

/** Chooses the sentence. Trouble outranks everything that is known; want of readings outranks calm. */
export function headline(board: Board): Headline {
  const all = board.rows.length;
  if (all === 0) return { kind: 'no-providers' };
  if (board.newestReadAt === null) return { kind: 'nothing-read', all };
  if (!board.hasFreshReading) {
    return { kind: 'none-readable', all, lastReadAt: board.newestReadAt };
  }
  const troubled = board.rows
    .filter((row) => isTrouble(row.status))
    .toSorted((a, b) => compareStatusWorstFirst(a.status, b.status) || compareRows(a, b));
  const [first] = troubled;
  const fine = board.counts.operational;
  if (first === undefined) {
    const { unknown, under_maintenance: maintenance } = board.counts;
    return { kind: 'calm', fine, unknown, maintenance, all };
  }
  const worst = troubled.filter((row) => row.status === first.status);
  const others = troubled.length - worst.length;
  return { kind: 'trouble', status: first.status, worst, others, fine, all };
}

/** The sentence itself. Always holds a number and never more than is known. */
export function headlineSentence(
  line: Headline,
  words: Messages['home'],
  number: (value: number) => string,
  list: (names: readonly string[]) => string,
): string {
  switch (line.kind) {
    case 'no-providers':
      return words.noProviders;
    case 'nothing-read':
      return words.nothingRead(number(line.all));
    case 'none-readable':
      return words.noneReadable(number(line.all));
    case 'calm':
      if (line.fine === line.all) return words.allFine(number(line.all));
      return line.unknown > 0
        ? words.calm(number(line.fine), number(line.all), number(line.unknown))
        : words.calmWithWork(number(line.fine), number(line.all));
    case 'trouble': {
      const count = line.worst.length;
      const who =
        count <= 2
          ? list(line.worst.map((row) => row.provider.name))
          : words.services(number(count));
      const said = words.reports(line.status, who, count);
      return line.others > 0
        ? said + words.andMore(line.others, number(line.others))
        : said + words.ofAll(number(line.fine), number(line.all));
    }
    default:
      return line satisfies never;
  }
}

function isTrouble(status: ProviderStatus): boolean {
  return (
    status === 'major_outage' || status === 'partial_outage' || status === 'degraded_performance'
  );
}

/** Of equally bad ones, those with the worst and newest incident first, then by name. */
function compareRows(a: BoardRow, b: BoardRow): number {
  const [first, second] = [a.incidents.at(0), b.incidents.at(0)];
  if (first !== undefined && second !== undefined) return compareWorstFirst(first, second);
  if (first !== undefined || second !== undefined) return first === undefined ? 1 : -1;
  return compareNames(a.provider, b.provider);
}
