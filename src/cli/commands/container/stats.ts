import type { ContainerStats } from '../../../api/container-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { formatBinarySize, formatHumanSize } from '../../../lib/human-size.ts';
import type { Command, CommandContext } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { formatList } from '../../format/list-format.ts';

/** Prints what containers use, again and again, or once with --no-stream. @see docker/cli v28.2.2 cli/command/container/stats.go */
export const CONTAINER_STATS: Command = {
  name: 'stats',
  use: '[OPTIONS] [CONTAINER...]',
  short: 'Display a live stream of container(s) resource usage statistics',
  args: { kind: 'any' },
  flags: [
    flag('all', 'a', 'bool', 'Show all containers'),
    flag('format', '', 'string', 'Format with a Go template'),
    flag('no-stream', '', 'bool', 'Print once and end'),
    flag('no-trunc', '', 'bool', "Don't shorten IDs"),
  ],
  run: stats,
};

/** Clears the screen before each round. */
const HOME_AND_CLEAR = '\x1b[H\x1b[J';

/** From one round to the next. */
const ROUND_MS = 500;

async function stats({ proc, flags, args, api }: CommandContext): Promise<number> {
  const engine = await api();
  const format = flags.string('format');
  const once = flags.bool('no-stream');
  for (;;) {
    const ids = args.length ? args : await allIds(engine, flags.bool('all'));
    const rows = await readRows(engine, ids);
    await proc.out(`${once ? '' : HOME_AND_CLEAR}${formatRows(format, rows, flags.bool('no-trunc'))}`);
    if (once) return 0;
    await proc.sleep(ROUND_MS);
  }
}

async function allIds(engine: EngineApi, all: boolean): Promise<string[]> {
  return (await engine.ContainerList({ all })).map(({ Id }) => Id);
}

async function readRows(engine: EngineApi, ids: readonly string[]): Promise<StatsRow[]> {
  const rows: StatsRow[] = [];
  for (const id of ids)
    for await (const reading of engine.ContainerStats(id, { stream: false })) rows.push(statsRow(reading));
  return rows;
}

/** Fields of a row and their headers, in the table's order. @see docker/cli v28.2.2 cli/command/container/formatter_stats.go */
const HEADERS = {
  Container: 'CONTAINER',
  ID: 'CONTAINER ID',
  Name: 'NAME',
  CPUPerc: 'CPU %',
  MemUsage: 'MEM USAGE / LIMIT',
  MemPerc: 'MEM %',
  NetIO: 'NET I/O',
  BlockIO: 'BLOCK I/O',
  PIDs: 'PIDS',
} as const;

export type StatsRow = Record<keyof typeof HEADERS, string>;

const FIELDS = Object.keys(HEADERS).filter((name) => name !== 'Container') as (keyof StatsRow)[];

/** @throws CliError for a bad template */
function formatRows(format: string | undefined, rows: readonly StatsRow[], full: boolean): string {
  const layout = { columns: FIELDS, headers: HEADERS, typeName: '*container.statsContext' };
  return formatList(
    format,
    layout,
    rows.map(
      (row) =>
        Object.fromEntries([
          ...Object.entries(row).map(([name, text]) => [name, () => text]),
          ['ID', () => (full ? row.ID : row.ID.slice(0, 12))],
        ]) as Record<string, () => string>,
    ),
  );
}

/** A reading in the words of the table. */
export function statsRow(reading: ContainerStats): StatsRow {
  const { usage = 0, limit = 0 } = reading.memory_stats;
  const networks = Object.values(reading.networks ?? {});
  const received = networks.reduce((sum, { rx_bytes }) => sum + rx_bytes, 0);
  const sent = networks.reduce((sum, { tx_bytes }) => sum + tx_bytes, 0);
  return {
    Container: reading.name.replace(/^\//, ''),
    ID: reading.id,
    Name: reading.name.replace(/^\//, ''),
    CPUPerc: `${cpuPercent(reading).toFixed(2)}%`,
    MemUsage: `${formatBinarySize(usage)} / ${formatBinarySize(limit)}`,
    MemPerc: `${limit ? ((usage / limit) * 100).toFixed(2) : '0.00'}%`,
    NetIO: `${formatHumanSize(received, 3)} / ${formatHumanSize(sent, 3)}`,
    BlockIO: '0B / 0B',
    PIDs: String(reading.pids_stats.current ?? 0),
  };
}

/** Share of one CPU since the reading before: two busy CPUs are 200. */
function cpuPercent({ cpu_stats: now, precpu_stats: before }: ContainerStats): number {
  const used = now.cpu_usage.total_usage - before.cpu_usage.total_usage;
  const system = (now.system_cpu_usage ?? 0) - (before.system_cpu_usage ?? 0);
  return system > 0 ? (used / system) * (now.online_cpus ?? 1) * 100 : 0;
}
