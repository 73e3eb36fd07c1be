import type { Client } from '../client.ts';
import type { CommandContext, CommandTable } from '../command.ts';
import { integer, OK, RedisError, SYNTAX, type Reply } from '../reply.ts';
import { VERSION } from '../server-state.ts';

const NO_PASSWORD =
  'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?';
const WRONG_PASS = 'WRONGPASS invalid username-password pair or user is disabled.';

/** @throws RedisError */
function logIn(user: string, password: string, { client, server }: CommandContext): void {
  const wanted = server.settings.get('requirepass') ?? '';
  // The default user without a password takes any.
  if (user !== 'default' || (wanted !== '' && password !== wanted)) throw new RedisError(WRONG_PASS);
  client.authenticated = true;
}

function auth(words: readonly string[], context: CommandContext): Reply {
  if (words.length > 2) throw new RedisError(SYNTAX);
  const [first = '', second] = words;
  if (second === undefined && (context.server.settings.get('requirepass') ?? '') === '')
    throw new RedisError(NO_PASSWORD);
  if (second === undefined) logIn('default', first, context);
  else logIn(first, second, context);
  return OK;
}

function checkName(name: string): string {
  if (/[^!-~]/.test(name))
    throw new RedisError('ERR Client names cannot contain spaces, newlines or special characters.');
  return name;
}

/** Simplified: only RESP2 is spoken. */
function hello([version, ...words]: readonly string[], context: CommandContext): Reply {
  const { client } = context;
  if (version !== undefined && integer(version, 'ERR Protocol version is not an integer or out of range') !== 2)
    throw new RedisError('NOPROTO unsupported protocol version');
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.toUpperCase();
    if (word === 'AUTH' && at + 2 < words.length) logIn(words[++at] ?? '', words[++at] ?? '', context);
    else if (word === 'SETNAME' && at + 1 < words.length) client.name = checkName(words[++at] ?? '');
    else throw new RedisError(`ERR Syntax error in HELLO option '${words[at] ?? ''}'`);
  }
  if (!client.authenticated)
    throw new RedisError('NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the same time');
  return ['server', 'redis', 'version', VERSION, 'proto', 2, 'id', client.id, 'mode', 'standalone', 'role', 'master', 'modules', []];
} // prettier-ignore

/** A line of CLIENT LIST. Simplified: the sizes of buffers are those of an idle connection. */
export function describeClient(client: Client, now: number): string {
  const { remote, local } = client.socket;
  const flags = (client.monitors ? 'O' : '') + (client.subscriptions ? 'P' : '') + (client.queue ? 'x' : '') + (client.waiting ? 'b' : '') || 'N';
  const age = Math.floor((Math.max(now, client.lastMs) - client.connectedMs) / 1000);
  const idle = Math.floor((Math.max(now, client.lastMs) - client.lastMs) / 1000);
  return `id=${client.id} addr=${remote.address}:${remote.port} laddr=${local.address}:${local.port} fd=${client.id + 5} name=${client.name} age=${age} idle=${idle} flags=${flags} db=${client.db.index} sub=${client.channels.size} psub=${client.patterns.size} ssub=0 multi=${client.queue?.length ?? -1} watch=${client.watched.length} qbuf=26 qbuf-free=20448 argv-mem=10 multi-mem=0 rbs=1024 rbp=0 obl=0 oll=0 omem=0 tot-mem=22426 events=r cmd=${client.lastCommand} user=default redir=-1 resp=2 lib-name=${client.library.name} lib-ver=${client.library.version}`;
} // prettier-ignore

function kill(words: readonly string[], { server, client }: CommandContext): Reply {
  const [first = '', second] = words;
  const matches = (other: Client): boolean => {
    const address = `${other.socket.remote.address}:${other.socket.remote.port}`;
    if (second === undefined) return address === first;
    if (first.toUpperCase() === 'TYPE') return (second.toLowerCase() === 'pubsub') === other.subscriptions > 0;
    return first.toUpperCase() === 'ID' ? other.id === Number(second) : address === second;
  };
  const found = [...server.clients].filter((other) => matches(other) && (second === undefined || other !== client));
  for (const other of found) server.host.close(other);
  if (second !== undefined) return found.length;
  if (found.length === 0) throw new RedisError('ERR No such client');
  return OK;
} // prettier-ignore

function clientCommand([what = '', ...args]: readonly string[], context: CommandContext): Reply {
  const { client, server, now } = context;
  const [arg = '', value = ''] = args;
  switch (what.toLowerCase()) {
    case 'id':
      return client.id;
    case 'getname':
      return client.name || null;
    case 'setname':
      client.name = checkName(arg);
      return OK;
    case 'setinfo':
      if (!/^lib-(name|ver)$/i.test(arg)) throw new RedisError(`ERR Unrecognized option '${arg}'`);
      client.library = { ...client.library, [/name/i.test(arg) ? 'name' : 'version']: value };
      return OK;
    case 'info':
      return `${describeClient(client, now)}\n`;
    case 'list':
      return [...server.clients].map((other) => `${describeClient(other, now)}\n`).join('');
    case 'kill':
      return kill(args, context);
    case 'no-evict':
    case 'no-touch':
    case 'reply':
    case 'tracking':
      return OK;
    default:
      throw new RedisError(`ERR unknown subcommand '${what}'. Try CLIENT HELP.`);
  }
}

export const CONNECTION_COMMANDS: CommandTable = {
  ping: {
    arity: -1,
    whileSubscribed: true,
    run: ([text, more], { client }) => {
      if (more !== undefined) throw new RedisError("ERR wrong number of arguments for 'ping' command");
      return client.subscriptions > 0 ? ['pong', text ?? ''] : (text ?? { ok: 'PONG' });
    },
  },
  echo: { arity: 2, run: ([text = '']) => text },
  auth: { arity: -2, run: auth },
  hello: { arity: -1, run: hello },
  select: {
    arity: 2,
    run: ([index], { client, server }) => {
      client.db = server.database(index, 'ERR value is not an integer or out of range');
      return OK;
    },
  },
  quit: {
    arity: -1,
    unqueued: true,
    whileSubscribed: true,
    run: (_, { client }) => {
      client.closing = true;
      return OK;
    },
  },
  reset: {
    arity: 1,
    unqueued: true,
    whileSubscribed: true,
    run: (_, { client, server }) => {
      client.queue = undefined;
      client.queueFailed = client.monitors = false;
      client.watched.length = 0;
      client.channels.clear();
      client.patterns.clear();
      client.name = '';
      client.db = server.database('0');
      client.authenticated = (server.settings.get('requirepass') ?? '') === '';
      return { ok: 'RESET' };
    },
  },
  client: { arity: -2, run: clientCommand },
};
