import type { FrozenTree } from './files/mem-fs.ts';
import type { SharedTallies } from './machine-limits.ts';
import type { Lan } from './net/lan.ts';
import type { MachineFacts, Program } from './process.ts';
import type { RunQueue } from './run-queue.ts';

/** What a machine is made with. */
export interface KernelOptions {
  readonly queue: RunQueue;
  readonly seed: number;
  readonly hostname: string;
  readonly programs: ReadonlyMap<string, Program>;
  readonly facts: MachineFacts;
  /** The machine's files; an empty tree unless given. */
  readonly hostTree?: FrozenTree;
  /** What a restored tree held when the machine was new, in bytes: the rest takes space on its disk. */
  readonly hostStartBytes?: number;
  /** Address of the machine on its own network. */
  readonly address?: string;
  /** What that network is, where other machines are on it. */
  readonly lan?: Lan;
  /** What it has in common with the other machines of its world; its own unless given. */
  readonly shared?: SharedTallies;
  /** Told what programs say beside the terminal; nobody hears it unless given. */
  readonly onNotice?: (text: string) => void;
}
