import type { FromWorld, ToWorld } from '../world/protocol.ts';

/** One end of the line to a world. A port carries one world from its start to its end. */
export interface WorldPort {
  post(message: ToWorld): void;
  /** Called once. `onFailure` is told what the environment says when the world breaks without a word of its own. */
  listen(onMessage: (message: FromWorld) => void, onFailure: (message: string) => void): void;
  /** Ends the world at once; nothing comes from the port any more. */
  end(): void;
}
