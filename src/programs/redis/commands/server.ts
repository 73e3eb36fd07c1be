import { nameMatcher } from '../../files/find/name-matcher.ts';
import type { CommandContext, CommandTable } from '../command.ts';
import { infoText, memoryOf } from '../info.ts';
import { float, OK, RedisError, SYNTAX, type Reply } from '../reply.ts';
import { FIXED, putSetting } from '../settings.ts';
import type { Database } from '../store.ts';

function configGet(patterns: readonly string[], { server }: CommandContext): Reply {
  const tests = patterns.map((pattern) => nameMatcher(pattern.toLowerCase(), false));
  return [...server.settings].filter(([name]) => tests.some((test) => test(name))).flat();
}

function configSet(pairs: readonly string[], { server }: CommandContext): Reply {
  if (pairs.length === 0 || pairs.length % 2 !== 0)
    throw new RedisError("ERR wrong number of arguments for 'config|set' command");
  const appended = server.appends;
  for (let at = 0; at < pairs.length; at += 2) {
    const name = pairs[at] ?? '';
    const lower = name.toLowerCase();
    if (!server.settings.has(lower))
      throw new RedisError(`ERR Unknown option or number of arguments for CONFIG SET - '${name}'`);
    const wrong = FIXED.has(lower) ? "can't set immutable config" : putSetting(server.settings, lower, pairs[at + 1] ?? ''); // prettier-ignore
    if (wrong !== undefined)
      throw new RedisError(`ERR CONFIG SET failed (possibly related to argument '${name}') - ${wrong}`);
  }
  if (!appended && server.appends) server.host.rewriteLog();
  return OK;
}

function config([what = '', ...args]: readonly string[], context: CommandContext): Reply {
  switch (what.toLowerCase()) {
    case 'get':
      return configGet(args, context);
    case 'set':
      return configSet(args, context);
    case 'resetstat':
      context.server.commands = context.server.connections = 0;
      context.server.hits = context.server.misses = 0;
      return OK;
    case 'rewrite':
      throw new RedisError('ERR The server is running without a config file');
    default:
      throw new RedisError(`ERR unknown subcommand '${what}'. Try CONFIG HELP.`);
  }
}

function flush(databases: readonly Database[], option: string | undefined): Reply {
  if (option !== undefined && !/^(a?sync)$/i.test(option)) throw new RedisError(SYNTAX);
  for (const database of databases) database.clear();
  return OK;
}

const NO_DEBUG =
  'ERR DEBUG command not allowed. If the enable-debug-command option is set to "local", you can run it from a local connection, otherwise you need to set this option in the configuration file, and then restart the server.';

function debug([what = '', arg]: readonly string[], { server }: CommandContext): Reply {
  if (server.settings.get('enable-debug-command') === 'no') throw new RedisError(NO_DEBUG);
  switch (what.toLowerCase()) {
    case 'sleep':
      server.host.stall(float(arg));
      return OK;
    default:
      throw new RedisError(`ERR unknown subcommand '${what}'. Try DEBUG HELP.`);
  }
}

function memory([what = '', key = '']: readonly string[], { db }: CommandContext): Reply {
  switch (what.toLowerCase()) {
    case 'usage': {
      const value = db.get(key);
      return value ? memoryOf(key, value) : null;
    }
    default:
      throw new RedisError(`ERR unknown subcommand '${what}'. Try MEMORY HELP.`);
  }
} // prettier-ignore

function shutDown(words: readonly string[], { server }: CommandContext): undefined {
  const flags = words.map((word) => word.toUpperCase());
  if (!flags.every((word) => ['SAVE', 'NOSAVE', 'NOW', 'FORCE'].includes(word)) || (flags.includes('SAVE') && flags.includes('NOSAVE')))
    throw new RedisError(SYNTAX);
  server.host.shutDown(flags.includes('SAVE') ? true : flags.includes('NOSAVE') ? false : undefined);
} // prettier-ignore

function acl([what = '']: readonly string[]): Reply {
  switch (what.toLowerCase()) {
    case 'whoami':
      return 'default';
    case 'users':
      return ['default'];
    case 'list':
      return ['user default on nopass sanitize-payload ~* &* +@all'];
    default:
      throw new RedisError(`ERR unknown subcommand '${what}'. Try ACL HELP.`);
  }
}

export const SERVER_COMMANDS: CommandTable = {
  info: { arity: -1, run: (names, { server }) => infoText(server, names) },
  config: { arity: -2, run: config },
  dbsize: { arity: 1, run: (_, { db }) => db.size },
  flushdb: { arity: -1, run: ([option], { db }) => flush([db], option) },
  flushall: { arity: -1, run: ([option], { server }) => flush(server.databases, option) },
  time: {
    arity: 1,
    run: (_, { server }) => {
      const micros = Math.floor(server.host.now() * 1000);
      return [String(Math.floor(micros / 1e6)), String(micros % 1e6)];
    },
  },
  lastsave: { arity: 1, run: (_, { server }) => Math.floor(server.lastSaveMs / 1000) },
  save: {
    arity: 1,
    run: (_, { server }) => {
      server.host.save();
      return OK;
    },
  },
  bgsave: {
    arity: -1,
    run: (_, { server }) => {
      server.host.saveLater();
      return { ok: 'Background saving started' };
    },
  },
  bgrewriteaof: {
    arity: 1,
    run: (_, { server }) => {
      server.host.rewriteLog();
      return { ok: 'Background append only file rewriting started' };
    },
  },
  shutdown: { arity: -1, unqueued: true, run: shutDown },
  debug: { arity: -2, run: debug },
  memory: { arity: -2, run: memory },
  acl: { arity: -2, run: acl },
  role: { arity: 1, run: () => ['master', 0, []] },
  slowlog: { arity: -2, run: ([what]) => (what?.toLowerCase() === 'len' ? 0 : what?.toLowerCase() === 'reset' ? OK : []) },
  wait: { arity: 3, run: () => 0 },
  monitor: {
    arity: 1,
    run: (_, { client }) => {
      client.monitors = true;
      return OK;
    },
  },
}; // prettier-ignore
