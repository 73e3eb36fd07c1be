import type { Host } from '../host/host.ts';
import type { WindowSize } from '../kernel/tty/tty.ts';
import { toBytes } from '../lib/bytes.ts';
import type { Machine } from './machine.ts';
import { FIRST_MACHINE, type TerminalRecord } from './mirror.ts';
import type { SavedTerminal } from './saved-world.ts';
import { TerminalOutput } from './terminal-output.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** What a program may have switched on is off again: other screen (1049 would move the cursor too), keys of its own, colours, a hidden cursor. */
const CALM = '\x1b[?1047l\x1b[?1l\x1b>\x1b[?2004l\x1b[?25h\x1b[m';
const SAME_LINE = `${CALM}\r\x1b[J`;
const NEW_LINE = `${CALM}\r\n`;

/** The status of a line whose machine lost its power, as of anything that is killed. */
const CUT_OFF = 137;

interface OpenTerminal {
  readonly terminal: Terminal;
  readonly history: string[];
  readonly output: TerminalOutput;
  size: WindowSize;
  record: TerminalRecord;
  /** The line that runs in it, and the folder it was run in. */
  running?: { readonly line: string; readonly cwd: string };
  /** The page has closed it; its programs have yet to end. */
  isClosing?: true;
}

/** A terminal that goes on in another world, as after going back in time. */
export interface HandedTerminal {
  readonly id: string;
  readonly machine: string;
  readonly size: WindowSize;
  readonly history: readonly string[];
  readonly atPrompt: boolean;
}

export interface TerminalEvents {
  output(id: string, data: Uint8Array): void;
  /** Its programs wrote this; the page may be told later. */
  wrote(id: string, data: Uint8Array): void;
  closed(id: string): void;
  changed(record: TerminalRecord): void;
  /** A line is about to run. */
  began(record: TerminalRecord, line: string): void;
  /** The line that ran in this terminal, begun in the record's folder, has ended with that status. */
  ended(record: TerminalRecord, line: string, status: number): void;
  /** Shows a file in the page's editor; resolves when it is closed. */
  openEditor(path: string): Promise<void>;
}

/** The page's terminals, each a login shell of its own on one of the machines. */
export class Terminals {
  readonly #machineOf: (name: string) => Machine | undefined;
  readonly #saved: Map<string, SavedTerminal>;
  /** Those whose machine has no power. */
  readonly #waiting = new Map<string, { readonly machine: string; size: WindowSize }>();
  readonly #folder: string;
  readonly #events: TerminalEvents;
  readonly #host: Pick<Host, 'after'>;
  readonly #open = new Map<string, OpenTerminal>();

  /** @param machineOf the machine of a name, while it is on */
  constructor(
    machineOf: (name: string) => Machine | undefined,
    saved: Readonly<Record<string, SavedTerminal>>,
    folder: string,
    events: TerminalEvents,
    host: Pick<Host, 'after'>,
  ) {
    this.#machineOf = machineOf;
    this.#saved = new Map(Object.entries(saved));
    this.#folder = folder;
    this.#events = events;
    this.#host = host;
  }

