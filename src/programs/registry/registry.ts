import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { toBytes } from '../../lib/bytes.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpResponse } from '../http/http-message.ts';
import { serveHttp } from '../http/serve-http.ts';
import { mayEnter } from './access.ts';
import { answerRegistry, type RegistryContext } from './answer.ts';
import { RegistryError } from './registry-error.ts';
import { newUuid, RegistryLog } from './registry-log.ts';
import { ConfigurationError, readSettings, type RegistrySettings } from './settings.ts';
import { RegistryStorage } from './storage.ts';

const VERSION = '2.8.3';
const GO_VERSION = 'go1.20.8';

const USAGE = `\`registry\`

Usage:
  registry [flags]
  registry [command]

Available Commands:
  serve           \`serve\` stores and distributes Docker images
  help            Help about any command

Flags:
  -h, --help      help for registry
  -v, --version   show the version and exit

Use "registry [command] --help" for more information about a command.
`;

/** registry serve CONFIG: keeps images and hands them out, over HTTP. @see distribution 2.8, cmd/registry */
export const registry: Program = async (proc) => {
  const [command, path] = proc.argv.slice(1);
  if (command === '--version' || command === '-v') {
    await proc.out(`registry github.com/docker/distribution ${VERSION}\n`);
    return 0;
  }
  if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
    await proc.out(USAGE);
    return 0;
  }
  if (command !== 'serve') {
    await proc.err(`Error: unknown command "${command}" for "registry"\nRun 'registry --help' for usage.\n`);
    return 1;
  }
  const settings = await loadSettings(proc, path ?? proc.env.get('REGISTRY_CONFIGURATION_PATH'));
  return settings ? serve(proc, settings) : 1;
};

/** @returns undefined where there is nothing to begin with; the reason was printed */
async function loadSettings(proc: Process, path: string | undefined): Promise<RegistrySettings | undefined> {
  try {
    if (path === undefined) throw new ConfigurationError('configuration path unspecified');
    return readSettings(proc.files.readText(path), proc.env);
  } catch (error) {
    if (isSysError(error))
      await proc.err(`configuration error: open ${path}: ${error.message.toLowerCase()}\n`);
    else if (error instanceof ConfigurationError)
      await proc.err(
        path === undefined
          ? `configuration error: ${error.message}\n`
          : `configuration error: error parsing ${path}: ${error.message}\n`,
      );
    else throw error;
    await proc.err('Usage: \n  registry serve <config> [flags]\nFlags:\n  -h, --help   help for serve\n\n');
    return undefined;
  }
}

async function serve(proc: Process, settings: RegistrySettings): Promise<number> {
  for (const what of settings.unsupported)
    proc.notice(`The registry's configuration asks for ${what}, which is not simulated.`);
  const log = new RegistryLog(proc, VERSION, GO_VERSION);
  if (!settings.hasSecret)
    await log.write(
      'warning',
      'No HTTP secret provided - generated random secret. This may cause problems with uploads if multiple registries are behind a load-balancer. To provide a shared secret, fill in http.secret in the configuration file or set the REGISTRY_HTTP_SECRET environment variable.',
    );
  await log.write('info', 'redis not configured');
  await log.write('info', 'using inmemory blob descriptor cache');
  try {
    const listener = proc.network.listen(settings.host, settings.port);
    const context: RegistryContext = {
      storage: new RegistryStorage(proc.files, settings.rootDirectory),
      deletes: settings.deletes,
      newId: () => newUuid(proc),
    };
    const host = settings.host === '0.0.0.0' ? '[::]' : settings.host;
    await log.write('info', `listening on ${host}:${settings.port}`);
    serveHttp(
      proc,
      listener,
      (request) => {
        const { passwords } = settings;
        if (passwords && !mayEnter(request, proc.files, passwords.path)) return unauthorized(passwords.realm);
        return answerRegistry(request, context);
      },
      {
        sent: (request, response, bytes, { remote }) =>
          log.request(request, response, bytes, `${remote.address}:${remote.port}`),
      },
    );
  } catch (error) {
    if (!isSysError(error)) throw error;
    await log.write(
      'fatal',
      `listen tcp ${settings.host === '0.0.0.0' ? '' : settings.host}:${settings.port}: bind: ${error.message.toLowerCase()}`,
    );
    return 1;
  }
  return untilStopped(proc, log);
}

/** Go's default is to end at once, SIGTERM is waited for. */
async function untilStopped(proc: Process, log: RegistryLog): Promise<number> {
  let stopped = false;
  proc.onSignal('SIGTERM', () => {
    stopped = true;
    proc.interrupt();
  });
  while (!stopped) {
    try {
      await proc.sleep(3_600_000);
    } catch (error) {
      if (!isSysError(error, 'EINTR')) throw error;
    }
  }
  await log.write('info', 'stopping server gracefully. Draining connections for 0s');
  return 0;
}

function unauthorized(realm: string): HttpResponse {
  return {
    status: 401,
    headers: new HttpHeaders([
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Docker-Distribution-Api-Version', 'registry/2.0'],
      ['Www-Authenticate', `Basic realm="${realm}"`],
      ['X-Content-Type-Options', 'nosniff'],
    ]),
    body: toBytes(new RegistryError('UNAUTHORIZED', null).body),
  };
}
