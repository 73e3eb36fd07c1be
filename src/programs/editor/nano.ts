import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { onScreen, type EditorScreen } from './editor-screen.ts';
import { editOutside, readForEdit, writeEdited } from './edited-file.ts';
import { TextBuffer } from './text-buffer.ts';

const VERSION = 'GNU nano 7.2';
const HELP = [
  '^G Help  ^O Write Out  ^W Where Is  ^K Cut    ^C Location',
  '^X Exit  ^R Read File  ^U Paste     M-U Undo  ^_ Go To Line',
];

/** nano: opens a file in the page's editor; without one, a small screen editor with nano's keys. Simplified: no selections, no replacing. @see nano(1) */
export const nano: Program = command(
  {
    short: 'ABEFGHILlMmNPRSTtUuVvWwxYZ',
    long: { linenumbers: 'l', view: 'v', autoindent: 'autoindent' },
    usage: '[OPTIONS] [[+LINE[,COLUMN]] FILE]...',
    version: ` ${VERSION}\n`,
  },
  async (proc, options) => {
    const names = options.operands.filter((word) => !word.startsWith('+'));
    const place = options.operands.find((word) => word.startsWith('+'));
    const path = names[0] ?? '';
    if (path !== '' && proc.files.statIfAny(path)?.type === 'directory') throw new CommandFailure(`"${path}" is a directory`);
    if (path !== '' && (await editOutside(proc, path))) return 0;
    return onScreen(proc, (screen) => new Nano(proc, screen, path).run(Number(place?.slice(1) ?? 1)), 'Standard input is not a terminal');
  },
); // prettier-ignore

class Nano {
  readonly #proc: Process;
  readonly #screen: EditorScreen;
  #path: string;
  #buffer = new TextBuffer('');
  #message = '';
  #cut: string[] = [];
  #cutting = false;
  #wanted = '';

  constructor(proc: Process, screen: EditorScreen, path: string) {
    this.#proc = proc;
    this.#screen = screen;
    this.#path = path;
  }

