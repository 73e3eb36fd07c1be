import type { RegistryCredentials } from '../../../api/registry.ts';
import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { decodeBase64 } from '../../../lib/base64.ts';
import { toText } from '../../../lib/bytes.ts';

/** What a login without a server is for. */
export const HUB_SERVER = 'https://index.docker.io/v1/';

interface ConfigFile {
  auths?: Record<string, { auth?: string }>;
  [other: string]: unknown;
}

/** Where the client keeps its configuration. */
export function configPath(proc: Process): string {
  return `${proc.env.get('HOME') ?? '/root'}/.docker/config.json`;
}

/** The key of a server in the configuration: its name without scheme and path. @see docker/cli v28.2.2 cli/command/registry.go */
export function serverKey(server: string | undefined): string {
  if (!server || server === 'docker.io' || server === 'registry-1.docker.io') return HUB_SERVER;
  return server.replace(/^https?:\/\//, '').split('/')[0] ?? server;
}

/** Keeps a login as it is, encoded but not encrypted; undefined forgets it. */
export function storeLogin(proc: Process, server: string, auth: string | undefined): void {
  const config = readConfig(proc);
  const auths = Object.fromEntries(Object.entries(config.auths ?? {}).filter(([name]) => name !== server));
  if (auth !== undefined) auths[server] = { auth };
  const path = configPath(proc);
  proc.files.mkdirAll(path.slice(0, path.lastIndexOf('/')), 0o700);
  proc.files.writeFile(path, `${JSON.stringify({ ...config, auths }, null, '\t')}\n`, { mode: 0o600 });
}

/** The login that is kept for an image's registry, as options of a call. */
export function authFor(proc: Process, domain: string): { auth?: RegistryCredentials } {
  const login = readLogin(readConfig(proc).auths?.[serverKey(domain)]?.auth);
  return login ? { auth: login } : {};
}

/** Every login that is kept, by the registry it is for. */
export function allLogins(proc: Process): Record<string, RegistryCredentials> {
  const entries = Object.entries(readConfig(proc).auths ?? {}).flatMap(([server, { auth }]) => {
    const login = readLogin(auth);
    return login ? [[server === HUB_SERVER ? 'docker.io' : server, login] as const] : [];
  });
  return Object.fromEntries(entries);
}

function readLogin(auth: string | undefined): RegistryCredentials | undefined {
  const [, username, password] = /^([^:]*):(.*)$/s.exec(toText(decodeBase64(auth ?? '').bytes)) ?? [];
  return username && password ? { username, password } : undefined;
}

function readConfig(proc: Process): ConfigFile {
  try {
    return JSON.parse(proc.files.readText(configPath(proc))) as ConfigFile;
  } catch (error) {
    if (isSysError(error) || error instanceof SyntaxError) return {};
    throw error;
  }
}
