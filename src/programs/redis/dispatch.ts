import { ownEntry, tableOf } from '../../lib/table.ts';
import type { Client } from './client.ts';
import type { Command, CommandContext, CommandTable } from './command.ts';
import { CONNECTION_COMMANDS } from './commands/connection.ts';
import { HASH_COMMANDS } from './commands/hashes.ts';
import { KEY_COMMANDS } from './commands/keys.ts';
import { LIST_COMMANDS } from './commands/lists.ts';
import { PUBSUB_COMMANDS } from './commands/pubsub.ts';
import { SERVER_COMMANDS } from './commands/server.ts';
import { SET_COMMANDS } from './commands/sets.ts';
import { SORTED_SET_COMMANDS } from './commands/sorted-sets.ts';
import { STRING_COMMANDS } from './commands/strings.ts';
import { discard, TRANSACTION_COMMANDS, watchFailed } from './commands/transactions.ts';
import { NO_ARRAY, RedisError, type Reply } from './reply.ts';
import type { ServerState } from './server-state.ts';

/** What is written to the append-only file: a command and the database it is for. */
export interface Write {
  readonly db: number;
  readonly words: readonly string[];
}

interface Outcome {
  /** Undefined where the command replied itself or waits. */
  readonly reply: Reply | undefined;
  readonly writes: readonly Write[];
  /** Commands that ran, in their order, for MONITOR. */
  readonly ran?: readonly (readonly string[])[];
}

const COMMANDS: CommandTable = tableOf({
  ...STRING_COMMANDS,
  ...LIST_COMMANDS,
  ...HASH_COMMANDS,
  ...SET_COMMANDS,
  ...SORTED_SET_COMMANDS,
  ...KEY_COMMANDS,
  ...TRANSACTION_COMMANDS,
  ...PUBSUB_COMMANDS,
  ...CONNECTION_COMMANDS,
  ...SERVER_COMMANDS,
  exec: { arity: 1, unqueued: true, run: () => undefined },
  command: {
    arity: -1,
    run: ([what = '', ...names]) => {
      const all = Object.entries(COMMANDS);
      const chosen = names.length ? all.filter(([name]) => names.some((other) => other.toLowerCase() === name)) : all;
      switch (what.toLowerCase()) {
        case 'count':
          return all.length;
        case 'list':
          return all.map(([name]) => name);
        case 'docs':
          return [];
        case '':
        case 'info':
          return chosen.map(([name, { arity }]) => [name, arity, [], 1, 1, 1]);
        default:
          throw new RedisError(`ERR unknown subcommand '${what}'. Try COMMAND HELP.`);
      }
    },
  },
}); // prettier-ignore

/** Words of subcommands, with both names; as a command's `arity`. */
const SUB_ARITY: Readonly<Record<string, number>> = tableOf({
  'object|encoding': 3, 'object|freq': 3, 'object|idletime': 3, 'object|refcount': 3, 'config|get': -3, 'config|set': -4, 'config|resetstat': 2, 'config|rewrite': 2,
  'client|setname': 3, 'client|getname': 2, 'client|id': 2, 'client|list': -2, 'client|info': 2, 'client|kill': -3, 'client|setinfo': 4, 'memory|usage': -3,
  'pubsub|channels': -2, 'pubsub|numsub': -2, 'pubsub|numpat': 2, 'command|count': 2, 'acl|whoami': 2, 'acl|users': 2, 'acl|list': 2,
}); // prettier-ignore

const fits = (arity: number, words: readonly string[]): boolean =>
  arity >= 0 ? words.length === arity : words.length >= -arity;

/** Commands whose misses and hits INFO counts. */
const READS = new Set(['get', 'getex', 'hget', 'hgetall', 'hmget', 'lrange', 'lindex', 'llen', 'smembers', 'sismember', 'zrange', 'zscore', 'strlen', 'exists', 'ttl', 'type']); // prettier-ignore

function unknown(name: string, args: readonly string[]): string {
  let shown = '';
  for (const arg of args) {
    if (shown.length >= 128) break;
    shown += `'${arg.slice(0, 128 - shown.length)}' `;
  }
  return `ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${shown}`;
}

/** The command for these words. @throws RedisError */
function find(words: readonly string[]): Command {
  const [name = '', ...args] = words;
  const lower = name.toLowerCase();
  const command = ownEntry(COMMANDS, lower);
  if (!command) throw new RedisError(unknown(name, args).replace(/[\r\n]/g, ' '));
  const both = `${lower}|${(args[0] ?? '').toLowerCase()}`;
  const subArity = ownEntry(SUB_ARITY, both);
  if (!fits(command.arity, words))
    throw new RedisError(`ERR wrong number of arguments for '${lower}' command`);
  if (subArity !== undefined && !fits(subArity, words))
    throw new RedisError(`ERR wrong number of arguments for '${both}' command`);
  return command;
}

function contextOf(server: ServerState, client: Client): CommandContext {
  return { db: client.db, client, server, now: Math.floor(server.host.now()), propagate: undefined };
}

