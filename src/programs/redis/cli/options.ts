import { fromBytes } from '../resp.ts';
import { toBytes } from '../../../lib/bytes.ts';

/** What redis-cli was asked for. */
export interface CliOptions {
  host: string;
  port: number;
  db: number;
  user: string | undefined;
  password: string | undefined;
  /** Undefined: as the output is a terminal or not. */
  format: 'raw' | 'pretty' | 'csv' | undefined;
  repeat: number;
  intervalMs: number;
  readsLast: boolean;
  failsOnError: boolean;
  warns: boolean;
  mode: 'commands' | 'scan' | 'stat' | 'version' | 'help';
  pattern: string | undefined;
  count: string | undefined;
  type: string | undefined;
  words: readonly string[];
}

/** Text of the command line as bytes, one character each. */
export function bytesOf(text: string): string {
  return fromBytes(toBytes(text));
}

/** A redis:// address put into options; a complaint where it is none. */
function readAddress(address: string, options: CliOptions): string | undefined {
  const match = /^rediss?:\/\/(?:([^@]*)@)?([^:/]*)(?::(\d+))?(?:\/(.*))?$/.exec(address);
  if (!match) return 'Invalid URI scheme';
  const [, who, host, port, db] = match;
  if (who !== undefined) {
    const [first = '', ...rest] = who.split(':').map(decodeURIComponent);
    options.user = rest.length > 0 ? first || undefined : undefined;
    options.password = rest.length > 0 ? rest.join(':') : first;
  }
  if (host) options.host = host;
  if (port) options.port = Number(port);
  if (db) options.db = Number(db);
  return undefined;
}

/** @returns options, or a complaint */
export function parseCli(argv: readonly string[], env: ReadonlyMap<string, string>): CliOptions | string {
  const options: CliOptions = {
    host: '127.0.0.1', port: 6379, db: 0, user: undefined, password: env.get('REDISCLI_AUTH'), format: undefined, repeat: 1, intervalMs: 0, readsLast: false,
    failsOnError: false, warns: false, mode: 'commands', pattern: undefined, count: undefined, type: undefined, words: [],
  };
  const words = argv.slice(1);
  const valued: Readonly<Record<string, (value: string) => string | undefined | void>> = {
    '-h': (value) => void (options.host = value),
    '-p': (value) => (/^\d+$/.test(value) && Number(value) < 65536 ? void (options.port = Number(value)) : 'Invalid server port.'),
    '-n': (value) => void (options.db = Number(value)),
    '-a': (value) => { options.password = value; options.warns = true; },
    '--pass': (value) => { options.password = value; options.warns = true; },
    '--user': (value) => void (options.user = value),
    '-u': (value) => { options.warns = value.includes('@'); return readAddress(value, options); },
    '-r': (value) => void (options.repeat = Number(value)),
    '-i': (value) => void (options.intervalMs = Number(value) * 1000),
    '--pattern': (value) => void (options.pattern = value),
    '--count': (value) => void (options.count = value),
    '--type': (value) => void (options.type = value),
  };
  const flags: Readonly<Record<string, () => void>> = {
    '--raw': () => (options.format = 'raw'),
    '--no-raw': () => (options.format = 'pretty'),
    '--csv': () => (options.format = 'csv'),
    '-x': () => (options.readsLast = true),
    '-e': () => (options.failsOnError = true),
    '-2': () => undefined,
    '--no-auth-warning': () => (options.warns = false),
    '--scan': () => (options.mode = 'scan'),
    '--stat': () => (options.mode = 'stat'),
    '--version': () => (options.mode = 'version'),
    '-v': () => (options.mode = 'version'),
    '--help': () => (options.mode = 'help'),
  };
  let quiet = false;
  while (words[0]?.startsWith('-') && words[0] !== '-') {
    const option = words.shift() ?? '';
    const value = valued[option];
    if (value && words.length > 0) {
      const wrong = value(words.shift() ?? '');
      if (typeof wrong === 'string') return wrong;
    } else if (Object.hasOwn(flags, option)) flags[option]?.();
    else return `Unrecognized option or bad number of args for: '${option}'`;
    quiet ||= option === '--no-auth-warning';
  }
  if (quiet) options.warns = false;
  options.words = words.map(bytesOf);
  return options;
} // prettier-ignore
