import { isSysError } from '../../kernel/errno.ts';
import { dirName } from '../../kernel/files/path.ts';
import type { Listener } from '../../kernel/net/socket.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { serveHttp, type HttpServer } from '../http/serve-http.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';
import { strftime } from '../support/strftime.ts';
import { findUser } from '../support/users.ts';
import { waitForEnd } from '../support/spawn.ts';
import { Answerer } from './answer.ts';
import { buildConfig } from './build-config.ts';
import { NGINX_VERSION } from './pages.ts';
import { ConfigError, parseConfig, type Directive } from './parse-config.ts';
import type { NginxConfig } from './settings.ts';
import { expandVariables } from './variables.ts';

const PREFIX = '/etc/nginx';

interface CommandLine {
  readonly config: string;
  readonly globals: string;
  readonly test: boolean;
  readonly dump: boolean;
  readonly quiet: boolean;
  readonly signal: string | undefined;
}

/** Arguments of masters that go by their title. */
const retitled = new WeakMap<Process, readonly string[]>();

const titleOf = (argv: readonly string[]): string => `nginx: master process ${argv.join(' ')}`;

/** nginx: a web server and proxy with a master and worker processes. @see nginx 1.29 */
export const nginx: Program = async (proc) => {
  const words = retitled.get(proc) ?? proc.argv.slice(1);
  if (words[0] === '-v') return say(proc, `nginx version: nginx/${NGINX_VERSION}\n`, 0);
  if (words[0] === '-V') return say(proc, `nginx version: nginx/${NGINX_VERSION}\nbuilt by gcc 14.2.0\nTLS SNI support disabled\nconfigure arguments: --prefix=/etc/nginx --sbin-path=/usr/sbin/nginx --conf-path=/etc/nginx/nginx.conf\n`, 0);
  const line = parseCommandLine(words);
  if (typeof line === 'string') return say(proc, `nginx: ${line}\n`, 1);
  try {
    const config = loadConfig(proc, line);
    if (line.test) {
      await proc.err(line.quiet ? '' : `nginx: the configuration file ${line.config} syntax is ok\nnginx: configuration file ${line.config} test is successful\n`);
      if (line.dump) await proc.out(`# configuration file ${line.config}:\n${proc.files.readText(line.config)}`);
      return 0;
    }
    if (line.signal !== undefined) return await sendSignal(proc, line.signal, config.pidFile);
    if (!config.daemon && !retitled.has(proc) && proc.files.exists('/proc/self/exe')) {
      // Overwriting its own arguments is what the real master does; here it executes itself with them.
      retitled.set(proc, words);
      return await proc.exec('/proc/self/exe', [titleOf(proc.argv)]);
    }
    return await new Master(proc, line, config).run();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const failed = line.test ? `nginx: configuration file ${line.config} test failed\n` : '';
    return say(proc, `${emerg(proc, error.message)}nginx: [emerg] ${error.message}\n${failed}`, 1);
  }
};

async function say(proc: Process, text: string, status: number): Promise<number> {
  await proc.err(text);
  return status;
}

/** The line for the error log; the image links that to stderr. */
function emerg(proc: Process, message: string): string {
  return `${strftime('%Y/%m/%d %H:%M:%S', proc.now())} [emerg] ${proc.pid}#${proc.pid}: ${message}\n`;
}

function parseCommandLine(words: readonly string[]): CommandLine | string {
  const result = { config: `${PREFIX}/nginx.conf`, globals: '', test: false, dump: false, quiet: false, signal: undefined as string | undefined };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) return `invalid option: "${word}"`;
    const value = (): string => (word.length > 2 ? word.slice(2) : (words[++at] ?? ''));
    switch (word.charAt(1)) {
      case 't': result.test = true; break;
      case 'T': result.test = result.dump = true; break;
      case 'q': result.quiet = true; break;
      case 'c': {
        const path = value();
        result.config = path.startsWith('/') ? path : `${PREFIX}/${path}`;
        break;
      }
      case 'g': result.globals = value(); break;
      case 'p':
      case 'e': value(); break;
      case 's':
        result.signal = value();
        if (!['stop', 'quit', 'reopen', 'reload'].includes(result.signal)) return `invalid option: "-s ${result.signal}"`;
        break;
      default: return `invalid option: "${word.charAt(1)}"`;
    }
  }
  return result;
} // prettier-ignore

function loadConfig(proc: Process, { config, globals }: CommandLine): NginxConfig {
  const read = (path: string): Directive[] => {
    let text: string;
    try {
      text = proc.files.readText(path);
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new ConfigError(`open() "${path}" failed (${error.code === 'EACCES' ? 13 : 2}: ${error.message})`);
    }
    return parseConfig(text, path, include);
  };
  const include = (pattern: string, from: Directive): readonly Directive[] => {
    const full = pattern.startsWith('/') ? pattern : `${PREFIX}/${pattern}`;
    if (!/[*?[]/.test(full)) {
      if (!proc.files.exists(full)) throw new ConfigError(`open() "${full}" failed (2: No such file or directory) in ${from.file}:${from.line}`);
      return read(full);
    }
    const dir = dirName(full);
    const matches = nameMatcher(full.slice(dir.length + 1), false);
    if (proc.files.statIfAny(dir)?.type !== 'directory') return [];
    return proc.files.readDir(dir).filter(({ name }) => matches(name) && !name.startsWith('.')).flatMap(({ name }) => read(`${dir}/${name}`));
  };
  const own = globals === '' ? [] : parseConfig(/[;}]\s*$/.test(globals) ? globals : `${globals};`, 'command line', include);
  return buildConfig([...read(config), ...own]);
}

