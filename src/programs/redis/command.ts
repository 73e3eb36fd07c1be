import type { Client } from './client.ts';
import type { Reply } from './reply.ts';
import type { ServerState } from './server-state.ts';
import type { Database } from './store.ts';

/** What a command has to work with. */
export interface CommandContext {
  /** The client's database. */
  readonly db: Database;
  readonly client: Client;
  readonly server: ServerState;
  /** Milliseconds since the epoch, whole. */
  readonly now: number;
  /** What the append-only file gets in place of the command's own words. */
  propagate: readonly (readonly string[])[] | undefined;
}

/** A command that waits for one of the keys to get something. */
export interface Waiting {
  readonly keys: readonly string[];
  /** 0: as long as it takes. */
  readonly seconds: number;
  /** Undefined while there is still nothing. */
  again(context: CommandContext): Reply | undefined;
  /** The reply once the time is over. */
  readonly otherwise: Reply;
}

export interface Command {
  /** Words with the name; negative: at least so many. */
  readonly arity: number;
  /** May be asked for by a client that only listens to channels. */
  readonly whileSubscribed?: boolean;
  /** Runs at once between MULTI and EXEC. */
  readonly unqueued?: boolean;
  /** Undefined where the command sent its replies itself. */
  run(args: readonly string[], context: CommandContext): Reply | { readonly waits: Waiting } | undefined;
}

export type CommandTable = Readonly<Record<string, Command>>;

/** A number below `limit` from the machine's source. */
export function randomBelow(context: CommandContext, limit: number): number {
  return context.server.random() % limit;
}
