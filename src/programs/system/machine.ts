import { tableOf } from '../../lib/table.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { strftime } from '../support/strftime.ts';

const ARCHITECTURES: Readonly<Record<string, string>> = tableOf({ amd64: 'x86_64', arm64: 'aarch64' });

/** uname. @see POSIX uname */
export const uname: Program = command(
  {
    short: 'asnrvmpio',
    long: {
      all: 'a',
      'kernel-name': 's',
      nodename: 'n',
      'kernel-release': 'r',
      'kernel-version': 'v',
      machine: 'm',
      'operating-system': 'o',
      processor: 'p',
      'hardware-platform': 'i',
    },
    usage: '[OPTION]...',
    busyboxUsage: '[-amnrspvio]\n\nPrint system information',
  },
  async (proc, options) => {
    const { kernelRelease, kernelVersion, architecture } = proc.machine;
    const machine = ARCHITECTURES[architecture] ?? architecture;
    const system = proc.busybox ? 'Linux' : 'GNU/Linux';
    const parts: [string, string][] = [['s', 'Linux'], ['n', proc.hostname], ['r', kernelRelease], ['v', kernelVersion], ['m', machine], ['p', 'unknown'], ['i', 'unknown'], ['o', system]]; // prettier-ignore
    const all = options.has('a');
    const chosen = parts.filter(([key]) =>
      all ? !'pi'.includes(key) : options.has(key) || (options.given.length === 0 && key === 's'),
    );
    await proc.out(`${chosen.map(([, text]) => text).join(' ')}\n`);
    return 0;
  },
);

/** arch: the machine's architecture. */
export const arch: Program = async (proc) => {
  await proc.out(`${ARCHITECTURES[proc.machine.architecture] ?? proc.machine.architecture}\n`);
  return 0;
};

/** uptime, with -p and -s. */
export const uptime: Program = command(
  {
    short: 'ps',
    long: { pretty: 'p', since: 's' },
    usage: '[options]',
    busyboxUsage: '\n\nDisplay the time since the last boot',
  },
  async (proc, options) => {
    if (options.has('s')) {
      await proc.out(`${strftime('%F %T', proc.machine.bootMs)}\n`);
      return 0;
    }
    const minutes = Math.floor((proc.now() - proc.machine.bootMs) / 60_000);
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
    if (options.has('p')) {
      const many = (count: number, unit: string): string[] =>
        count > 0 ? [`${count} ${unit}${count === 1 ? '' : 's'}`] : [];
      const parts = [...many(days, 'day'), ...many(hours, 'hour'), ...many(rest, 'minute')];
      await proc.out(`up ${parts.join(', ') || '0 minutes'}\n`);
      return 0;
    }
    const clock = hours > 0 ? `${String(hours).padStart(2)}:${String(rest).padStart(2, '0')}` : `${rest} min`;
    const users = new Set(proc.processes().flatMap(({ ttyName }) => ttyName ?? [])).size;
    const since = days > 0 ? `${days} day${days === 1 ? '' : 's'}, ${clock}` : clock;
    await proc.out(
      ` ${strftime('%T', proc.now())} up ${since},  ${users} user${users === 1 ? '' : 's'},  load average: ${loadAverage(proc)}\n`,
    );
    return 0;
  },
);

function loadAverage(proc: Process): string {
  const path = '/proc/loadavg';
  if (!proc.files.exists(path)) return '0.00, 0.00, 0.00';
  return proc.files.readText(path).split(' ').slice(0, 3).join(', ');
}

/** free: memory as /proc/meminfo tells it, with -b -k -m -g -h. */
export const free: Program = command(
  {
    short: 'bkmghtws:',
    long: { bytes: 'b', kilo: 'k', mega: 'm', giga: 'g', human: 'h', total: 't', mebi: 'm', gibi: 'g' },
    usage: '[options]',
    busyboxUsage: '[-bkmgh]\n\nDisplay free and used memory',
  },
  async (proc, options) => {
    const path = '/proc/meminfo';
    const text = proc.files.exists(path) ? proc.files.readText(path) : '';
    const kib = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    const total = kib('MemTotal') || Math.floor(proc.machine.memoryBytes / 1024);
    const available = kib('MemAvailable') || Math.floor(total * 0.85);
    const unused = kib('MemFree') || Math.floor(total * 0.7);
    const cache = available - unused;
    const used = total - available;
    const unit = { b: 1 / 1024, k: 1, m: 1024, g: 1024 ** 2 }[options.last('b', 'k', 'm', 'g') ?? 'k'] ?? 1;
    const show = (value: number): string =>
      options.has('h') ? human(value) : String(Math.floor(value / unit));
    const row = (name: string, values: readonly number[]): string =>
      name.padEnd(proc.busybox ? 10 : 8) + values.map((value) => show(value).padStart(12)).join('') + '\n';
    const heads = ['total', 'used', 'free', 'shared', 'buff/cache', 'available'];
    await proc.out(
      `${' '.repeat(proc.busybox ? 10 : 8)}${heads.map((head) => head.padStart(12)).join('')}\n`,
    );
    await proc.out(row('Mem:', [total, used, unused, 0, cache, available]));
    await proc.out(row('Swap:', [0, 0, 0]));
    return 0;
  },
);

function human(kib: number): string {
  let value = kib * 1024;
  let unit = 0;
  while (value >= 1024 && unit < 5) {
    value /= 1024;
    unit++;
  }
  return `${value >= 10 || unit === 0 ? Math.floor(value) : value.toFixed(1)}${['B', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'][unit] ?? ''}`;
}
