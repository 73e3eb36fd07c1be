import type { Host } from '../host/host.ts';
import type { WindowSize } from '../kernel/tty/tty.ts';
import { toBytes } from '../lib/bytes.ts';
import type { Machine } from './machine.ts';
import type { TerminalRecord } from './mirror.ts';
import type { SavedTerminal } from './saved-world.ts';
import { TerminalOutput } from './terminal-output.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** What a program may have switched on is off again: other screen (1049 would move the cursor too), keys of its own, colours, a hidden cursor. */
const CALM = '\x1b[?1047l\x1b[?1l\x1b>\x1b[?2004l\x1b[?25h\x1b[m';
const SAME_LINE = `${CALM}\r\x1b[J`;
const NEW_LINE = `${CALM}\r\n`;

interface OpenTerminal {
  readonly terminal: Terminal;
  readonly history: string[];
  readonly output: TerminalOutput;
  record: TerminalRecord;
  size: WindowSize;
  /** The line that runs in it. */
  running?: string;
}

/** A terminal that goes on in another world, as after going back in time. */
export interface HandedTerminal {
  readonly id: string;
  readonly size: WindowSize;
  readonly history: readonly string[];
  readonly atPrompt: boolean;
}

export interface TerminalEvents {
  output(id: string, data: Uint8Array): void;
  closed(id: string): void;
  changed(record: TerminalRecord): void;
  /** A line is about to run. */
  began(id: string, line: string): void;
  /** The line that ran in this terminal has ended. */
  ended(id: string): void;
  /** Shows a file in the page's editor; resolves when it is closed. */
  openEditor(path: string): Promise<void>;
}

/** The page's terminals, each a login shell of its own. */
export class Terminals {
  readonly #machine: Machine;
  readonly #saved: Readonly<Record<string, SavedTerminal>>;
  readonly #folder: string;
  readonly #events: TerminalEvents;
  readonly #host: Pick<Host, 'after'>;
  readonly #open = new Map<string, OpenTerminal>();

  constructor(
    machine: Machine,
    saved: Readonly<Record<string, SavedTerminal>>,
    folder: string,
    events: TerminalEvents,
    host: Pick<Host, 'after'>,
  ) {
    this.#machine = machine;
    this.#saved = saved;
    this.#folder = folder;
    this.#events = events;
    this.#host = host;
  }

  open(id: string, size: WindowSize): void {
    if (this.#open.has(id)) return this.resize(id, size);
    const cwd = this.#saved[id]?.cwd ?? this.#folder;
    const history = [...(this.#saved[id]?.history ?? [])];
    const output = new TerminalOutput({
      post: (data) => this.#events.output(id, data),
      after: (ms, callback) => this.#host.after(ms, callback),
    });
    const terminal = openTerminal(this.#machine, {
      size,
      cwd,
      onOutput: (data) => output.send(data),
      openEditor: (path) => this.#events.openEditor(path),
      hooks: {
        history,
        onPrompt: (at) => {
          this.#update(id, { cwd: at, atPrompt: true });
          this.#ended(id);
        },
        onCommand: (line) => {
          this.#update(id, { atPrompt: false });
          this.#began(id, line);
        },
        completes: () => this.#machine.shellSettings.completes,
        completeArguments: (words) => this.#completeArguments(words),
      },
    });
    this.#open.set(id, {
      terminal,
      history,
      output,
      record: { id, title: 'bash', cwd, atPrompt: false },
      size,
    });
    void terminal.closed.then(() => {
      if (this.#open.get(id)?.terminal !== terminal) return;
      output.flush();
      this.#ended(id);
      this.#open.delete(id);
      this.#events.closed(id);
    });
  }

  /** What a command of ours knows could stand in place of the last word. */
  async #completeArguments(words: readonly string[]): Promise<string[]> {
    if (words[0] !== 'docker') return [];
    const { completeDocker } = await import('../cli/completion.ts');
    return completeDocker(words, this.#machine.engine.api);
  }

  #update(id: string, change: Partial<TerminalRecord>): void {
    const open = this.#open.get(id);
    if (!open) return;
    open.record = { ...open.record, ...change };
    this.#events.changed(open.record);
  }

  /** The next line of several that were pasted begins when the one before has ended. */
  #began(id: string, line: string): void {
    this.#ended(id);
    const open = this.#open.get(id);
    if (open) open.running = line;
    this.#events.began(id, line);
  }

  #ended(id: string): void {
    const open = this.#open.get(id);
    if (open?.running === undefined) return;
    delete open.running;
    this.#events.ended(id);
  }

  /** The lines that run, by terminal; '' where a shell has yet to show its first prompt. */
  get running(): Map<string, string> {
    const busy = [...this.#open].filter(([, { record }]) => !record.atPrompt);
    return new Map(busy.map(([id, { running = '' }]) => [id, running]));
  }

  /** What goes on elsewhere; what they still had to say is said. */
  handOver(): HandedTerminal[] {
    return [...this.#open].map(
      ([
        id,
        {
          output,
          size,
          history,
          record: { atPrompt },
        },
      ]) => {
        output.flush();
        return { id, size, history, atPrompt };
      },
    );
  }

  /** Terminals of the world before go on here with a shell each: a prompt stands where the old one stood. */
  takeOver(handed: readonly HandedTerminal[]): void {
    for (const { id, size, atPrompt } of handed) {
      this.#events.output(id, toBytes(atPrompt ? SAME_LINE : NEW_LINE));
      this.open(id, size);
    }
  }

  drawn(id: string, bytes: number): void {
    this.#open.get(id)?.output.drawn(bytes);
  }

  input(id: string, data: Uint8Array): void {
    this.#open.get(id)?.terminal.input(data);
  }

  resize(id: string, size: WindowSize): void {
    const open = this.#open.get(id);
    if (!open) return;
    open.size = size;
    open.terminal.resize(size);
  }

  close(id: string): void {
    const open = this.#open.get(id);
    open?.terminal.close();
    // Nobody draws it any more.
    open?.output.drawn(Infinity);
  }

  /** Working directories: where a build's Dockerfile may be. */
  get folders(): string[] {
    return [...this.#open.values()].map(({ record }) => record.cwd);
  }

  save(): Record<string, SavedTerminal> {
    const now = [...this.#open].map(
      ([id, { record, history }]) => [id, { cwd: record.cwd, history: [...history] }] as const,
    );
    return { ...this.#saved, ...Object.fromEntries(now) };
  }
}
