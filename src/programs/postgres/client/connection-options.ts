import type { Process } from '../../../kernel/process.ts';
import { findUserName } from '../../support/users.ts';
import type { ConnectionOptions } from './connection.ts';

/** What a command line says of where to connect. */
export interface GivenOptions {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly user?: string | undefined;
  /** A name, `key=value` words, or a URI. */
  readonly database?: string | undefined;
  readonly password?: string | undefined;
}

/** The folder of the socket, where Debian and Alpine have it. */
const SOCKET_FOLDER = '/var/run/postgresql';

/** What was given, the environment, and the rest as libpq has it. @see libpq, "Connection Strings", "Environment Variables" */
export function resolveOptions(
  proc: Process,
  given: GivenOptions,
  applicationName: string,
): ConnectionOptions {
  const text = parseConnectionString(given.database ?? '');
  const value = (name: string, ...more: (string | undefined)[]): string | undefined =>
    [text.get(name), ...more].find((candidate) => candidate !== undefined && candidate !== '');
  const env = (name: string): string | undefined => proc.env.get(name);
  const user =
    value('user', given.user, env('PGUSER')) ?? findUserName(proc.files, proc.uid) ?? String(proc.uid);
  return {
    host: value('host', given.host, env('PGHOST')) ?? SOCKET_FOLDER,
    port: Number(value('port', given.port, env('PGPORT')) ?? 5432),
    user,
    database: value('dbname', env('PGDATABASE')) ?? user,
    password:
      value('password', given.password, env('PGPASSWORD')) ?? passwordFromFile(proc, text, given, user),
    applicationName: env('PGAPPNAME') ?? applicationName,
  };
}

/** `dbname` → name, `key=value …` or `postgresql://user:password@host:port/dbname?key=value` as keys. */
export function parseConnectionString(text: string): ReadonlyMap<string, string> {
  const uri =
    /^postgres(?:ql)?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^:/?]*)(?::(\d*))?(?:\/([^?]*))?(?:\?(.*))?$/.exec(
      text,
    );
  const found = new Map<string, string>();
  if (uri) {
    const [, user, password, host, port, dbname, query] = uri;
    for (const [name, value] of Object.entries({ user, password, host, port, dbname }))
      if (value) found.set(name, decodePart(value));
    for (const pair of query?.split('&') ?? []) {
      const [name = '', value = ''] = pair.split('=');
      found.set(name, decodePart(value));
    }
  } else if (text.includes('=')) {
    for (const [, name = '', quoted, plain] of text.matchAll(/(\w+)\s*=\s*(?:'((?:\\[^]|[^'\\])*)'|(\S*))/g))
      found.set(name, (quoted ?? plain ?? '').replace(/\\(.)/g, '$1'));
  } else if (text !== '') found.set('dbname', text);
  return found;
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** ~/.pgpass: host:port:database:user:password, where `*` is any. Simplified: without escapes. */
function passwordFromFile(
  proc: Process,
  text: ReadonlyMap<string, string>,
  given: GivenOptions,
  user: string,
): string | undefined {
  const path = proc.env.get('PGPASSFILE') ?? `${proc.env.get('HOME') ?? ''}/.pgpass`;
  const stat = proc.files.statIfAny(path);
  if (stat?.type !== 'file' || (stat.mode & 0o077) !== 0 || !proc.files.access(path, 4)) return undefined;
  const host = text.get('host') ?? given.host ?? proc.env.get('PGHOST') ?? 'localhost';
  const wanted = [
    host,
    text.get('port') ?? given.port ?? proc.env.get('PGPORT') ?? '5432',
    text.get('dbname') ?? user,
    user,
  ];
  for (const line of proc.files.readText(path).split('\n')) {
    const parts = line.split(':');
    if (parts.length >= 5 && wanted.every((part, at) => parts[at] === '*' || parts[at] === part))
      return parts.slice(4).join(':');
  }
  return undefined;
}
