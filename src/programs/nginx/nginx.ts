import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { strftime } from '../support/strftime.ts';
import { Balancer } from './balancer.ts';
import { parseCommandLine } from './command-line.ts';
import { loadConfig } from './load-config.ts';
import { compilerOf, Master, titleOf } from './master.ts';
import { nginxVersion } from './pages.ts';
import { ConfigError } from './parse-config.ts';

/** Arguments of masters that go by their title. */
const retitled = new WeakMap<Process, readonly string[]>();

/** nginx: a web server and proxy with a master and worker processes. @see nginx 1.29 */
export const nginx: Program = async (proc) => {
  const words = retitled.get(proc) ?? proc.argv.slice(1);
  if (words[0] === '-v') return say(proc, `nginx version: nginx/${nginxVersion(proc)}\n`, 0);
  if (words[0] === '-V')
    return say(
      proc,
      `nginx version: nginx/${nginxVersion(proc)}\nbuilt by ${compilerOf(proc)} \nTLS SNI support disabled\nconfigure arguments: --prefix=/etc/nginx --sbin-path=/usr/sbin/nginx --conf-path=/etc/nginx/nginx.conf\n`,
      0,
    );
  const line = parseCommandLine(words);
  if (typeof line === 'string') return say(proc, `nginx: ${line}\n`, 1);
  try {
    const config = loadConfig(proc, line);
    if (line.signal !== undefined) return await sendSignal(proc, line.signal, config.pidFile);
    const balancer = new Balancer();
    await balancer.load(proc.network, config.upstreams);
    if (!retitled.has(proc)) {
      for (const warning of config.warnings)
        await proc.err(
          line.test
            ? `nginx: [warn] ${warning}\n`
            : `${logLine(proc, 'warn', warning)}nginx: [warn] ${warning}\n`,
        );
      for (const name of config.unsimulated)
        proc.notice(`nginx: ${name} is not simulated and has no effect.`);
    }
    if (line.test) {
      await proc.err(
        line.quiet
          ? ''
          : `nginx: the configuration file ${line.config} syntax is ok\nnginx: configuration file ${line.config} test is successful\n`,
      );
      if (line.dump)
        await proc.out(`# configuration file ${line.config}:\n${proc.files.readText(line.config)}`);
      return 0;
    }
    if (!config.daemon && !retitled.has(proc) && proc.files.exists('/proc/self/exe')) {
      // Overwriting its own arguments is what the real master does; here it executes itself with them.
      retitled.set(proc, words);
      return await proc.exec('/proc/self/exe', [titleOf(proc.argv)]);
    }
    return await new Master(proc, line, config, balancer).run();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const failed = line.test ? `nginx: configuration file ${line.config} test failed\n` : '';
    return say(proc, `${logLine(proc, 'emerg', error.message)}nginx: [emerg] ${error.message}\n${failed}`, 1);
  }
};

async function say(proc: Process, text: string, status: number): Promise<number> {
  await proc.err(text);
  return status;
}

/** The line for the error log; the image links that to stderr. */
function logLine(proc: Process, level: string, message: string): string {
  return `${strftime('%Y/%m/%d %H:%M:%S', proc.now())} [${level}] ${proc.pid}#${proc.pid}: ${message}\n`;
}

async function sendSignal(proc: Process, name: string, pidFile: string): Promise<number> {
  const pid = proc.files.exists(pidFile) ? Number(proc.files.readText(pidFile).trim()) : 0;
  if (!(pid > 0)) {
    const text = proc.files.exists(pidFile)
      ? `invalid PID number "" in "${pidFile}"`
      : `open() "${pidFile}" failed (2: No such file or directory)`;
    return say(proc, `nginx: [error] ${text}\n`, 1);
  }
  const signal = ({ stop: 'SIGTERM', quit: 'SIGQUIT', reopen: 'SIGUSR1', reload: 'SIGHUP' } as const)[
    name as 'stop'
  ];
  await proc.err(
    `${strftime('%Y/%m/%d %H:%M:%S', proc.now())} [notice] ${proc.pid}#${proc.pid}: signal process started\n`,
  );
  try {
    proc.kill(pid, signal);
    return 0;
  } catch (error) {
    if (!isSysError(error)) throw error;
    return say(
      proc,
      `nginx: [alert] kill(${pid}, ${name === 'reload' ? 1 : 15}) failed (3: ${error.message})\n`,
      1,
    );
  }
}
