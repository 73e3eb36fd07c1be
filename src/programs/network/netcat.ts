import { isSysError } from '../../kernel/errno.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';

/** nc: a connection on stdin and stdout; -l listens, -z only looks. Simplified: TCP only. @see nc(1) */
export const nc: Program = command(
  {
    short: 'lp:zvw:nke:q:N46s:i:',
    usage: '[-klnvz] [-p source_port] [-w timeout] [destination] [port]',
    busyboxUsage: '[OPTIONS] HOST PORT  - connect\nnc [OPTIONS] -l -p PORT [HOST] [PORT]  - listen',
  },
  async (proc, options) => {
    const [host, portText] = options.operands;
    if (options.has('l')) {
      const port = Number(options.value('p') ?? options.operands.at(-1) ?? 0);
      const address = options.value('s') ?? '0.0.0.0';
      const listener = proc.network.listen(address, port);
      if (options.has('v'))
        await proc.err(
          proc.busybox ? `listening on ${address}:${port} ...\n` : `Listening on ${address} ${port}\n`,
        );
      do {
        const socket = await listener.accept();
        if (options.has('v'))
          await proc.err(`Connection received on ${socket.remote.address} ${socket.remote.port}\n`);
        await relay(proc, socket, endsWithInput(proc, options));
      } while (options.has('k'));
      return 0;
    }
    if (host === undefined || portText === undefined) throw new UsageFailure('');
    const [from = 0, to = from] = portText.split('-').map(Number);
    const [address] = await proc.network.resolve(host);
    if (address === undefined)
      throw new CommandFailure(
        proc.busybox
          ? `bad address '${host}'`
          : `getaddrinfo for host "${host}" port ${portText}: Name or service not known`,
      );
    let status = 1;
    for (let port = from; port <= to; port++)
      status = Math.min(
        status,
        await one(proc, {
          host,
          address,
          port,
          verbose: options.has('v'),
          only: options.has('z'),
          half: endsWithInput(proc, options),
          seconds: Number(options.value('w') ?? 0),
        }),
      );
    return status;
  },
);

/** Debian's nc tells the other side of the end of its input only with -N or -q; busybox's always. */
function endsWithInput(proc: Process, options: Options): boolean {
  return proc.busybox || options.has('N', 'q');
}

interface Target {
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly verbose: boolean;
  readonly only: boolean;
  readonly half: boolean;
  readonly seconds: number;
}

async function one(
  proc: Process,
  { host, address, port, verbose, only, half, seconds }: Target,
): Promise<number> {
  let connected = false;
  if (seconds > 0) {
    proc.thread('timer', async () => {
      await proc.sleep(seconds * 1000);
      if (!connected) proc.interrupt();
    });
  }
  let socket: Socket;
  try {
    socket = await proc.network.connect(address, port);
    connected = true;
  } catch (error) {
    if (!isSysError(error)) throw error;
    const message =
      error.code === 'EINTR' ? (proc.busybox ? 'timed out' : 'Connection timed out') : error.message;
    if (proc.busybox) await proc.err(`nc: ${host} (${address}:${port}): ${message}\n`);
    else if (verbose)
      await proc.err(`nc: connect to ${host} (${address}) port ${port} (tcp) failed: ${message}\n`);
    return 1;
  }
  if (verbose)
    await proc.err(
      proc.busybox
        ? `${host} (${address}:${port}) open\n`
        : `Connection to ${host} (${address}) ${port} port [tcp/*] succeeded!\n`,
    );
  if (only) socket.close();
  else await relay(proc, socket, half);
  return 0;
}

/** Both directions at once; over when the other side has ended. */
async function relay(proc: Process, socket: Socket, half: boolean): Promise<void> {
  const sender = proc.thread('send', async () => {
    try {
      for (let bytes = await proc.stdin.read(65536); bytes; bytes = await proc.stdin.read(65536))
        await socket.write(bytes);
      if (half) socket.end();
    } catch (error) {
      if (!isSysError(error)) throw error;
    }
  });
  for (let bytes = await socket.read(65536); bytes; bytes = await socket.read(65536)) await proc.out(bytes);
  sender.kill();
  socket.close();
}