  /** Where the machine is off, or not there, its shell starts with it. One that is there already stays where it is. */
  open(id: string, { columns, rows }: WindowSize, name: string = FIRST_MACHINE): void {
    const size = { columns, rows };
    if (this.#open.has(id) || this.#waiting.has(id)) return this.resize(id, size);
    const machine = this.#machineOf(name);
    if (!machine) return void this.#waiting.set(id, { machine: name, size });
    const { cwd = this.#folder, history: typed = [] } = this.#saved.get(id) ?? {};
    const history = [...typed];
    const output = new TerminalOutput({
      post: (data) => this.#events.output(id, data),
      after: (ms, callback) => this.#host.after(ms, callback),
    });
    const terminal = openTerminal(machine, {
      size,
      cwd,
      onOutput: (data) => {
        this.#events.wrote(id, data);
        return output.send(data);
      },
      openEditor: (path) => this.#events.openEditor(path),
      hooks: {
        history,
        onPrompt: (at, status) => {
          this.#update(id, { cwd: at, atPrompt: true });
          this.#ended(id, status);
        },
        onCommand: (line, status, at) => {
          this.#update(id, { cwd: at, atPrompt: false, line });
          this.#began(id, line, status);
        },
        completes: () => machine.shellSettings.completes,
        completeArguments: (words) => completeArguments(words, machine),
      },
    });
    this.#open.set(id, {
      terminal,
      history,
      output,
      size,
      record: { id, machine: name, title: 'bash', cwd, atPrompt: false },
    });
    void terminal.closed.then((status) => {
      if (this.#open.get(id)?.terminal !== terminal) return;
      output.flush();
      this.#ended(id, status);
      this.#open.delete(id);
      this.#gone(id);
    });
  }

  /** Its machine is about to lose its power: what runs in its terminals ends there, they stay. */
  machineOff(name: string): void {
    this.#endClosing(({ machine }) => machine === name);
    for (const [id, { record, history, output, size }] of [...this.#open]) {
      if (record.machine !== name) continue;
      this.#ended(id, CUT_OFF);
      this.#update(id, { atPrompt: false });
      this.#saved.set(id, { cwd: record.cwd, history: [...history] });
      output.drawn(Infinity);
      this.#open.delete(id);
      this.#waiting.set(id, { machine: name, size });
    }
  }

  /** Its power is back: each of its terminals has a new shell. */
  machineOn(name: string): void {
    for (const [id, { machine, size }] of [...this.#waiting]) {
      if (machine !== name) continue;
      this.#waiting.delete(id);
      this.open(id, size, name);
    }
  }

  /** The machine is about to go, and its terminals with it. */
  machineGone(name: string): void {
    this.machineOff(name);
    for (const [id, { machine }] of [...this.#waiting]) {
      if (machine !== name) continue;
      this.#waiting.delete(id);
      this.#gone(id);
    }
  }

  /** Those that the page has closed: whatever still runs in them, they don't come back. */
  #endClosing(isAmong: (record: TerminalRecord) => boolean): void {
    for (const [id, { record, isClosing }] of [...this.#open])
      if (isClosing && isAmong(record) && this.#open.delete(id)) this.#gone(id);
  }

  /** Nothing is kept of it. */
  #gone(id: string): void {
    this.#saved.delete(id);
    this.#events.closed(id);
  }

  #update(id: string, change: Partial<TerminalRecord>): void {
    const open = this.#open.get(id);
    if (!open) return;
    open.record = { ...open.record, ...change };
    this.#events.changed(open.record);
  }

  /** The next line of several that were pasted begins when the one before has ended, with this status. */
  #began(id: string, line: string, status: number): void {
    this.#ended(id, status);
    const open = this.#open.get(id);
    if (!open) return;
    open.running = { line, cwd: open.record.cwd };
    this.#events.began(open.record, line);
  }

  #ended(id: string, status: number): void {
    const open = this.#open.get(id);
    if (open?.running === undefined) return;
    const { running, record } = open;
    delete open.running;
    this.#events.ended({ ...record, cwd: running.cwd }, running.line, status);
  }

  /** The lines that run, by terminal; '' where a shell has yet to show its first prompt. */
  get running(): Map<string, string> {
    const busy = [...this.#open].filter(([, { record, isClosing }]) => !record.atPrompt && !isClosing);
    return new Map(busy.map(([id, { running }]) => [id, running?.line ?? '']));
  }

  /** What goes on elsewhere; what they still had to say is said. What the page has closed ends here. */
  handOver(): HandedTerminal[] {
    this.#endClosing(() => true);
    const open = [...this.#open].map(([id, { output, size, history, record }]) => {
      output.flush();
      return { id, machine: record.machine, size, history, atPrompt: record.atPrompt };
    });
    const waiting = [...this.#waiting].map(([id, { machine, size }]) => {
      return { id, machine, size, history: this.#saved.get(id)?.history ?? [], atPrompt: false };
    });
    return [...open, ...waiting];
  }

  /** Terminals of the world before go on here with a shell each: a prompt stands where the old one stood. */
  takeOver(handed: readonly HandedTerminal[]): void {
    for (const { id, machine, size, atPrompt } of handed) {
      this.#events.output(id, toBytes(atPrompt ? SAME_LINE : NEW_LINE));
      this.open(id, size, machine);
    }
  }

  drawn(id: string, bytes: number): void {
    this.#open.get(id)?.output.drawn(bytes);
  }

  input(id: string, data: Uint8Array): void {
    this.#open.get(id)?.terminal.input(data);
  }

  resize(id: string, { columns, rows }: WindowSize): void {
    const size = { columns, rows };
    const open = this.#open.get(id);
    open?.terminal.resize(size);
    const waiting = this.#waiting.get(id);
    if (open) open.size = size;
    if (waiting) waiting.size = size;
  }

  close(id: string): void {
    if (this.#waiting.delete(id)) return this.#gone(id);
    const open = this.#open.get(id);
    if (!open) return;
    open.isClosing = true;
    open.terminal.close();
    // Nobody draws it any more.
    open.output.drawn(Infinity);
  }

  /** Working directories: where a build's Dockerfile may be. */
  get folders(): string[] {
    return [...this.#open.values()].map(({ record }) => record.cwd);
  }

  save(): Record<string, SavedTerminal> {
    const now = [...this.#open].map(
      ([id, { record, history }]) => [id, { cwd: record.cwd, history: [...history] }] as const,
    );
    return Object.fromEntries([...this.#saved, ...now]);
  }
}

/** What a command of ours knows could stand in place of the last word. */
async function completeArguments(words: readonly string[], machine: Machine): Promise<string[]> {
  if (words[0] !== 'docker') return [];
  const { completeDocker } = await import('../cli/completion.ts');
  return completeDocker(words, machine.engine.api);
}