/** What a command that changed something leaves in the log. */
function writesOf(context: CommandContext, words: readonly string[], changes: number): Write[] {
  if (context.server.changes === changes) return [];
  return (context.propagate ?? [words]).map((each) => ({ db: context.db.index, words: each }));
}

function call(server: ServerState, client: Client, command: Command, words: readonly string[], mayWait: boolean): Outcome {
  const context = contextOf(server, client);
  const changes = server.changes;
  server.commands++;
  try {
    const key = words[1];
    if (key !== undefined && READS.has(words[0]?.toLowerCase() ?? '')) {
      if (context.db.has(key)) server.hits++;
      else server.misses++;
    }
    const result = command.run(words.slice(1), context);
    if (result !== null && typeof result === 'object' && 'waits' in result) {
      if (!mayWait) return { reply: result.waits.otherwise, writes: [] };
      client.waiting = result.waits;
      return { reply: undefined, writes: [] };
    }
    return { reply: result, writes: writesOf(context, words, changes) };
  } catch (error) {
    if (!(error instanceof RedisError)) throw error;
    return { reply: { error: error.message }, writes: writesOf(context, words, changes) };
  }
} // prettier-ignore

function execute(server: ServerState, client: Client): Outcome {
  const { queue } = client;
  if (!queue) return { reply: { error: 'ERR EXEC without MULTI' }, writes: [] };
  const stale = watchFailed(client);
  const failed = client.queueFailed;
  discard(client);
  if (failed)
    return { reply: { error: 'EXECABORT Transaction discarded because of previous errors.' }, writes: [] };
  if (stale) return { reply: NO_ARRAY, writes: [] };
  const outcomes = queue.map((words) => call(server, client, find(words), words, false));
  return {
    reply: outcomes.map(({ reply }) => reply ?? null),
    writes: outcomes.flatMap(({ writes }) => writes),
    ran: queue,
  };
}

const OPEN = new Set(['auth', 'hello', 'quit', 'reset']);

/** Runs a command of a client. @see Redis 7.4 processCommand */
export function runCommand(server: ServerState, client: Client, words: string[]): Outcome {
  const name = (words[0] ?? '').toLowerCase();
  client.lastCommand = name;
  let command: Command;
  try {
    command = find(words);
    if (!client.authenticated && !OPEN.has(name)) throw new RedisError('NOAUTH Authentication required.');
    if (client.subscriptions > 0 && !command.whileSubscribed)
      throw new RedisError(`ERR Can't execute '${name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context`); // prettier-ignore
  } catch (error) {
    if (!(error instanceof RedisError)) throw error;
    if (client.queue) client.queueFailed = true;
    return { reply: { error: error.message }, writes: [] };
  }
  if (client.queue && !command.unqueued) {
    client.queue.push(words);
    return { reply: { ok: 'QUEUED' }, writes: [] };
  }
  const outcome = name === 'exec' ? execute(server, client) : call(server, client, command, words, true);
  return { ...outcome, ran: [...(outcome.ran ?? []), words] };
}

/** Asks for a waiting client again. Undefined while there is nothing for it. */
export function retryWaiting(server: ServerState, client: Client): Outcome | undefined {
  const { waiting } = client;
  if (!waiting) return undefined;
  const context = contextOf(server, client);
  const changes = server.changes;
  let reply: Reply | undefined;
  try {
    reply = waiting.again(context);
  } catch (error) {
    if (!(error instanceof RedisError)) throw error;
    // A key that now holds something else does not end the wait.
    return undefined;
  }
  if (reply === undefined) return undefined;
  client.waiting = undefined;
  return { reply, writes: writesOf(context, [], changes) };
}

const UNSHOWN = new Set([
  'config',
  'slowlog',
  'bgsave',
  'save',
  'bgrewriteaof',
  'debug',
  'shutdown',
  'monitor',
  'quit',
]);

/** Whether MONITOR shows a command: those of administration it does not. */
export function isMonitored([name = '', sub = '']: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return !UNSHOWN.has(lower) && !(lower === 'client' && /^(list|kill)$/i.test(sub)) && !(lower === 'acl' && !/^whoami$/i.test(sub));
} // prettier-ignore

/** A line of MONITOR: when, which database, who, and the words quoted. */
export function monitorLine(client: Client, words: readonly string[], nowMs: number): string {
  const { address, port } = client.socket.remote;
  const isSecret = words[0]?.toLowerCase() === 'auth';
  const shown = words.map((word, at) => quoted(isSecret && at > 0 ? '(redacted)' : word)).join(' ');
  return `${(nowMs / 1000).toFixed(6)} [${client.db.index} ${address}:${port}] ${shown}`;
}

const NAMED: Readonly<Record<string, string>> = tableOf({ '\n': '\\n', '\r': '\\r', '\t': '\\t', '\x07': '\\a', '\b': '\\b', '"': '\\"', '\\': '\\\\' }); // prettier-ignore

/** A text in double quotes as Redis shows it: bytes that are not printable ASCII as `\xHH`. */
export function quoted(text: string): string {
  const body = text.replace(
    /[^ !#-[\]-~]/g,
    (char) => NAMED[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `"${body}"`;
}
