import { nameMatcher } from '../../files/find/name-matcher.ts';
import type { Command, CommandContext, CommandTable } from '../command.ts';
import { RedisError, type Reply } from '../reply.ts';

type Kind = 'channels' | 'patterns';

const subscribe =
  (kind: Kind, word: string): Command['run'] =>
  (names, { client }) => {
    for (const name of names) {
      client[kind].add(name);
      client.reply([word, name, client.subscriptions]);
    }
    return undefined;
  };

/** Without names: from all. */
const unsubscribe =
  (kind: Kind, word: string): Command['run'] =>
  (names, { client }) => {
    const all = names.length > 0 ? names : [...client[kind]];
    if (all.length === 0) client.reply([word, null, client.subscriptions]);
    for (const name of all) {
      client[kind].delete(name);
      client.reply([word, name, client.subscriptions]);
    }
    return undefined;
  };

function inspect([what = '', ...args]: readonly string[], { server }: CommandContext): Reply {
  const channels = [...server.clients].flatMap((client) => [...client.channels]);
  switch (what.toLowerCase()) {
    case 'channels':
      return [...new Set(channels)].filter(nameMatcher(args[0] ?? '*', false));
    case 'numsub':
      return args.flatMap((name) => [name, channels.filter((channel) => channel === name).length]);
    case 'numpat':
      return new Set([...server.clients].flatMap((client) => [...client.patterns])).size;
    default:
      throw new RedisError(`ERR unknown subcommand '${what}'. Try PUBSUB HELP.`);
  }
}

export const PUBSUB_COMMANDS: CommandTable = {
  subscribe: { arity: -2, whileSubscribed: true, run: subscribe('channels', 'subscribe') },
  unsubscribe: { arity: -1, whileSubscribed: true, run: unsubscribe('channels', 'unsubscribe') },
  psubscribe: { arity: -2, whileSubscribed: true, run: subscribe('patterns', 'psubscribe') },
  punsubscribe: { arity: -1, whileSubscribed: true, run: unsubscribe('patterns', 'punsubscribe') },
  publish: {
    arity: 3,
    run: ([channel = '', message = ''], { server }) =>
      server.publish(channel, message, (pattern) => nameMatcher(pattern, false)(channel)),
  },
  pubsub: { arity: -2, run: inspect },
};
