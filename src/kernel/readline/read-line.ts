import { isSysError } from '../errno.ts';
import type { Process } from '../process.ts';
import { RAW_MODE, type Tty } from '../tty/tty.ts';
import { insertion, inColumns, type Candidate, type Completion } from './candidates.ts';
import { HistorySearch } from './history-search.ts';
import { HistoryWalk } from './history-walk.ts';
import { KeyReader, type Key, type KeyCommand } from './keys.ts';
import { LineBuffer } from './line-buffer.ts';
import { LineScreen } from './line-screen.ts';

/** More candidates than that are listed only when asked again. */
const MANY = 100;

/** What lasts from one line to the next. */
export interface EditorMemory {
  /** What Ctrl-Y inserts. */
  killed: string;
  /** What Ctrl-R looked for last. */
  query: string;
  /** Keys that came after the line was accepted. */
  readonly keys: Key[];
}

export function createEditorMemory(): EditorMemory {
  return { killed: '', query: '', keys: [] };
}

export interface ReadLineOptions {
  /** Text between the marks 1 and 2, and escape sequences, take no columns. */
  readonly prompt: string;
  /** Oldest first; not changed here. */
  readonly history: readonly string[];
  readonly complete?: ((line: string, cursor: number) => Completion | Promise<Completion>) | undefined;
  readonly memory: EditorMemory;
  /** A paste is put into the line, lines and all; without that it counts as typed. */
  readonly keepsPastes: boolean;
  /** Ctrl-C, Ctrl-\ and Ctrl-Z stay signals: when they are typed, what was typed before them and not read yet is gone. Else they are keys. */
  readonly keepsSignals: boolean;
}

export type ReadLineResult = { readonly line: string } | 'interrupted' | 'eof';

/** Edits one line on the process's terminal. @throws SysError EIO when the terminal is gone. @see readline(3) */
export async function readLine(proc: Process, options: ReadLineOptions): Promise<ReadLineResult> {
  const { tty } = proc.stdin;
  if (!tty) throw new Error('line editing needs a terminal');
  const saved = tty.getMode();
  const [onResize, onInterrupt] = [proc.getSignalAction('SIGWINCH'), proc.getSignalAction('SIGINT')];
  const editor = new LineEditor(proc, options, tty);
  proc.onSignal('SIGWINCH', () => editor.redraw());
  if (options.keepsSignals) proc.onSignal('SIGINT', () => editor.interrupt(onInterrupt));
  tty.setMode({ ...RAW_MODE, signals: options.keepsSignals });
  if (options.keepsPastes) await proc.out('\x1b[?2004h');
  let result: ReadLineResult;
  try {
    result = await editor.run();
  } finally {
    if (options.keepsPastes) await proc.out('\x1b[?2004l');
    tty.setMode(saved);
    proc.onSignal('SIGWINCH', onResize);
    if (options.keepsSignals) proc.onSignal('SIGINT', onInterrupt);
  }
  if (!editor.isInterrupted || result === 'interrupted') return result;
  // It came while the end of the line was drawn.
  await proc.out('^C\n');
  return 'interrupted';
}

type SignalAction = ReturnType<Process['getSignalAction']>;

class LineEditor {
  readonly #proc: Process;
  readonly #options: ReadLineOptions;
  readonly #tty: Tty;
  readonly #buffer: LineBuffer;
  readonly #keys = new KeyReader();
  readonly #decoder = new TextDecoder();
  readonly #walk: HistoryWalk;
  readonly #screen: LineScreen;
  /** The prompt's last row; what is above is drawn once. */
  readonly #prompt: string;
  #search: HistorySearch | undefined;
  #before: KeyCommand | undefined;
  #isReading = false;
  #isCompleting = false;
  /** Ctrl-C came as a signal, and nothing was made of it yet. */
  isInterrupted = false;
  /** Esc-. was pressed so often; what it inserted. */
  #arguments = { count: 0, inserted: '' };

  constructor(proc: Process, options: ReadLineOptions, tty: Tty) {
    this.#proc = proc;
    this.#options = options;
    this.#tty = tty;
    this.#buffer = new LineBuffer(options.memory.killed);
    this.#walk = new HistoryWalk(options.history);
    const { columns } = tty.getSize();
    const start = tty.getColumn() % columns;
    this.#screen = new LineScreen((text) => proc.out(text), () => tty.getSize().columns, start); // prettier-ignore
    this.#prompt = options.prompt.slice(options.prompt.lastIndexOf('\n') + 1);
  }

