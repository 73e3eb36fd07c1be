import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FromWorld } from '../world/protocol.ts';

/** A world that is kept in this browser, under a name. */
export interface Sandbox {
  /** Also of the database that it is saved in. */
  readonly id: string;
  readonly name: string;
}

/** The one of a browser that has never seen Drydock. */
export const FIRST_SANDBOX: Sandbox = { id: 'drydock', name: 'My sandbox' };

/** A sandbox as the list shows it. */
export interface SandboxEntry extends Sandbox {
  readonly createdMs: number;
  readonly usedMs: number;
  /** Why it could not be read when it was last opened. */
  readonly damaged?: string;
  /** Undefined for one in which nothing was saved yet. */
  readonly about?: SandboxAbout;
}

export interface SandboxAbout {
  readonly savedMs: number;
  readonly machines: number;
  readonly containers: number;
  readonly images: number;
}

/** What this site uses of the browser's storage, in bytes; `isKept`: the browser does not clear it by itself. */
export interface StorageUse {
  readonly usageBytes: number;
  readonly quotaBytes: number;
  readonly isKept: boolean;
}

/** A sandbox file that was read and found whole. */
export interface SandboxFile {
  readonly name: string;
  readonly exportedMs: number;
  readonly bytes: number;
  readonly about: SandboxAbout | undefined;
  /** Puts it on the shelf, beside what is there. */
  keep(): Promise<Sandbox>;
}

/** The sandboxes of this browser. */
export interface SandboxShelf {
  /** The one used last first. */
  list(): Promise<SandboxEntry[]>;
  /** Bytes that are stored for it. */
  sizeOf(id: string): Promise<number>;
  create(name: string): Promise<Sandbox>;
  rename(id: string, name: string): Promise<void>;
  /** As it was last saved. */
  duplicate(id: string, name: string): Promise<Sandbox>;
  remove(id: string): Promise<void>;
  /** It was opened: it is listed from now on, the first. */
  used(sandbox: Sandbox): Promise<void>;
  /** It can't be read: it is listed as such, and stays as it is. */
  setAside(sandbox: Sandbox, why: string): Promise<Sandbox>;
  /** Undefined where the browser does not tell. */
  storageUse(): Promise<StorageUse | undefined>;
  /** As it was last saved, whether it can be read or not. */
  exportFile(id: string, name: string): Promise<Blob>;
  /** A file of what a running world packed. */
  wrapFile(body: Uint8Array): Promise<Blob>;
  /** @throws Error with words for the learner for what is no sandbox file, or a damaged one */
  readFile(file: Blob): Promise<SandboxFile>;
}

/** Keeps a sandbox for this tab alone. */
export interface SandboxHolder {
  /** Resolves to whether this tab has it now. `take`: the tab that has it saves it and gives it up. */
  hold(id: string, take: boolean): Promise<boolean>;
  release(id: string): void;
  /** Asks the tab that has it to save it, and waits a moment. */
  askToSave(id: string): Promise<void>;
  /** `save` is called before it is given up, `lost` when another tab has it. */
  listen(events: { save: () => Promise<unknown>; lost: (id: string) => void }): void;
  /** The next tab, and this one after a reload, opens this one. */
  remember(sandbox: Sandbox): void;
}

/** Where there are no other tabs. */
export const ALONE: SandboxHolder = {
  hold: () => Promise.resolve(true),
  release: () => undefined,
  askToSave: () => Promise.resolve(),
  listen: () => undefined,
  remember: () => undefined,
};

/** `elsewhere`: another tab has it, and nothing was begun here; `taken`: another tab took it from this one. */
export type Hold = 'mine' | 'elsewhere' | 'taken';

/** Why a save failed, as the page words it. */
export interface SaveProblem {
  readonly reason: Extract<FromWorld, { kind: 'save.failed' }>['reason'];
  readonly message: string;
}

export interface SandboxState {
  readonly current: Sandbox;
  readonly hold: Hold;
  /** All that was done here is stored. */
  readonly isSaved: boolean;
  /** What was changed since is not saved. */
  readonly problem: SaveProblem | undefined;
  /** The browser was asked not to clear what is stored. */
  readonly isPersistAsked: boolean;
  /** A sandbox that could not be read when it was opened in this tab. */
  readonly setAside: (Sandbox & { readonly why: string }) | undefined;
}

export type SandboxStore = StoreApi<SandboxState>;

export const createSandboxStore = (current: Sandbox, hold: Hold): SandboxStore =>
  createStore<SandboxState>(() => ({
    current,
    hold,
    isSaved: true,
    problem: undefined,
    setAside: undefined,
    isPersistAsked: false,
  }));

/** A name that no other has: `Name`, `Name 2`, … */
export function freeName(name: string, taken: readonly string[]): string {
  const plain = name.replace(/ \d+$/, '') || name;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${plain} ${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
