import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';

/** ss: sockets that listen. Simplified: connections are not listed. @see iproute2 ss(8) */
export const ss: Program = command(
  {
    short: '460aeEf:hHilmnoOprstTuwxzZ',
    long: {
      numeric: 'n', resolve: 'r', all: 'a', listening: 'l', options: 'o', extended: 'e', memory: 'm', processes: 'p', threads: 'T', info: 'i',
      summary: 's', ipv4: '4', ipv6: '6', tcp: 't', udp: 'u', raw: 'w', unix: 'x', family: 'f:', 'no-header': 'H', oneline: 'O',
    },
    usage: '[ OPTIONS ]\n       ss [ OPTIONS ] [ FILTER ]',
    usageLine: 'only',
    usageStatus: 255,
    version: 'ss utility, iproute2-6.15.0, libbpf 1.5.0\n',
  },
  async (proc, options) => {
    const sockets = chosenSockets(proc, options);
    if (options.has('s')) {
      await proc.out(summary(proc.network.listeners().length));
      return 0;
    }
    const families = ['t', 'u', 'w', 'x'].filter((key) => options.has(key)).length;
    const cells = sockets.map((socket) => cellsOf(proc, options, socket, families !== 1));
    await proc.out(table(proc, cells, !options.has('H'), families !== 1));
    return 0;
  },
); // prettier-ignore

type Listening = ReturnType<Process['network']['listeners']>[number];

/** @throws CommandFailure for a filter that is not understood */
function chosenSockets(proc: Process, options: Options): readonly Listening[] {
  const isTcp = options.has('t') || !options.has('u', 'w', 'x');
  const fits = parseFilter(options.operands.join(' ').trim());
  if (!isTcp || !options.has('l', 'a') || options.has('6')) return [];
  return proc.network.listeners().filter(fits);
}

/** `sport = :80`, `state listening`, with parentheses around. Other expressions are refused. */
function parseFilter(text: string): (socket: Listening) => boolean {
  const bare = text.replace(/[()]/g, ' ').trim().replace(/\s+/g, ' ');
  if (bare === '' || bare === 'state listening' || bare === 'state all') return () => true;
  const port = /^(sport|src|dport|dst) (?:=|==|eq) :(\d+)$/.exec(bare) ?? /^(src|dst) :(\d+)$/.exec(bare);
  if (port) return ({ local }) => port[1]?.startsWith('s') === true && local.port === Number(port[2]);
  if (/^state \w+/.test(bare)) return () => false;
  throw new CommandFailure(`bison bellows (while parsing filter): "syntax error!" Sorry.`, 255);
}

/** Netid, state, queues, address, port, peer's address, port, process. */
function cellsOf(
  proc: Process,
  options: Options,
  { local, pid, program }: Listening,
  netid: boolean,
): string[] {
  const process = options.has('p') && pid > 0 ? `users:(("${program}",pid=${pid},fd=3))` : '';
  const port = options.has('n') ? String(local.port) : serviceName(proc, local.port);
  return [...(netid ? ['tcp'] : []), 'LISTEN', '0', '4096', local.address, port, '0.0.0.0', '*', process];
}

function serviceName({ files }: Process, port: number): string {
  const text = files.exists('/etc/services') ? files.readText('/etc/services') : '';
  return new RegExp(`^(\\S+)\\s+${port}/tcp\\b`, 'm').exec(text)?.[1] ?? String(port);
}

const HEADS = [
  'Netid',
  'State',
  'Recv-Q',
  'Send-Q',
  'Local Address',
  'Port',
  'Peer Address',
  'Port',
  'Process',
];
/** What stands before each column. */
const BEFORE = ['', ' ', ' ', ' ', ' ', ':', ' ', ':', ''];
const TO_THE_RIGHT = [4, 6];

/** Columns as wide as what is in them; on a terminal what is left of its width is shared out among them, the later ones first. */
function table(proc: Process, rows: readonly string[][], headed: boolean, netid: boolean): string {
  const from = netid ? 0 : 1;
  const heads = HEADS.slice(from);
  const before = ['', ...BEFORE.slice(from + 1)];
  const widths = heads.map((head, column) => {
    const least = headed || /-Q$/.test(head) ? head.length : 0;
    return Math.max(least, ...rows.map((row) => row[column]?.length ?? 0));
  });
  const used = [...widths, ...before.map((text) => text.length)].reduce((sum, width) => sum + width, 0);
  const spare = Math.max(0, (proc.stdout.tty?.getSize().columns ?? used) - used);
  widths.forEach((width, column) => {
    const extra = column >= widths.length - (spare % widths.length) ? 1 : 0;
    widths[column] = width + Math.floor(spare / widths.length) + extra;
  });
  const format = (row: readonly string[]): string => {
    const cells = row.map((cell, column) => {
      const right = TO_THE_RIGHT.includes(column + from);
      const width = widths[column] ?? 0;
      return (before[column] ?? '') + (right ? cell.padStart(width) : cell.padEnd(width));
    });
    return `${cells.join('')}\n`;
  };
  return [...(headed ? [heads] : []), ...rows].map(format).join('');
}

function summary(listening: number): string {
  const row = (name: string, count: number): string =>
    `${name}\t  ${[count, count, 0].map((value) => String(value).padEnd(9)).join(' ')}\n`;
  const counts = [['RAW', 0], ['UDP', 0], ['TCP', listening], ['INET', listening], ['FRAG', 0]] as const; // prettier-ignore
  return `Total: ${listening}\nTCP:   ${listening} (estab 0, closed 0, orphaned 0, timewait 0)\n\nTransport Total     IP        IPv6\n${counts.map(([name, count]) => row(name, count)).join('')}\n`;
}
