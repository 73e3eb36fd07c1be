import { charWidth, textWidth } from '../../lib/text-width.ts';
import { isSysError } from '../errno.ts';
import type { Process } from '../process.ts';
import { RAW_MODE } from '../tty/tty.ts';
import { KeyReader, type Key, type KeyCommand } from './keys.ts';
import { LineBuffer } from './line-buffer.ts';

export interface Completion {
  /** How many characters before the cursor the candidates replace. */
  readonly replace: number;
  readonly candidates: readonly string[];
}

export interface ReadLineOptions {
  readonly prompt: string;
  /** Oldest first; not changed here. */
  readonly history: readonly string[];
  readonly complete?: (line: string, cursor: number) => Completion | Promise<Completion>;
  /** Keys that were typed too early, before the editor ran; the rest goes back in. */
  readonly typeahead: { keys: Key[] };
}

export type ReadLineResult = { readonly line: string } | 'interrupted' | 'eof';

/** Edits one line on the process's terminal. @throws SysError EIO when the terminal is gone */
export async function readLine(proc: Process, options: ReadLineOptions): Promise<ReadLineResult> {
  const { tty } = proc.stdin;
  if (!tty) throw new Error('line editing needs a terminal');
  const saved = tty.getMode();
  tty.setMode({ ...RAW_MODE, mapNewline: false });
  try {
    return await new LineEditor(proc, options, () => tty.getSize().columns).run();
  } finally {
    tty.setMode(saved);
  }
}

class LineEditor {
  readonly #proc: Process;
  readonly #options: ReadLineOptions;
  readonly #columns: () => number;
  readonly #buffer = new LineBuffer();
  readonly #keys = new KeyReader();
  readonly #decoder = new TextDecoder();
  #historyAt: number;
  #draft = '';
  /** Row of the cursor below the prompt's first row, as last drawn. */
  #row = 0;
  /** Column in which the prompt begins: output before it may have ended without a newline. */
  #start = 0;
  #search: { query: string; found: string; from: number } | undefined;
  #lastTab = false;

  constructor(proc: Process, options: ReadLineOptions, columns: () => number) {
    this.#proc = proc;
    this.#options = options;
    this.#columns = columns;
    this.#historyAt = options.history.length;
  }

  async run(): Promise<ReadLineResult> {
    const column = this.#proc.stdin.tty?.getColumn() ?? 0;
    this.#start = column % this.#columns();
    const atMargin = column > 0 && this.#start === 0;
    await this.#proc.out(`\x1b[?2004h${atMargin ? '\r\n' : ''}`);
    await this.#draw();
    try {
      for (;;) {
        const keys = this.#options.typeahead.keys;
        if (keys.length === 0) keys.push(...(await this.#read()));
        for (let key = keys.shift(); key; key = keys.shift()) {
          const result = await this.#handle(key);
          if (result) return result;
        }
        await this.#draw();
      }
    } finally {
      await this.#proc.out('\x1b[?2004l');
    }
  }

  async #read(): Promise<Key[]> {
    for (;;) {
      try {
        const bytes = await this.#proc.stdin.read(4096);
        if (!bytes) return [{ kind: 'command', name: 'end' }];
        const keys = this.#keys.feed(this.#decoder.decode(bytes, { stream: true }));
        if (keys.length) return keys;
      } catch (error) {
        if (!isSysError(error, 'EINTR')) throw error;
        return [];
      }
    }
  }

  async #handle(key: Key): Promise<ReadLineResult | undefined> {
    if (this.#search) return this.#searchKey(key);
    if (key.kind === 'text') this.#buffer.insert(key.text);
    else if (key.kind === 'paste') return this.#paste(key.text);
    else {
      const tab = key.name === 'complete';
      const result = await this.#command(key.name);
      this.#lastTab = tab;
      return result;
    }
    this.#lastTab = false;
    return undefined;
  }

  /** Pasted lines are run one after another; the last one stays to be edited. */
  async #paste(text: string): Promise<ReadLineResult | undefined> {
    const [first = '', ...rest] = text.split('\n');
    this.#buffer.insert(first);
    if (rest.length === 0) return undefined;
    this.#options.typeahead.keys.unshift({ kind: 'paste', text: rest.join('\n') });
    return this.#accept();
  }

  async #accept(): Promise<ReadLineResult> {
    this.#buffer.moveTo(this.#buffer.chars.length);
    await this.#draw();
    await this.#proc.out('\r\n');
    return { line: this.#buffer.text };
  }

