import type { Process } from '../../../kernel/process.ts';
import type { CliConnection } from './connection.ts';

const HEADER = `------- data ------ --------------------- load -------------------- - child -
keys       mem      clients blocked requests            connections          
`;
const ROWS = 20;

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes}B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(2)}K`;
  return bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(2)}M` : `${(bytes / 1024 ** 3).toFixed(2)}G`;
}

/** --stat: a row of INFO's numbers at each interval, until it is interrupted. */
export async function showStatistics(
  proc: Process,
  connection: CliConnection,
  intervalMs: number,
): Promise<number> {
  let requests = 0;
  for (let row = 0; ; row++) {
    const reply = await connection.ask(['INFO']);
    if (typeof reply !== 'string') {
      await proc.err('ERROR: Server closed the connection\n');
      return 1;
    }
    const value = (name: string): number => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(reply)?.[1] ?? 0);
    const keys = [...reply.matchAll(/^db\d+:keys=(\d+)/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
    const total = value('total_commands_processed');
    if (row % ROWS === 0) await proc.out(HEADER);
    await proc.out(
      `${String(keys).padEnd(11)}${size(value('used_memory')).padEnd(9)}${String(value('connected_clients')).padEnd(8)}${String(value('blocked_clients')).padEnd(8)}${`${total} (+${row === 0 ? 0 : total - requests})`.padEnd(20)}${String(value('total_connections_received')).padEnd(12)}\n`,
    );
    requests = total;
    await proc.sleep(intervalMs);
  }
}
