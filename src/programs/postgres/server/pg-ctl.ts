import type { Process, Program } from '../../../kernel/process.ts';
import { exitStatus, spawnCommand } from '../../support/spawn.ts';
import { clientOptions } from '../client/option-errors.ts';

const SPEC = {
  short: 'D:l:m:o:t:wWs',
  long: {
    pgdata: 'D:',
    log: 'l:',
    mode: 'm:',
    options: 'o:',
    timeout: 't:',
    wait: 'w',
    'no-wait': 'W',
    silent: 's',
  },
} as const;
const SIGNALS = { smart: 'SIGTERM', fast: 'SIGINT', immediate: 'SIGQUIT' } as const;
const POLL_MS = 100;
/** A dot is printed once a second. */
const POLLS_A_DOT = 10;
const DEFAULT_SECONDS = 60;

/** pg_ctl: starts and stops a server. @see PostgreSQL 18, pg_ctl(1) */
export const pgCtl: Program = async (proc) => {
  const options = await clientOptions(proc, 'pg_ctl', SPEC, 1);
  if (typeof options === 'number') return options;
  const directory = options.value('D') ?? proc.env.get('PGDATA');
  const [action = ''] = options.operands;
  if (!['start', 'stop', 'restart', 'status', 'reload'].includes(action)) {
    await proc.err(
      action === ''
        ? 'pg_ctl: no operation specified\nTry "pg_ctl --help" for more information.\n'
        : `pg_ctl: unrecognized operation mode "${action}"\nTry "pg_ctl --help" for more information.\n`,
    );
    return 1;
  }
  if (!directory) {
    await proc.err(
      'pg_ctl: no database directory specified and environment variable PGDATA unset\nTry "pg_ctl --help" for more information.\n',
    );
    return 1;
  }
  if (proc.uid === 0) {
    await proc.err(
      'pg_ctl: cannot be run as root\nPlease log in (using, e.g., "su") as the (unprivileged) user that will\nown the server process.\n',
    );
    return 1;
  }
  const control: Control = {
    proc, directory, waits: !options.has('W'), silent: options.has('s'), seconds: Number(options.value('t') ?? DEFAULT_SECONDS),
    say: (text) => (options.has('s') ? undefined : proc.out(text)),
  }; // prettier-ignore
  if (action === 'status') return status(control);
  if (action === 'reload') return reload(control);
  const mode = options.value('m') ?? 'fast';
  const signal = SIGNALS[mode as keyof typeof SIGNALS] as (typeof SIGNALS)[keyof typeof SIGNALS] | undefined;
  if (!signal) {
    await proc.err(
      `pg_ctl: unrecognized shutdown mode "${mode}"\nTry "pg_ctl --help" for more information.\n`,
    );
    return 1;
  }
  if (action === 'stop') return stop(control, signal);
  if (action === 'restart') await stop(control, signal);
  return start(control, options.value('o') ?? '', options.value('l'));
};

interface Control {
  readonly proc: Process;
  readonly directory: string;
  readonly waits: boolean;
  readonly silent: boolean;
  readonly seconds: number;
  say(text: string): void | Promise<void>;
}

/** The pid in postmaster.pid, and whether its server is ready. */
function serverOf({ proc, directory }: Control): { pid: number; ready: boolean } | undefined {
  const path = `${directory}/postmaster.pid`;
  if (!proc.files.exists(path)) return undefined;
  const lines = proc.files.readText(path).split('\n');
  const pid = Number(lines[0]);
  const runs = proc.processes().some((other) => other.pid === pid && other.state !== 'Z');
  return runs ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}

async function status(control: Control): Promise<number> {
  const { proc, directory } = control;
  if (!proc.files.exists(`${directory}/PG_VERSION`)) {
    await proc.err(`pg_ctl: directory "${directory}" is not a database cluster directory\n`);
    return 4;
  }
  const server = serverOf(control);
  if (!server) {
    await proc.out('pg_ctl: no server running\n');
    return 3;
  }
  await proc.out(`pg_ctl: server is running (PID: ${server.pid})\n`);
  return 0;
}

async function reload(control: Control): Promise<number> {
  const server = serverOf(control);
  if (!server) return noServer(control);
  control.proc.kill(server.pid, 'SIGHUP');
  await control.say('server signaled\n');
  return 0;
}

async function noServer({ proc, directory }: Control): Promise<number> {
  await proc.err(`pg_ctl: PID file "${directory}/postmaster.pid" does not exist\nIs server running?\n`);
  return 1;
}

async function start(control: Control, options: string, log: string | undefined): Promise<number> {
  const { proc, directory } = control;
  if (serverOf(control))
    await proc.err('pg_ctl: another server might be running; trying to start server anyway\n');
  const words = (options.match(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/g) ?? []).map((word) => word.replace(/['"]/g, '')); // prettier-ignore
  // The server's log goes where pg_ctl writes.
  const fds = new Map(proc.fds).set(2, proc.stdout);
  if (log !== undefined) {
    const file = await proc.open(log, { write: true, create: true, append: true, mode: 0o600 });
    fds.set(1, file).set(2, file);
  }
  if (control.waits) await control.say('waiting for server to start...');
  const pid = spawnCommand(proc, ['postgres', '-D', directory, ...words], { fds, newSession: true });
  if (typeof pid !== 'number') {
    await proc.err(`pg_ctl: could not start server: ${pid.message}\n`);
    return 1;
  }
  if (!control.waits) {
    await control.say('server starting\n');
    return 0;
  }
  const ready = await poll(control, () => {
    const ended = proc.waitNow(pid);
    if (ended && ('code' in ended.status || 'signal' in ended.status)) return exitStatus(ended.status);
    const server = serverOf(control);
    return server?.ready && server.pid === pid ? 'ready' : undefined;
  });
  if (ready === 'ready') {
    await control.say(' done\nserver started\n');
    return 0;
  }
  await control.say(' stopped waiting\n');
  await proc.err('pg_ctl: could not start server\nExamine the log output.\n');
  return 1;
}

async function stop(control: Control, signal: 'SIGTERM' | 'SIGINT' | 'SIGQUIT'): Promise<number> {
  const server = serverOf(control);
  if (!server) return noServer(control);
  control.proc.kill(server.pid, signal);
  if (!control.waits) {
    await control.say('server shutting down\n');
    return 0;
  }
  await control.say('waiting for server to shut down...');
  if ((await poll(control, () => (serverOf(control) ? undefined : 'gone'))) === undefined) {
    await control.say(' failed\n');
    await control.proc.err('pg_ctl: server does not shut down\n');
    return 1;
  }
  await control.say(' done\nserver stopped\n');
  return 0;
}

/** Looks ten times a second, with a dot a second. */
async function poll<T>(control: Control, look: () => T | undefined): Promise<T | undefined> {
  for (let round = 0; round < control.seconds * POLLS_A_DOT; round++) {
    const found = look();
    if (found !== undefined) return found;
    if (round % POLLS_A_DOT === 0) await control.say('.');
    await control.proc.sleep(POLL_MS);
  }
  return undefined;
}
