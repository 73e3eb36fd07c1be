import type { Process, Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { onScreen, type EditorScreen } from './editor-screen.ts';
import { editOutside, readForEdit } from './edited-file.ts';
import { TextBuffer } from './text-buffer.ts';
import { runExCommand } from './vi-ex.ts';
import { runNormal, type NormalState } from './vi-normal.ts';

/** vi: opens a file in the page's editor; without one, the core of vi: modes, motions, x dd yy p u, search and ex commands. @see POSIX vi */
export const vi: Program = command(
  {
    short: 'c:RHnumber',
    long: {},
    usage: '[arguments] [file ..]',
    busyboxUsage: '[-c CMD] [-H] [FILE]...\n\nEdit FILE',
    version: 'VIM - Vi IMproved 9.0\n',
  },
  async (proc, options) => {
    const [path = ''] = options.operands.filter((word) => !word.startsWith('+'));
    if (path !== '' && proc.files.statIfAny(path)?.type !== 'directory' && (await editOutside(proc, path))) return 0;
    return onScreen(proc, (screen) => new Vi(proc, screen, path).run(), 'Vim: Warning: Output is not to a terminal');
  },
); // prettier-ignore

class Vi {
  readonly #proc: Process;
  readonly #screen: EditorScreen;
  readonly #state: NormalState;
  #path: string;
  #message = '';

  constructor(proc: Process, screen: EditorScreen, path: string) {
    this.#proc = proc;
    this.#screen = screen;
    this.#path = path;
    const found = path === '' ? { text: '', isNew: false } : readForEdit(proc, path);
    const text = typeof found === 'string' ? '' : found.text;
    this.#state = { buffer: new TextBuffer(text), mode: 'normal', pending: '', register: undefined, search: '', direction: 1 };
    if (typeof found === 'string') this.#message = `"${path}" ${found}`;
    else if (path !== '') this.#message = found.isNew ? `"${path}" [New]` : `"${path}" ${text === '' ? 0 : this.#state.buffer.count}L, ${text.length}B`;
  } // prettier-ignore

  async run(): Promise<number> {
    for (;;) {
      await this.#draw();
      const key = await this.#screen.keys.next();
      if (key === undefined) return 1;
      if (key !== '') this.#message = '';
      if (this.#state.mode === 'insert') this.#insert(key);
      else if (key === ':' && this.#state.pending === '') {
        const typed = await this.#ask(':');
        if (typed !== undefined && this.#execute(typed)) return 0;
      } else if ((key === '/' || key === '?') && this.#state.pending === '') await this.#search(key);
      else if (runNormal(this.#state, key) === 'write-quit' && this.#execute('x')) return 0;
    }
  }

  async #draw(prompt?: string): Promise<void> {
    const { buffer, mode, pending } = this.#state;
    const place = `${buffer.row + 1},${buffer.column + 1}`;
    const left = prompt ?? (mode === 'insert' ? '-- INSERT --' : this.#message);
    const { columns } = this.#screen;
    const status = prompt ?? `${left.slice(0, columns - 24).padEnd(Math.max(0, columns - 24))}${pending.padEnd(6)}${place}`.slice(0, columns - 1);
    await this.#screen.draw(buffer, { foot: [status], beyond: '\x1b[1;34m~\x1b[0m', inFoot: prompt !== undefined });
  } // prettier-ignore

  #insert(key: string): void {
    const { buffer } = this.#state;
    if (key === '\x1b' || key === '\x03') {
      this.#state.mode = 'normal';
      buffer.moveTo(buffer.row, buffer.column - 1, false);
    } else if (key === '\x7f' || key === '\b') buffer.backspace();
    else if (key === '\x1b[3~') buffer.delete();
    else if (/^\x1b[[O][ABCD]$/.test(key)) {
      const [down, right] = { A: [-1, 0], B: [1, 0], C: [0, 1], D: [0, -1] }[key.at(-1) ?? ''] ?? [0, 0];
      buffer.moveTo(buffer.row + (down ?? 0), buffer.column + (right ?? 0));
    } else if (key === '\r') buffer.insert('\n');
    else if (!key.startsWith('\x1b') && (key >= ' ' || key === '\t' || key === '\n')) buffer.insert(key);
  }

  /** A line typed at the foot; undefined where it was given up. */
  async #ask(mark: string): Promise<string | undefined> {
    let typed = '';
    for (;;) {
      await this.#draw(mark + typed);
      const key = await this.#screen.keys.next();
      if (key === undefined || key === '\x1b' || key === '\x03') return undefined;
      if (key === '\r' || key === '\n') return typed;
      if (key === '\x7f' || key === '\b') {
        if (typed === '') return undefined;
        typed = [...typed].slice(0, -1).join('');
      } else if (key >= ' ' && !key.startsWith('\x1b')) typed += key;
    }
  }

  async #search(mark: '/' | '?'): Promise<void> {
    const typed = await this.#ask(mark);
    if (typed === undefined) return;
    this.#state.direction = mark === '/' ? 1 : -1;
    if (typed !== '') this.#state.search = typed;
    if (runNormal(this.#state, 'n') === 'not-found')
      this.#message = `E486: Pattern not found: ${this.#state.search}`;
  }

  #execute(line: string): boolean {
    const result = runExCommand(this.#proc, this.#state.buffer, this.#path, line);
    this.#path = result.path;
    this.#message = result.message;
    return result.quits;
  }
}