async function sendSignal(proc: Process, name: string, pidFile: string): Promise<number> {
  const pid = proc.files.exists(pidFile) ? Number(proc.files.readText(pidFile).trim()) : 0;
  if (!(pid > 0)) {
    const text = proc.files.exists(pidFile) ? `invalid PID number "" in "${pidFile}"` : `open() "${pidFile}" failed (2: No such file or directory)`;
    return say(proc, `nginx: [error] ${text}\n`, 1);
  }
  const signal = ({ stop: 'SIGTERM', quit: 'SIGQUIT', reopen: 'SIGUSR1', reload: 'SIGHUP' } as const)[name as 'stop'];
  await proc.err(`${strftime('%Y/%m/%d %H:%M:%S', proc.now())} [notice] ${proc.pid}#${proc.pid}: signal process started\n`);
  try {
    proc.kill(pid, signal);
    return 0;
  } catch (error) {
    if (!isSysError(error)) throw error;
    return say(proc, `nginx: [alert] kill(${pid}, ${name === 'reload' ? 1 : 15}) failed (3: ${error.message})\n`, 1);
  }
}

/** Appends to a log; links to /dev/stdout work as in life. */
async function appendLog(proc: Process, path: string, text: string): Promise<void> {
  try {
    if (path === 'stderr' || path === '/dev/stderr') return void (await proc.err(text));
    const file = await proc.open(path, { read: false, append: true, write: true, create: true });
    file.retain();
    await file.write(new TextEncoder().encode(text));
    file.release();
  } catch (error) {
    if (!isSysError(error)) throw error;
  }
}

/** Logs to the error log as `pid#tid` of the process that says it. */
function logger(proc: Process, config: NginxConfig): (level: string, text: string) => Promise<void> {
  return (level, text) =>
    appendLog(proc, config.errorLog, `${strftime('%Y/%m/%d %H:%M:%S', proc.now())} [${level}] ${proc.pid}#${proc.pid}: ${level === 'error' ? '*1 ' : ''}${text}\n`);
}

/** The master: holds the listeners and workers, and obeys signals. */
class Master {
  readonly #proc: Process;
  readonly #line: CommandLine;
  #config: NginxConfig;
  #listeners = new Map<string, Listener>();
  #workers: number[] = [];
  #command: 'stop' | 'quit' | 'reload' | undefined;

  constructor(proc: Process, line: CommandLine, config: NginxConfig) {
    this.#proc = proc;
    this.#line = line;
    this.#config = config;
  }

