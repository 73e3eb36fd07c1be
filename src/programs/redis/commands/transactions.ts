import type { CommandTable } from '../command.ts';
import { OK, RedisError } from '../reply.ts';
import type { Client } from '../client.ts';

/** Ends a transaction without running it. */
export function discard(client: Client): void {
  client.queue = undefined;
  client.queueFailed = false;
  client.watched.length = 0;
}

/** True once a key that the client watches has changed. */
export function watchFailed(client: Client): boolean {
  return client.watched.some(({ db, key, version }) => {
    db.has(key);
    return db.version(key) !== version;
  });
}

/** MULTI and its kin; EXEC itself is in `dispatch.ts`. */
export const TRANSACTION_COMMANDS: CommandTable = {
  multi: {
    arity: 1,
    unqueued: true,
    run: (_, { client }) => {
      if (client.queue) throw new RedisError('ERR MULTI calls can not be nested');
      client.queue = [];
      return OK;
    },
  },
  discard: {
    arity: 1,
    unqueued: true,
    run: (_, { client }) => {
      if (!client.queue) throw new RedisError('ERR DISCARD without MULTI');
      discard(client);
      return OK;
    },
  },
  watch: {
    arity: -2,
    unqueued: true,
    run: (keys, { client, db }) => {
      if (client.queue) throw new RedisError('ERR WATCH inside MULTI is not allowed');
      for (const key of keys) {
        db.has(key);
        client.watched.push({ db, key, version: db.version(key) });
      }
      return OK;
    },
  },
  unwatch: {
    arity: 1,
    run: (_, { client }) => {
      client.watched.length = 0;
      return OK;
    },
  },
};