  async run(line: number): Promise<number> {
    if (this.#path !== '') {
      const found = readForEdit(this.#proc, this.#path);
      if (typeof found === 'string') this.#message = `[ Error reading ${this.#path}: ${found} ]`;
      else {
        this.#buffer = new TextBuffer(found.text);
        const { count } = this.#buffer;
        this.#message = found.isNew ? '[ New File ]' : `[ Read ${found.text === '' ? 0 : count} line${count === 1 ? '' : 's'} ]`;
      }
    }
    this.#buffer.moveTo(line - 1, 0);
    for (;;) {
      await this.#draw();
      const key = await this.#screen.keys.next();
      if (key === undefined) return 1;
      this.#message = '';
      if (key === '\x18' && (await this.#leaves())) return 0;
      const cutBefore = this.#cutting;
      this.#cutting = key === '\x0b';
      if (key === '\x0b' && !cutBefore) this.#cut = [];
      if (key !== '\x18') await this.#press(key);
    }
  } // prettier-ignore

  async #draw(question?: string): Promise<void> {
    const { columns } = this.#screen;
    const name = this.#path === '' ? 'New Buffer' : this.#path;
    const state = this.#buffer.modified ? 'Modified' : '';
    const space = Math.max(1, Math.floor((columns - name.length) / 2) - VERSION.length - 2);
    const title = `  ${VERSION}${' '.repeat(space)}${name}`;
    const head = [`\x1b[7m${title.slice(0, columns - state.length - 2).padEnd(columns - state.length - 2)}${state}  \x1b[27m`];
    const middle = ' '.repeat(Math.max(0, Math.floor((columns - this.#message.length) / 2)));
    const foot = [question ?? (this.#message === '' ? '' : `${middle}\x1b[7m${this.#message}\x1b[27m`), ...HELP.map((line) => line.slice(0, columns))];
    await this.#screen.draw(this.#buffer, { head, foot, inFoot: question !== undefined });
  } // prettier-ignore

  async #press(key: string): Promise<void> {
    const buffer = this.#buffer;
    const page = Math.max(1, this.#screen.rows - 4);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      '\x1b[A': [-1, 0], '\x10': [-1, 0], '\x1b[B': [1, 0], '\x0e': [1, 0], '\x1b[5~': [-page, 0], '\x19': [-page, 0], '\x1b[6~': [page, 0], '\x16': [page, 0],
    }; // prettier-ignore
    const move = moves[key.replace('\x1bO', '\x1b[')];
    if (move) return buffer.moveTo(buffer.row + move[0], buffer.column);
    switch (key) {
      case '\x1b[C': case '\x1bOC': case '\x06': return this.#right();
      case '\x1b[D': case '\x1bOD': case '\x02': return this.#left();
      case '\x1b[H': case '\x1b[1~': case '\x01': return buffer.moveTo(buffer.row, 0);
      case '\x1b[F': case '\x1b[4~': case '\x05': return buffer.moveTo(buffer.row, Infinity);
      case '\x1b[3~': case '\x04': buffer.mark(); buffer.delete(); return;
      case '\x7f': case '\b': buffer.mark(); return buffer.backspace();
      case '\r': case '\n': buffer.mark(); return buffer.insert('\n');
      case '\t': buffer.mark(); return buffer.insert('\t');
      case '\x0b': buffer.mark(); this.#cut.push(...buffer.cutLines(buffer.row, 1)); return;
      case '\x15': buffer.mark(); for (const line of this.#cut) buffer.insert(`${line}\n`); return;
      case '\x0f': case '\x13': await this.#save(key === '\x0f'); return;
      case '\x17': return this.#search();
      case '\x1f': return this.#goTo();
      case '\x03': this.#message = `[ line ${buffer.row + 1}/${buffer.count}, col ${buffer.column + 1}/${buffer.current.length + 1} ]`; return;
      case '\x07': this.#message = '[ ^O writes the file, ^X leaves, ^K and ^U cut and paste lines ]'; return;
      case '\x12': return this.#readFile();
      case '\x1b': return this.#meta();
      default: if (key >= ' ' && !key.startsWith('\x1b')) { buffer.mark(); buffer.insert(key); }
    }
  } // prettier-ignore

  async #meta(): Promise<void> {
    const key = await this.#screen.keys.next();
    if ((key === 'u' || key === 'U') && !this.#buffer.undo()) this.#message = '[ Nothing to undo ]';
  }

  #right(): void {
    const { row, column, current } = this.#buffer;
    if (column < current.length) this.#buffer.moveTo(row, column + 1);
    else if (row + 1 < this.#buffer.count) this.#buffer.moveTo(row + 1, 0);
  }

  #left(): void {
    const { row, column } = this.#buffer;
    if (column > 0) this.#buffer.moveTo(row, column - 1);
    else if (row > 0) this.#buffer.moveTo(row - 1, Infinity);
  }

  /** Asks for a line of text; undefined where it was cancelled. */
  async #ask(question: string, answer = ''): Promise<string | undefined> {
    let typed = answer;
    for (;;) {
      await this.#draw(`\x1b[7m${question}: ${typed}\x1b[27m`);
      const key = await this.#screen.keys.next();
      if (key === undefined || key === '\x03' || key === '\x1b') {
        this.#message = '[ Cancelled ]';
        return undefined;
      }
      if (key === '\r' || key === '\n') return typed;
      if (key === '\x7f' || key === '\b') typed = [...typed].slice(0, -1).join('');
      else if (key >= ' ' && !key.startsWith('\x1b')) typed += key;
    }
  }

  async #save(asks: boolean): Promise<boolean> {
    const path = asks || this.#path === '' ? await this.#ask('File Name to Write', this.#path) : this.#path;
    if (path === undefined || path === '') return false;
    const problem = writeEdited(this.#proc, path, this.#buffer.text);
    if (problem !== undefined) {
      this.#message = `[ Error writing ${path}: ${problem} ]`;
      return false;
    }
    this.#path = path;
    this.#buffer.modified = false;
    this.#message = `[ Wrote ${this.#buffer.count} line${this.#buffer.count === 1 ? '' : 's'} ]`;
    return true;
  }

  async #leaves(): Promise<boolean> {
    if (!this.#buffer.modified) return true;
    for (;;) {
      await this.#draw('\x1b[7mSave modified buffer? (Y Yes, N No, ^C Cancel) \x1b[27m');
      const key = await this.#screen.keys.next();
      if (key === undefined || /^[nN]$/.test(key)) return true;
      if (/^[yY]$/.test(key)) return this.#save(true);
      if (key === '\x03' || key === '\x1b') {
        this.#message = '[ Cancelled ]';
        return false;
      }
    }
  }

  async #search(): Promise<void> {
    const typed = await this.#ask(`Search${this.#wanted === '' ? '' : ` [${this.#wanted}]`}`);
    if (typed === undefined) return;
    this.#wanted = typed === '' ? this.#wanted : typed;
    const found = this.#wanted === '' ? undefined : this.#buffer.find(this.#wanted, 1);
    if (found) this.#buffer.moveTo(found.row, found.column);
    else this.#message = `[ "${this.#wanted}" not found ]`;
  }

  async #goTo(): Promise<void> {
    const typed = await this.#ask('Enter line number, column number');
    if (typed === undefined) return;
    const [line, column = 1] = typed.split(/[ ,]+/).map(Number);
    if (line) this.#buffer.moveTo(line - 1, column - 1);
    else this.#message = '[ Invalid line or column number ]';
  }

  async #readFile(): Promise<void> {
    const path = await this.#ask('File to insert [from ./]');
    if (path === undefined || path === '') return;
    const found = readForEdit(this.#proc, path);
    if (typeof found === 'string' || found.isNew) {
      this.#message = `[ Error reading ${path}: ${typeof found === 'string' ? found : 'No such file or directory'} ]`;
      return;
    }
    this.#buffer.mark();
    this.#buffer.insert(found.text);
  }
}
