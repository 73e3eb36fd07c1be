import type { Host } from '../host/host.ts';
import type { Machine } from './machine.ts';
import type { TerminalRecord } from './mirror.ts';
import type { SavedTerminal } from './saved-world.ts';
import { TerminalOutput } from './terminal-output.ts';
import { openTerminal, type Terminal } from './terminal.ts';

interface OpenTerminal {
  readonly terminal: Terminal;
  readonly history: string[];
  readonly output: TerminalOutput;
  record: TerminalRecord;
}

export interface TerminalEvents {
  output(id: string, data: Uint8Array): void;
  closed(id: string): void;
  changed(record: TerminalRecord): void;
  command(line: string): void;
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

  open(id: string, size: { columns: number; rows: number }): void {
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
        onPrompt: (at) => this.#update(id, { cwd: at, atPrompt: true }),
        onCommand: (line) => {
          this.#update(id, { atPrompt: false });
          this.#events.command(line);
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
    });
    void terminal.closed.then(() => {
      if (this.#open.get(id)?.terminal !== terminal) return;
      output.flush();
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

  drawn(id: string, bytes: number): void {
    this.#open.get(id)?.output.drawn(bytes);
  }

  input(id: string, data: Uint8Array): void {
    this.#open.get(id)?.terminal.input(data);
  }

  resize(id: string, size: { columns: number; rows: number }): void {
    this.#open.get(id)?.terminal.resize(size);
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
