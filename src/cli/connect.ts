import type { EngineApi } from '../api/engine-api.ts';
import { isSysError } from '../kernel/errno.ts';
import type { Process } from '../kernel/process.ts';
import { CliError } from './cli-error.ts';
import { checkContext } from './context-store.ts';
import type { FlagValues } from './flags/flag.ts';

const DEFAULT_HOST = 'unix:///var/run/docker.sock';

/** Where the daemon is: --host, DOCKER_HOST, or the machine's own. */
export function daemonHost(proc: Process, globals?: FlagValues): string {
  return globals?.string('host') || proc.env.get('DOCKER_HOST') || DEFAULT_HOST;
}

/** @throws CliError where no daemon answers, or the context is not there */
export async function connect(proc: Process, globals?: FlagValues): Promise<EngineApi> {
  const context = globals?.string('context');
  if (context !== undefined) checkContext(proc, context);
  const host = daemonHost(proc, globals);
  const path = /^unix:\/\/(.*)$/.exec(host)?.[1];
  try {
    const socket = path === undefined ? undefined : await proc.connectUnix(path);
    socket?.close();
    if (socket?.service) return socket.service as EngineApi;
  } catch (error) {
    if (isSysError(error, 'EACCES'))
      throw new CliError(`permission denied while trying to connect to the Docker daemon socket at ${host}`);
    if (!isSysError(error)) throw error;
  }
  throw new CliError(`Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`);
}
