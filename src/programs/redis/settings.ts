import { tableOf } from '../../lib/table.ts';
import type { Process } from '../../kernel/process.ts';
import { splitLine } from './split-line.ts';

const DEFAULTS: readonly (readonly [name: string, value: string])[] = [
  ['port', '6379'], ['bind', '* -::*'], ['dir', ''], ['appendonly', 'no'], ['appendfilename', 'appendonly.aof'], ['appenddirname', 'appendonlydir'],
  ['appendfsync', 'everysec'], ['save', '3600 1 300 100 60 10000'], ['dbfilename', 'dump.rdb'], ['maxmemory', '0'], ['maxmemory-policy', 'noeviction'],
  ['requirepass', ''], ['databases', '16'], ['timeout', '0'], ['tcp-keepalive', '300'], ['loglevel', 'notice'], ['logfile', ''], ['maxclients', '10000'],
  ['protected-mode', 'yes'],
  ['enable-debug-command', 'no'], ['daemonize', 'no'], ['notify-keyspace-events', ''], ['slowlog-log-slower-than', '10000'], ['slowlog-max-len', '128'],
  ['hz', '10'], ['lazyfree-lazy-eviction', 'no'], ['proto-max-bulk-len', '536870912'], ['rdbcompression', 'yes'], ['rdbchecksum', 'yes'],
  ['stop-writes-on-bgsave-error', 'yes'], ['tcp-backlog', '511'], ['list-max-listpack-size', '-2'], ['hash-max-listpack-entries', '128'],
  ['hash-max-listpack-value', '64'], ['set-max-intset-entries', '512'], ['zset-max-listpack-entries', '128'], ['auto-aof-rewrite-percentage', '100'],
  ['auto-aof-rewrite-min-size', '67108864'], ['unixsocket', ''], ['cluster-enabled', 'no'], ['masterauth', ''], ['replicaof', ''], ['lua-time-limit', '5000'],
]; // prettier-ignore

/** Names that CONFIG SET refuses. */
export const FIXED = new Set(['databases', 'daemonize', 'unixsocket', 'tcp-backlog', 'cluster-enabled', 'logfile', 'appendfilename', 'appenddirname', 'enable-debug-command']); // prettier-ignore
const BOOLEANS = new Set(['appendonly', 'protected-mode', 'rdbcompression', 'rdbchecksum', 'stop-writes-on-bgsave-error', 'lazyfree-lazy-eviction', 'daemonize']); // prettier-ignore
const NUMBERS = new Set([
  'port',
  'timeout',
  'tcp-keepalive',
  'maxclients',
  'hz',
  'slowlog-max-len',
  'databases',
]);
const CHOICES: Readonly<Record<string, readonly string[]>> = tableOf({
  'maxmemory-policy': ['volatile-lru', 'volatile-lfu', 'volatile-random', 'volatile-ttl', 'allkeys-lru', 'allkeys-lfu', 'allkeys-random', 'noeviction'],
  appendfsync: ['everysec', 'always', 'no'],
  loglevel: ['debug', 'verbose', 'notice', 'warning', 'nothing'],
}); // prettier-ignore

export type Settings = Map<string, string>;

/** What the server was started with, or a complaint of three lines: the file's line or the option, and why. */
export type SettingsResult = { readonly settings: Settings } | { readonly complaint: string };

/** `100mb` in bytes; undefined where it is no amount. */
function memoryBytes(text: string): number | undefined {
  const match = /^(\d+)(b|k|kb|m|mb|g|gb)?$/i.exec(text);
  if (!match) return undefined;
  const unit = { k: 1000, kb: 1024, m: 1e6, mb: 1024 ** 2, g: 1e9, gb: 1024 ** 3 }[(match[2] ?? '').toLowerCase()];
  return Number(match[1]) * (unit ?? 1);
} // prettier-ignore

/** Puts a setting, or tells what is wrong with its value. */
export function putSetting(settings: Settings, name: string, value: string): string | undefined {
  if (name === 'maxmemory' || name === 'auto-aof-rewrite-min-size') {
    const bytes = memoryBytes(value);
    if (bytes === undefined) return 'argument must be a memory value';
    settings.set(name, String(bytes));
    return undefined;
  }
  if (BOOLEANS.has(name) && !/^(yes|no)$/i.test(value)) return "argument must be 'yes' or 'no'";
  if (NUMBERS.has(name) && !/^\d+$/.test(value)) return "argument couldn't be parsed into an integer";
  if (CHOICES[name] && !CHOICES[name].includes(value.toLowerCase()))
    return `argument(s) must be one of the following: ${CHOICES[name].join(', ')}`;
  if (name === 'save' && value !== '' && !/^\d+ \d+( \d+ \d+)*$/.test(value)) return 'Invalid save parameters';
  settings.set(name, BOOLEANS.has(name) ? value.toLowerCase() : value);
  return undefined;
} // prettier-ignore

/** Settings of a configuration file and of `--name value` words. */
export function readSettings(proc: Process, words: readonly string[]): SettingsResult {
  const settings: Settings = new Map(DEFAULTS);
  settings.set('dir', proc.files.cwd);
  const lines: string[] = [];
  const [file] = words;
  if (file !== undefined && !file.startsWith('-')) {
    if (!proc.files.exists(file))
      return { complaint: `Fatal error, can't open config file '${file}': No such file or directory` };
    lines.push(...proc.files.readText(file).split('\n'));
  }
  for (let at = 0; at < words.length; at++) {
    const name = words[at] ?? '';
    if (!name.startsWith('--')) continue;
    const values: string[] = [];
    while (at + 1 < words.length && !words[at + 1]?.startsWith('--')) values.push(words[++at] ?? '');
    lines.push(`${name.slice(2)} ${values.map((value) => (value === '' ? '""' : /[\s"']/.test(value) && values.length === 1 && name !== '--save' ? `"${value}"` : value)).join(' ')}`); // prettier-ignore
  }
  let savesSeen = false;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const complain = (why: string): SettingsResult => ({
      complaint: `\n*** FATAL CONFIG FILE ERROR (Redis ${'7.4.7'}) ***\nReading the configuration file, at line ${index + 1}\n>>> '${line}'\n${why}`,
    });
    const [name = '', ...values] = splitLine(line) ?? [];
    const lower = name.toLowerCase();
    if (lower === 'include' || lower === 'user' || lower === 'rename-command' || lower === 'loadmodule') continue;
    if (!settings.has(lower)) return complain('Bad directive or wrong number of arguments');
    let value = values.join(' ');
    // Several lines of rules add up; the first takes the place of the default.
    if (lower === 'save' && savesSeen && value !== '') value = `${settings.get('save') ?? ''} ${value}`.trim();
    savesSeen ||= lower === 'save';
    const wrong = putSetting(settings, lower, value);
    if (wrong !== undefined) return complain(wrong);
  }
  return { settings };
} // prettier-ignore

/** Rules of `save`: so many seconds, so many changes. */
export function saveRules(settings: Settings): { readonly seconds: number; readonly changes: number }[] {
  const numbers = (settings.get('save') ?? '').split(' ').filter(Boolean).map(Number);
  return numbers.flatMap((seconds, at) => (at % 2 === 0 ? [{ seconds, changes: numbers[at + 1] ?? 1 }] : []));
}