  async run(): Promise<ReadLineResult> {
    const column = this.#tty.getColumn();
    if (column > 0 && column % this.#tty.getSize().columns === 0) await this.#proc.out('\r\n');
    await this.#drawAbove();
    await this.#draw();
    const { memory } = this.#options;
    for (;;) {
      const result = await this.#handle(await this.#nextKey());
      memory.killed = this.#buffer.killed;
      if (result) return result;
      if (memory.keys.length === 0 && !this.#proc.stdin.readable()) await this.#draw();
    }
  }

  /** The terminal's size changed. */
  redraw(): void {
    if (this.#isReading) this.#proc.interrupt();
  }

  /** Ctrl-C came as a signal; what runs for a completion has it its own way. */
  interrupt(otherwise: SignalAction): void {
    if (this.#isCompleting && typeof otherwise === 'function') return otherwise();
    this.isInterrupted = true;
    this.#options.memory.keys.length = 0;
    if (this.#isReading) this.#proc.interrupt();
  }

  /** What was typed beyond the line stays where it is, for the program that the line starts. */
  async #nextKey(): Promise<Key> {
    const { keys } = this.#options.memory;
    for (;;) {
      if (this.isInterrupted) {
        this.isInterrupted = false;
        return { kind: 'command', name: 'interrupt' };
      }
      const key = keys.shift();
      if (key) return key;
      this.#isReading = true;
      try {
        const bytes = await this.#proc.stdin.read(this.#keys.inPaste ? 4096 : 1);
        if (!bytes) return { kind: 'command', name: 'end' };
        keys.push(...this.#keys.feed(this.#decoder.decode(bytes, { stream: true })));
      } catch (error) {
        if (!isSysError(error, 'EINTR')) throw error;
        if (!this.isInterrupted) await this.#draw();
      } finally {
        this.#isReading = false;
      }
    }
  }

  async #handle(key: Key): Promise<ReadLineResult | undefined> {
    if (this.#search && this.#continueSearch(this.#search, key)) return undefined;
    const name = key.kind === 'command' ? key.name : undefined;
    if (key.kind !== 'command') this.#buffer.insert(key.text, key.kind === 'text');
    const result = name && (await this.#command(name));
    if (name !== 'lastArgument') this.#arguments = { count: 0, inserted: '' };
    this.#before = name;
    return result;
  }

  async #command(name: KeyCommand): Promise<ReadLineResult | undefined> {
    const buffer = this.#buffer;
    switch (name) {
      case 'accept':
        await this.#leave('');
        return { line: buffer.text };
      case 'interrupt':
        await this.#leave('^C');
        return 'interrupted';
      case 'end':
        if (buffer.chars.length === 0) return 'eof';
        buffer.deleteTo(buffer.step(1));
        return undefined;
      case 'clear':
        await this.#proc.out('\x1b[H\x1b[2J');
        this.#screen.forget();
        return void (await this.#drawAbove());
      case 'complete':
        return void (await this.#complete());
      case 'search':
        this.#search = new HistorySearch(
          this.#walk,
          (index) => this.#lineAt(index),
          this.#options.memory.query,
        );
        return undefined;
      default:
        return this.#edit(name);
    }
  }

  #edit(name: KeyCommand): undefined {
    const buffer = this.#buffer;
    switch (name) {
      case 'left': return void buffer.moveTo(buffer.step(-1));
      case 'right': return void buffer.moveTo(buffer.step(1));
      case 'home': return void buffer.moveTo(0);
      case 'lineEnd': return void buffer.moveTo(buffer.chars.length);
      case 'wordLeft': return void buffer.moveTo(buffer.wordStart());
      case 'wordRight': return void buffer.moveTo(buffer.wordEnd());
      case 'backspace': return void buffer.deleteTo(buffer.step(-1));
      case 'delete': return void buffer.deleteTo(buffer.step(1));
      case 'killEnd': return void buffer.kill(buffer.chars.length);
      case 'killStart': return void buffer.kill(0);
      case 'killBlankWord': return void buffer.kill(buffer.wordStart(true));
      case 'killWord': return void buffer.kill(buffer.wordStart());
      case 'killNextWord': return void buffer.kill(buffer.wordEnd());
      case 'yank': return void buffer.insert(buffer.killed);
      case 'transpose': return void buffer.transpose();
      case 'undo': return void buffer.undo();
      case 'lastArgument': return void this.#lastArgument();
      case 'up': return void this.#recall(this.#walk.at - 1);
      case 'down': return void this.#recall(this.#walk.at + 1);
      case 'firstLine': return void this.#recall(0);
      case 'lastLine': return void this.#recall(this.#options.history.length);
      default: return undefined;
    }
  } // prettier-ignore

  #recall(index: number): void {
    const line = this.#walk.go(index, this.#buffer.text);
    if (line !== undefined) this.#buffer.text = line;
  }

  #lineAt(index: number): string {
    return index === this.#walk.at ? this.#buffer.text : (this.#options.history[index] ?? '');
  }

  #lastArgument(): void {
    const { count, inserted } = this.#arguments;
    const word = this.#walk.lastArgument(count + 1);
    if (word === undefined) return;
    if (count > 0) this.#buffer.deleteTo(this.#buffer.cursor - [...inserted].length);
    this.#buffer.insert(word);
    this.#arguments = { count: count + 1, inserted: word };
  }

  /** False where the key ends the search and has its usual meaning. */
  #continueSearch(search: HistorySearch, key: Key): boolean {
    if (search.take(key)) return true;
    this.#search = undefined;
    this.#options.memory.query = search.query || this.#options.memory.query;
    if (key.kind === 'command' && key.name === 'cancel') return true;
    if (key.kind === 'command' && key.name === 'interrupt') return false;
    const [line, before] = search.shown;
    if (search.found !== this.#walk.at) this.#recall(search.found);
    else this.#buffer.text = line;
    this.#buffer.moveTo([...before].length);
    return key.kind === 'command' && key.name === 'ignore';
  }

  // Completion

  async #complete(): Promise<void> {
    const buffer = this.#buffer;
    this.#isCompleting = true;
    const found = await this.#options.complete?.(buffer.text, buffer.cursor);
    this.#isCompleting = false;
    if (!found) return;
    const start = buffer.cursor - found.replace;
    const typed = buffer.chars.slice(start, buffer.cursor).join('');
    const text = insertion(found.candidates, typed);
    if (text !== undefined) {
      buffer.deleteTo(start);
      buffer.insert(text);
    } else if (this.#before === 'complete' && found.candidates.length > 1) await this.#list(found.candidates);
    else await this.#proc.out('\x07');
  }

  async #list(candidates: readonly Candidate[]): Promise<void> {
    const { text } = this.#buffer;
    await this.#screen.draw(this.#prompt, text, text);
    const many = candidates.length > MANY;
    if (many) await this.#proc.out(`\r\nDisplay all ${candidates.length} possibilities? (y or n)`);
    const wanted = !many || (await this.#isAgreed());
    const rows = wanted ? inColumns(candidates, this.#tty.getSize().columns) : [];
    await this.#proc.out(`\r\n${rows.map((row) => `${row}\r\n`).join('')}`);
    this.#screen.forget();
    await this.#drawAbove();
  }

  async #isAgreed(): Promise<boolean> {
    for (;;) {
      const key = await this.#nextKey();
      if (key.kind === 'text' && /^[yY ]/.test(key.text)) return true;
      if (key.kind === 'text' ? /^[nN]/.test(key.text) : key.kind === 'command' && key.name !== 'complete')
        return false;
    }
  }

  // Drawing

  async #drawAbove(): Promise<void> {
    const above = this.#options.prompt.slice(0, -this.#prompt.length || undefined);
    if (above.endsWith('\n')) await this.#proc.out(above.replace(/[\x01\x02]/g, '').replaceAll('\n', '\r\n'));
    if (above.endsWith('\n')) this.#screen.forget();
  }

  async #draw(): Promise<void> {
    if (this.#search) await this.#screen.draw(this.#search.prompt, ...this.#search.shown);
    else await this.#screen.draw(this.#prompt, this.#buffer.text, this.#buffer.before);
  }

  /** Shows the whole line and goes to the row below. */
  async #leave(mark: string): Promise<void> {
    const shown = this.#buffer.text + mark;
    const { row, column } = await this.#screen.draw(this.#prompt, shown, shown);
    if (row === 0 || column > 0) await this.#proc.out('\r\n');
  }
}