  async run(): Promise<number> {
    this.#listen();
    if (!this.#config.daemon) return this.#master(this.#proc);
    this.#proc.fork((child) => this.#master(child), { argv: [titleOf(this.#proc.argv)], newSession: true });
    return 0;
  }

  /** @throws ConfigError where a port is taken */
  #listen(): void {
    const wanted = new Set(this.#config.servers.flatMap(({ listens }) => listens.map(({ address, port }) => `${address}:${port}`)));
    for (const key of wanted) {
      if (this.#listeners.has(key)) continue;
      const [address = '0.0.0.0', port] = key.split(':');
      try {
        this.#listeners.set(key, this.#proc.network.listen(address, Number(port)));
      } catch (error) {
        if (!isSysError(error)) throw error;
        throw new ConfigError(`bind() to ${key} failed (${error.code === 'EADDRINUSE' ? 98 : error.code === 'EACCES' ? 13 : 99}: ${error.message})`);
      }
    }
    for (const [key, listener] of this.#listeners) {
      if (wanted.has(key)) continue;
      listener.close();
      this.#listeners.delete(key);
    }
  }

  async #master(proc: Process): Promise<number> {
    const log = logger(proc, this.#config);
    proc.files.writeFile(this.#config.pidFile, `${proc.pid}\n`);
    for (const text of ['using the "epoll" event method', `nginx/${NGINX_VERSION}`, 'built by gcc 15.2.0 (Alpine 15.2.0) ', `OS: Linux ${proc.machine.kernelRelease}`, 'getrlimit(RLIMIT_NOFILE): 1048576:1048576', 'start worker processes'])
      await log('notice', text);
    await this.#startWorkers(proc, log);
    const obey = (command: 'stop' | 'quit' | 'reload') => (): void => {
      this.#command = command;
      proc.interrupt();
    };
    proc.onSignal('SIGTERM', obey('stop'));
    proc.onSignal('SIGINT', obey('stop'));
    proc.onSignal('SIGQUIT', obey('quit'));
    proc.onSignal('SIGHUP', obey('reload'));
    for (const ignored of ['SIGUSR1', 'SIGWINCH', 'SIGUSR2'] as const) proc.onSignal(ignored, 'ignore');
    for (;;) {
      try {
        const { pid, status } = await proc.wait(-1);
        await log('notice', `signal 17 (SIGCHLD) received from ${pid}`);
        if ('signal' in status) await log('alert', `worker process ${pid} exited on signal ${status.signal === 'SIGKILL' ? 9 : 15}`);
        const at = this.#workers.indexOf(pid);
        if (at >= 0) this.#workers.splice(at, 1);
        if (at >= 0 && this.#command === undefined) await this.#startWorkers(proc, log);
      } catch (error) {
        if (!isSysError(error, 'EINTR') && !isSysError(error, 'ECHILD')) throw error;
      }
      if (this.#command === 'reload') await this.#reload(proc, log);
      else if (this.#command !== undefined) return this.#shutDown(proc, log, this.#command);
    }
  }

  async #startWorkers(proc: Process, log: (level: string, text: string) => Promise<void>): Promise<void> {
    const count = this.#config.workers || proc.machine.cpus;
    const uid = proc.uid === 0 && this.#config.user !== undefined ? (findUser(proc.files, this.#config.user) ?? 0) : proc.uid;
    while (this.#workers.length < count) {
      const config = this.#config;
      const listeners = [...this.#listeners.values()];
      const pid = proc.fork((child) => work(child, config, listeners), { argv: ['nginx: worker process'], uid, gid: proc.gid });
      this.#workers.push(pid);
      await log('notice', `start worker process ${pid}`);
    }
  }

  async #reload(proc: Process, log: (level: string, text: string) => Promise<void>): Promise<void> {
    this.#command = undefined;
    await log('notice', 'signal 1 (SIGHUP) received, reconfiguring');
    await log('notice', 'reconfiguring');
    try {
      this.#config = loadConfig(proc, this.#line);
      this.#listen();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return log('emerg', error.message);
    }
    const old = this.#workers;
    this.#workers = [];
    await log('notice', 'using the "epoll" event method');
    await log('notice', 'start worker processes');
    await this.#startWorkers(proc, log);
    for (const pid of old) signalIfThere(proc, pid, 'SIGQUIT');
  }

  async #shutDown(proc: Process, log: (level: string, text: string) => Promise<void>, how: 'stop' | 'quit'): Promise<number> {
    await log('notice', how === 'stop' ? 'signal 15 (SIGTERM) received, exiting' : 'signal 3 (SIGQUIT) received, shutting down');
    for (const listener of this.#listeners.values()) listener.close();
    for (const pid of this.#workers) signalIfThere(proc, pid, how === 'stop' ? 'SIGTERM' : 'SIGQUIT');
    for (const pid of this.#workers) {
      await waitForEnd(proc, pid);
      await log('notice', `signal 17 (SIGCHLD) received from ${pid}`);
      await log('notice', `worker process ${pid} exited with code 0`);
    }
    await log('notice', 'exit');
    if (proc.files.exists(this.#config.pidFile)) proc.files.unlink(this.#config.pidFile);
    return 0;
  }
}

function signalIfThere(proc: Process, pid: number, signal: 'SIGTERM' | 'SIGQUIT'): void {
  try {
    proc.kill(pid, signal);
  } catch (error) {
    if (!isSysError(error, 'ESRCH')) throw error;
  }
}

/** A worker: accepts on the shared listeners until it is told to end. */
async function work(proc: Process, config: NginxConfig, listeners: readonly Listener[]): Promise<number> {
  const log = logger(proc, config);
  const answerer = new Answerer(proc, config, log);
  const starts = new WeakMap<object, number>();
  const servers: HttpServer[] = listeners.map((listener) =>
    serveHttp(
      proc,
      listener,
      (request, socket) => {
        starts.set(request, proc.now());
        return answerer.answer(request, socket);
      },
      {
        badRequest: (socket) => answerer.badRequest(socket),
        sent: async (request, response, bodyBytes, socket) => {
          const found = answerer.locate(request, socket);
          if (!found) return;
          const context = { ...answerer.context(request, socket, found.server, found.location, request.target), status: response.status, bodyBytes, startMs: starts.get(request) ?? proc.now() };
          for (const { path, format } of found.location.settings.accessLogs) await appendLog(proc, path, `${expandVariables(format, context)}\n`);
        },
      },
    ),
  );
  let command: 'stop' | 'quit' | undefined;
  const obey = (how: 'stop' | 'quit') => (): void => {
    command = how;
    proc.interrupt();
  };
  proc.onSignal('SIGTERM', obey('stop'));
  proc.onSignal('SIGINT', 'ignore');
  proc.onSignal('SIGHUP', 'ignore');
  proc.onSignal('SIGQUIT', obey('quit'));
  while (command === undefined) {
    try {
      await proc.pause();
    } catch (error) {
      if (!isSysError(error, 'EINTR')) throw error;
    }
  }
  if ((command as string) === 'quit') {
    await log('notice', 'gracefully shutting down');
    for (const server of servers) server.stop();
    for (const server of servers) await server.finished();
  }
  await log('notice', 'exiting');
  await log('notice', 'exit');
  return 0;
}