  async #command(name: KeyCommand): Promise<ReadLineResult | undefined> {
    const buffer = this.#buffer;
    switch (name) {
      case 'accept':
        return this.#accept();
      case 'interrupt':
        buffer.moveTo(buffer.chars.length);
        await this.#draw();
        await this.#proc.out('^C\r\n');
        return 'interrupted';
      case 'end':
        if (buffer.chars.length === 0) return 'eof';
        buffer.deleteTo(buffer.cursor + 1);
        return undefined;
      case 'clear':
        await this.#proc.out('\x1b[H\x1b[2J');
        this.#row = 0;
        this.#start = 0;
        return undefined;
      case 'complete':
        await this.#complete();
        return undefined;
      case 'search':
        this.#search = { query: '', found: '', from: this.#options.history.length };
        return undefined;
      default:
        this.#edit(name);
        return undefined;
    }
  }

  #edit(name: KeyCommand): void {
    const buffer = this.#buffer;
    switch (name) {
      case 'left': return buffer.move(-1);
      case 'right': return buffer.move(1);
      case 'home': return buffer.moveTo(0);
      case 'lineEnd': return buffer.moveTo(buffer.chars.length);
      case 'wordLeft': return buffer.moveTo(buffer.wordStart());
      case 'wordRight': return buffer.moveTo(buffer.wordEnd());
      case 'backspace': return buffer.deleteTo(buffer.cursor - 1);
      case 'delete': return buffer.deleteTo(buffer.cursor + 1);
      case 'killEnd': return buffer.deleteTo(buffer.chars.length, true);
      case 'killStart': return buffer.deleteTo(0, true);
      case 'killWord': return buffer.deleteTo(buffer.wordStart(true), true);
      case 'killNextWord': return buffer.deleteTo(buffer.wordEnd(), true);
      case 'yank': return buffer.insert(buffer.killed);
      case 'transpose': return buffer.transpose();
      case 'up': return this.#recall(this.#historyAt - 1);
      case 'down': return this.#recall(this.#historyAt + 1);
      case 'firstLine': return this.#recall(0);
      case 'lastLine': return this.#recall(this.#options.history.length);
      default: return;
    }
  } // prettier-ignore

  #recall(index: number): void {
    const { history } = this.#options;
    if (index < 0 || index > history.length) return;
    if (this.#historyAt === history.length) this.#draft = this.#buffer.text;
    this.#historyAt = index;
    this.#buffer.text = index === history.length ? this.#draft : (history[index] ?? '');
  }

  // Completion

  async #complete(): Promise<void> {
    const { complete } = this.#options;
    if (!complete) return;
    const buffer = this.#buffer;
    const { replace, candidates } = await complete(buffer.text, buffer.cursor);
    const typed = buffer.chars.slice(buffer.cursor - replace, buffer.cursor).join('');
    const common = commonPrefix(candidates);
    if (candidates.length === 1 || common.length > typed.length) {
      buffer.deleteTo(buffer.cursor - replace);
      const [only] = candidates;
      buffer.insert(
        candidates.length === 1 && only !== undefined ? (/[/=]$/.test(only) ? only : `${only} `) : common,
      );
      return;
    }
    if (candidates.length > 1 && this.#lastTab) await this.#list(candidates);
  }

  async #list(candidates: readonly string[]): Promise<void> {
    const names = candidates.map(
      (candidate) => candidate.replace(/\/$/, '').split('/').at(-1) + (candidate.endsWith('/') ? '/' : ''),
    );
    const width = Math.max(...names.map(textWidth)) + 2;
    const perRow = Math.max(1, Math.floor(this.#columns() / width));
    const rows = Math.ceil(names.length / perRow);
    const lines = Array.from({ length: rows }, (_, row) =>
      names
        .filter((_name, index) => index % rows === row)
        .map((name) => name.padEnd(width))
        .join('')
        .trimEnd(),
    );
    this.#buffer.moveTo(this.#buffer.cursor);
    await this.#proc.out(`\r\n${lines.join('\r\n')}\r\n`);
    this.#row = 0;
    this.#start = 0;
  }

  // Search backwards in the history

  async #searchKey(key: Key): Promise<ReadLineResult | undefined> {
    const search = this.#search;
    if (!search) return undefined;
    if (key.kind !== 'command') search.query += key.text;
    else if (key.name === 'backspace') search.query = search.query.slice(0, -1);
    else if (key.name === 'search') search.from = this.#findBackwards(search.query, search.from).index;
    else {
      this.#search = undefined;
      if (key.name === 'cancel' || key.name === 'interrupt') return undefined;
      this.#buffer.text = search.found || this.#buffer.text;
      return this.#command(key.name);
    }
    if (key.kind !== 'command' || key.name !== 'search') search.from = this.#options.history.length;
    search.found = this.#findBackwards(search.query, search.from).line;
    return undefined;
  }

  #findBackwards(query: string, from: number): { index: number; line: string } {
    const { history } = this.#options;
    for (let index = from - 1; index >= 0 && query !== ''; index--) {
      const line = history[index] ?? '';
      if (line.includes(query)) return { index, line };
    }
    return { index: from, line: '' };
  }

  // Drawing

  /** Draws prompt and line anew from the prompt's first row, over as many rows as it takes. */
  async #draw(): Promise<void> {
    const columns = Math.max(8, this.#columns());
    const search = this.#search;
    const prompt = search ? `(reverse-i-search)\`${search.query}': ` : this.#options.prompt;
    const text = search ? search.found : this.#buffer.text;
    const cursorText = search ? text : this.#buffer.chars.slice(0, this.#buffer.cursor).join('');
    const promptText = prompt.split('\n').at(-1) ?? '';
    const start = this.#start + textWidth(stripEscapes(promptText));
    const end = layout(start, text, columns);
    const cursor = layout(start, cursorText, columns);
    const up = this.#row > 0 ? `\x1b[${this.#row}A` : '';
    const wrap = end.column === 0 && end.row > 0 ? ' \r' : '';
    const back = end.row - cursor.row;
    const place = `${back > 0 ? `\x1b[${back}A` : ''}\r${cursor.column > 0 ? `\x1b[${cursor.column}C` : ''}`;
    this.#row = cursor.row;
    const first = this.#start > 0 ? `\x1b[${this.#start}C` : '';
    await this.#proc.out(`${up}\r${first}\x1b[J${prompt}${text}${wrap}${place}`);
  }
}

function layout(start: number, text: string, columns: number): { row: number; column: number } {
  let [row, column] = [Math.floor(start / columns), start % columns];
  for (const char of text) {
    const width = charWidth(char.codePointAt(0) ?? 0);
    if (column + width > columns) [row, column] = [row + 1, 0];
    column += width;
  }
  return column === columns ? { row: row + 1, column: 0 } : { row, column };
}

function stripEscapes(text: string): string {
  return text.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '');
}

function commonPrefix(candidates: readonly string[]): string {
  const [first = '', ...others] = candidates;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
