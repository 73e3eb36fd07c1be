import type { EngineApi } from '../api/engine-api.ts';
import { isSysError } from '../kernel/errno.ts';
import type { Process } from '../kernel/process.ts';
import { CliError } from './cli-error.ts';

const DEFAULT_HOST = 'unix:///var/run/docker.sock';

/** The daemon at DOCKER_HOST, or the machine's own. @throws CliError */
export async function connect(proc: Process): Promise<EngineApi> {
  const host = proc.env.get('DOCKER_HOST') || DEFAULT_HOST;
  const path = /^unix:\/\/(.*)$/.exec(host)?.[1];
  try {
    const socket = path === undefined ? undefined : await proc.connectUnix(path);
    if (socket?.service) return socket.service as EngineApi;
  } catch (error) {
    if (isSysError(error, 'EACCES'))
      throw new CliError(`permission denied while trying to connect to the Docker daemon socket at ${host}`);
    if (!isSysError(error)) throw error;
  }
  throw new CliError(`Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`);
}
