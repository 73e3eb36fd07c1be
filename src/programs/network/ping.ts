import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';

interface Totals {
  sent: number;
  received: number;
  errors: number;
  times: number[];
  readonly startMs: number;
}

/** ping of iputils and of busybox. @see ping(8) */
export const ping: Program = command(
  {
    short: '46c:i:W:w:qs:t:I:nAfvD',
    usage: '[options] <destination>',
    busyboxUsage: '[OPTIONS] HOST\n\nSend ICMP ECHO_REQUESTs to HOST',
    usageStatus: 2,
    version: 'ping from iputils 20240905\n',
  },
  async (proc, options) => {
    const [host] = options.operands;
    if (host === undefined)
      throw new UsageFailure(proc.busybox ? '' : 'usage error: Destination address required');
    const count = Number(options.value('c') ?? Infinity);
    const interval = Number(options.value('i') ?? 1) * 1000;
    const wait = Number(options.value('W') ?? 10) * 1000;
    const deadline = options.has('w') ? proc.now() + Number(options.value('w')) * 1000 : Infinity;
    const size = Number(options.value('s') ?? 56);
    const [address] = await proc.network.resolve(host);
    if (address === undefined)
      throw new CommandFailure(
        proc.busybox ? `bad address '${host}'` : `${host}: Name or service not known`,
        proc.busybox ? 1 : 2,
      );
    await proc.out(
      proc.busybox
        ? `PING ${host} (${address}): ${size} data bytes\n`
        : `PING ${host} (${address}) ${size}(${size + 28}) bytes of data.\n`,
    );
    if (proc.uid === 0 && !proc.isCapable('NET_RAW'))
      throw new CommandFailure(
        proc.busybox
          ? 'permission denied (are you root?)'
          : 'socktype: SOCK_RAW\nping: socket: Operation not permitted',
        proc.busybox ? 1 : 2,
      );
    const totals: Totals = { sent: 0, received: 0, errors: 0, times: [], startMs: proc.now() };
    let interrupted = false;
    proc.onSignal('SIGINT', () => {
      interrupted = true;
      proc.interrupt();
    });
    try {
      while (totals.sent < count && !interrupted && proc.now() < deadline) {
        const began = proc.now();
        await probe(
          proc,
          { host, address, size, quiet: options.has('q'), waitMs: Math.min(wait, deadline - began) },
          totals,
        );
        if (totals.sent < count)
          await proc.sleep(Math.max(0, Math.min(began + interval, deadline) - proc.now()));
      }
    } catch (error) {
      if (!isSysError(error)) throw error;
      if (error.code === 'ENETUNREACH')
        throw new CommandFailure(
          proc.busybox ? 'sendto: Network is unreachable' : 'connect: Network is unreachable',
          proc.busybox ? 1 : 2,
        );
      if (error.code !== 'EINTR') throw error;
    }
    await proc.out(summary(proc, host, totals));
    return totals.received > 0 ? 0 : 1;
  },
);

async function probe(
  proc: Process,
  {
    host,
    address,
    size,
    quiet,
    waitMs,
  }: { host: string; address: string; size: number; quiet: boolean; waitMs: number },
  totals: Totals,
): Promise<void> {
  const sequence = totals.sent++;
  try {
    const ms = await proc.network.ping(address, waitMs);
    if (ms === undefined) return;
    const shown = ms + (proc.random() % 40) / 1000;
    totals.received++;
    totals.times.push(shown);
    if (quiet) return;
    const from = proc.busybox || host === address ? address : `${host} (${address})`;
    await proc.out(
      `${size + 8} bytes from ${from}: ${proc.busybox ? `seq=${sequence}` : `icmp_seq=${sequence + 1}`} ttl=64 time=${shown.toFixed(3)} ms\n`,
    );
  } catch (error) {
    if (!isSysError(error, 'EHOSTUNREACH')) throw error;
    totals.errors++;
    const own = proc.network.interfaces.find((nic) => nic.name !== 'lo')?.address ?? '127.0.0.1';
    if (!proc.busybox && !quiet)
      await proc.out(`From ${own} icmp_seq=${sequence + 1} Destination Host Unreachable\n`);
  }
}

function summary(proc: Process, host: string, { sent, received, errors, times, startMs }: Totals): string {
  const lost = sent === 0 ? 0 : Math.floor(((sent - received) * 100) / sent);
  const least = Math.min(...times);
  const most = Math.max(...times);
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
  const deviation = Math.sqrt(times.reduce((sum, one) => sum + (one - mean) ** 2, 0) / times.length);
  const head = `--- ${host} ping statistics ---\n${sent} packets transmitted, ${received} `;
  if (proc.busybox) {
    const times3 = times.length
      ? `round-trip min/avg/max = ${least.toFixed(3)}/${mean.toFixed(3)}/${most.toFixed(3)} ms\n`
      : '';
    return `\n${head}packets received, ${lost}% packet loss\n${times3}`;
  }
  const rtt = times.length
    ? `rtt min/avg/max/mdev = ${least.toFixed(3)}/${mean.toFixed(3)}/${most.toFixed(3)}/${deviation.toFixed(3)} ms\n`
    : '\n';
  return `\n${head}received, ${errors ? `+${errors} errors, ` : ''}${lost}% packet loss, time ${Math.floor(proc.now() - startMs)}ms\n${rtt}`;
}
