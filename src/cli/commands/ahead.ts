import type { Command } from 'commander';
import { type AheadRow, aheadTable } from '../../explain/ahead-table.ts';
import { explainTools } from './explain.ts';

export function registerAhead(program: Command): void {
  program
    .command('ahead')
    .description('How many minutes dependents spoke before their upstream, by archived outage.')
    .option('--json', 'one line of JSON per outage')
    .action(async (options: { json?: boolean }) => {
      const { knowledge, ...tools } = await explainTools();
      for (const row of aheadTable(knowledge.events, tools)) {
        process.stdout.write(options.json ? `${JSON.stringify(row)}\n` : asText(row));
      }
    });
}

function asText({ event, firstPostAt, posts, suspectedAt, minutesGained }: AheadRow): string {
  const said = firstPostAt === null ? 'no official post at a known minute' : clock(firstPostAt);
  const suspected =
    suspectedAt === null
      ? 'too few to suspect anything'
      : `suspected ${clock(suspectedAt)}${minutesGained === null ? '' : ` (${signed(minutesGained)} min)`}`;
  const lines = posts.map(({ providerId, at, minutesAhead, isStatedStart }) => {
    const ahead = minutesAhead === null ? '' : `  ${signed(minutesAhead)} min`;
    return `  ${clock(at)} ${providerId}${ahead}${isStatedStart ? '  (start it states)' : ''}`;
  });
  return `${[`${event}: official ${said}; ${suspected}`, ...lines].join('\n')}\n`;
}

function clock(at: string): string {
  return `${at.slice(0, 16)}Z`;
}

function signed(minutes: number): string {
  return minutes >= 0 ? `+${minutes}` : String(minutes);
}
