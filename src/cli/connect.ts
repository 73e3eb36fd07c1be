import type { EngineApi } from '../api/engine-api.ts';
import { isSysError } from '../kernel/errno.ts';
import type { Process } from '../kernel/process.ts';
import { CliError } from './cli-error.ts';
import { checkContext, DEFAULT_CONTEXT } from './context-store.ts';
import type { FlagValues } from './flags/flag.ts';

const DEFAULT_HOST = 'unix:///var/run/docker.sock';

/** Where the daemon is: --host, DOCKER_HOST, or the machine's own. A host without a scheme is one of TCP. */
export function daemonHost(proc: Process, globals?: FlagValues): string {
  const host = globals?.string('host') || proc.env.get('DOCKER_HOST') || DEFAULT_HOST;
  const [, scheme, rest = ''] = /^(?:(\w+):\/\/)?(.*)$/.exec(host) ?? [];
  if (scheme !== undefined && scheme !== 'tcp') return host;
  return `tcp://${rest}${/:\d+$/.test(rest) ? '' : ':2375'}`;
}

/** The context that names the daemon: --context, none where a host is told, DOCKER_CONTEXT. @see docker/cli v28.2.2 cli/command/cli.go resolveContextName */
export function currentContext(proc: Process, globals?: FlagValues): string {
  const wanted = globals?.string('context');
  if (wanted) return wanted;
  if (globals?.string('host') || proc.env.get('DOCKER_HOST')) return DEFAULT_CONTEXT;
  return proc.env.get('DOCKER_CONTEXT') || DEFAULT_CONTEXT;
}

/** @throws CliError where no daemon answers, or the context is not there */
export async function connect(proc: Process, globals?: FlagValues): Promise<EngineApi> {
  if (globals?.string('context') && globals.string('host'))
    throw new CliError('conflicting options: cannot specify both --host and --context');
  checkContext(proc, currentContext(proc, globals));
  const host = daemonHost(proc, globals);
  const path = /^unix:\/\/(.*)$/.exec(host)?.[1];
  try {
    const socket = path === undefined ? undefined : await proc.connectUnix(path);
    socket?.close();
    if (socket?.service) return refusingEmptyNames(socket.service as EngineApi);
  } catch (error) {
    if (isSysError(error, 'EACCES'))
      throw new CliError(`permission denied while trying to connect to the Docker daemon socket at ${host}`);
    if (!isSysError(error)) throw error;
  }
  throw new CliError(`Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`);
}

const KINDS = ['Container', 'Network', 'Volume'];

/** The daemon, which is not asked for what has no name. @see moby v28 client/utils.go trimID */
function refusingEmptyNames(api: EngineApi): EngineApi {
  return new Proxy(api, {
    get: (target, operation: string) => {
      const method: unknown = Reflect.get(target, operation);
      const kind = KINDS.find((one) => operation.startsWith(one));
      if (kind === undefined || typeof method !== 'function') return method;
      return (...values: unknown[]): unknown => {
        if (typeof values[0] === 'string' && values[0].trim() === '')
          throw new CliError(`invalid ${kind.toLowerCase()} name or ID: value is empty`);
        return Reflect.apply(method, target, values) as unknown;
      };
    },
  });
}
