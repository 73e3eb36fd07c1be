/**
 * What the page and the worker say to each other. Three channels over one port: bytes of terminals, changed records once a frame, and queries.
 * Only `app/` and the two ends of this protocol know that there is a worker.
 */
import type { WorldChange, WorldError } from './mirror.ts';
import type { Queries, QueryName, TravelTo } from './queries/queries.ts';

/** Power, network cable, disk. */
export type HardwareAction = 'off' | 'on' | 'unplug' | 'plug' | 'fill' | 'clear';

export type ImageAction = 'crash' | 'mend';

/** Page → worker. */
export type ToWorld =
  /** `epoch` comes back with `ready`: what was told before that is of another world. */
  | { kind: 'start'; seed?: number; restore: boolean; speed: number; epoch: number }
  /** On the first machine unless given. */
  | { kind: 'terminal.open'; terminal: string; columns: number; rows: number; machine?: string }
  /** Keystrokes and pastes. */
  | { kind: 'terminal.input'; terminal: string; data: Uint8Array }
  | { kind: 'terminal.resize'; terminal: string; columns: number; rows: number }
  /** So many bytes of output were drawn: the worker keeps a bounded amount under way (back-pressure). */
  | { kind: 'terminal.drawn'; terminal: string; bytes: number }
  | { kind: 'terminal.close'; terminal: string }
  /** The file that `editor.open` asked for is closed again. */
  | { kind: 'editor.closed'; id: number }
  /** The page keeps what the worker can't see: serialised scrollback of each terminal, to be saved with the world. */
  | { kind: 'page.state'; state: string }
  | {
      [Q in QueryName]: { kind: 'query'; id: number; query: Q; parameters: Queries[Q]['parameters'] };
    }[QueryName]
  | { kind: 'query.cancel'; id: number }
  /** So many machines there shall be: more are added, the last ones thrown away. */
  | { kind: 'machines'; count: number }
  /** Something is done to the hardware of a machine. */
  | { kind: 'machine'; machine: string; action: HardwareAction }
  /** The programs of an image crash from now on, wherever they start, or not any more. */
  | { kind: 'image'; image: string; action: ImageAction }
  /** Virtual seconds a real second; 0: time stands still. */
  | { kind: 'speed'; speed: number }
  /** Time jumps to the next thing that happens. */
  | { kind: 'skip' }
  /** The world becomes what it was at that point of the timeline; its terminals get new shells. */
  | { kind: 'travel'; to: TravelTo }
  /** Whether Tab completes in the learner's shells; it does until told. */
  | { kind: 'completion'; on: boolean }
  /** Save now (the page is being hidden or left). */
  | { kind: 'save' }
  /** Throw everything away and start afresh. */
  | { kind: 'reset'; epoch: number };

/** Worker → page. */
export type FromWorld =
  /** `restored`: an earlier session was found; `pageState` is what the page gave to keep. */
  | { kind: 'ready'; epoch: number; restored: boolean; pageState?: string; seed: number }
  /** What was saved can't be used; nothing was begun, and nothing is written over it. */
  | { kind: 'damaged'; message: string }
  | { kind: 'terminal.output'; terminal: string; data: Uint8Array }
  | { kind: 'terminal.closed'; terminal: string }
  /** A program (vi, nano) waits until this file was edited. */
  | { kind: 'editor.open'; id: number; path: string }
  /** Words of ours to show beside the terminal: what is not simulated. */
  | { kind: 'notice'; text: string }
  | { kind: 'changes'; changes: WorldChange[] }
  | { [Q in QueryName]: { kind: 'answer'; id: number; query: Q; answer: Queries[Q]['answer'] } }[QueryName]
  /** The world is at that point; `label`: the step that was undone or redone, or the point. */
  | { kind: 'travelled'; to: TravelTo; label: string; restarts: string[] }
  | { kind: 'refused'; id: number; message: string }
  | { kind: 'saved'; atMs: number; bytes: number }
  /** `full`: there is no room; `taken`: another tab saves here now. */
  | { kind: 'save.failed'; reason: 'full' | 'taken' | 'refused'; message: string }
  /** Still there; sent a few times a second while the page shows. */
  | { kind: 'alive' }
  /** A bug of ours: the report can be copied. */
  | { kind: 'error'; error: WorldError };
