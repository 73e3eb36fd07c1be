import type { TextBuffer } from './text-buffer.ts';

/** vi between two keys. */
export interface NormalState {
  readonly buffer: TextBuffer;
  mode: 'normal' | 'insert';
  /** A count or an operator that waits for more. */
  pending: string;
  /** What was deleted or yanked; lines, or a piece of one. */
  register: { readonly lines: readonly string[] } | { readonly text: string } | undefined;
  search: string;
  direction: 1 | -1;
}

/** Takes a key in normal mode. */
export function runNormal(state: NormalState, key: string): 'write-quit' | 'not-found' | undefined {
  if (key === '') return undefined;
  if (key === '\x1b') {
    state.pending = '';
    return undefined;
  }
  state.pending += key;
  const [, digits = '', command = ''] = /^((?:[1-9]\d*)?)([^]*)$/.exec(state.pending) ?? [];
  if (command === '' || /^([dycgZr>]|[dyc]\d*)$/.test(command)) return undefined;
  state.pending = '';
  return new Command(state, digits === '' ? undefined : Number(digits)).run(command);
}

class Command {
  readonly #state: NormalState;
  readonly #buffer: TextBuffer;
  readonly #given: number | undefined;
  readonly #count: number;

  constructor(state: NormalState, count: number | undefined) {
    this.#state = state;
    this.#buffer = state.buffer;
    this.#given = count;
    this.#count = count ?? 1;
  }

  run(command: string): 'write-quit' | 'not-found' | undefined {
    if (command === 'ZZ') return 'write-quit';
    if (command === 'n' || command === 'N') return this.#searchAgain(command);
    if (this.#move(command)) return undefined;
    this.#buffer.mark();
    if (!this.#starts(command)) this.#edit(command);
    if (this.#state.mode === 'normal') this.#buffer.moveTo(this.#buffer.row, this.#buffer.column, false);
    return undefined;
  }

  #searchAgain(command: string): 'not-found' | undefined {
    const { search, direction } = this.#state;
    const step = (command === 'n' ? direction : -direction) as 1 | -1;
    const found = search === '' ? undefined : this.#buffer.find(search, step);
    if (!found) return 'not-found';
    this.#buffer.moveTo(found.row, found.column, false);
    return undefined;
  }

  #move(command: string): boolean {
    const { row, column, current, count: lines } = this.#buffer;
    const to = (newRow: number, newColumn: number): true => (this.#buffer.moveTo(newRow, newColumn, false), true);
    switch (command) {
      case 'h': case '\x1b[D': case '\x1bOD': case '\x7f': return to(row, column - this.#count);
      case 'l': case ' ': case '\x1b[C': case '\x1bOC': return to(row, column + this.#count);
      case 'j': case '\x1b[B': case '\x1bOB': case '\x0e': return to(row + this.#count, column);
      case 'k': case '\x1b[A': case '\x1bOA': case '\x10': return to(row - this.#count, column);
      case '\r': case '+': return to(row + this.#count, 0);
      case '-': return to(row - this.#count, 0);
      case '0': case '\x1b[H': return to(row, 0);
      case '^': return to(row, Math.max(0, current.findIndex((char) => !/\s/.test(char))));
      case '$': case '\x1b[F': return to(row, Infinity);
      case 'G': return to((this.#given ?? lines) - 1, 0);
      case 'gg': return to((this.#given ?? 1) - 1, 0);
      case '\x06': case '\x1b[6~': return to(row + 20, column);
      case '\x02': case '\x1b[5~': return to(row - 20, column);
      case '\x04': return to(row + 10, column);
      case '\x15': return to(row - 10, column);
      case 'w': case 'W': return this.#word(1, (at) => /\s/.test(at(-1)) && !/\s/.test(at(0)));
      case 'b': case 'B': return this.#word(-1, (at) => (/\s/.test(at(-1)) || at(-1) === '') && !/\s/.test(at(0)) && at(0) !== '');
      case 'e': case 'E': return this.#word(1, (at) => !/\s/.test(at(0)) && at(0) !== '' && (/\s/.test(at(1)) || at(1) === ''));
      default: return false;
    }
  } // prettier-ignore

  /** Steps until the place fits, over the ends of lines. */
  #word(step: 1 | -1, fits: (at: (offset: number) => string) => boolean): true {
    const buffer = this.#buffer;
    for (let left = this.#count; left > 0; left--) {
      do {
        const next = buffer.column + step;
        if (next >= 0 && next < Math.max(1, buffer.current.length)) buffer.column = next;
        else if (step > 0 ? buffer.row + 1 >= buffer.count : buffer.row === 0) return true;
        else buffer.moveTo(buffer.row + step, step > 0 ? 0 : Infinity, false);
      } while (!fits((offset) => buffer.current[buffer.column + offset] ?? (buffer.column + offset < 0 && step > 0 ? ' ' : '')));
    }
    return true;
  } // prettier-ignore

  /** Commands that begin to insert. */
  #starts(command: string): boolean {
    const buffer = this.#buffer;
    switch (command) {
      case 'i': break;
      case 'a': buffer.moveTo(buffer.row, buffer.column + 1); break;
      case 'I': buffer.moveTo(buffer.row, Math.max(0, buffer.current.findIndex((char) => !/\s/.test(char)))); break;
      case 'A': buffer.moveTo(buffer.row, Infinity); break;
      case 'o': buffer.putLines(buffer.row + 1, ['']); break;
      case 'O': buffer.putLines(buffer.row, ['']); break;
      case 'C': this.#cutRest(); buffer.moveTo(buffer.row, Infinity); break;
      case 'cc': case 'S': this.#cutRange(buffer.row, 0, buffer.row, buffer.current.length); break;
      case 'cw': this.#operate('c', 'e'); break;
      case 's': this.#cutRange(buffer.row, buffer.column, buffer.row, Math.min(buffer.current.length, buffer.column + this.#count)); break;
      default: return false;
    }
    this.#state.mode = 'insert';
    return true;
  } // prettier-ignore

  #edit(command: string): void {
    const buffer = this.#buffer;
    switch (command) {
      case 'x': case '\x1b[3~': this.#cutRange(buffer.row, buffer.column, buffer.row, Math.min(buffer.current.length, buffer.column + this.#count)); return;
      case 'X': this.#cutRange(buffer.row, Math.max(0, buffer.column - this.#count), buffer.row, buffer.column); return;
      case 'D': this.#cutRest(); return;
      case 'dd': this.#state.register = { lines: buffer.cutLines(buffer.row, this.#count) }; return;
      case 'yy': case 'Y': this.#state.register = { lines: Array.from({ length: Math.min(this.#count, buffer.count - buffer.row) }, (_, index) => buffer.line(buffer.row + index)) }; return;
      case 'dG': this.#state.register = { lines: buffer.cutLines(buffer.row, Infinity) }; return;
      case 'dgg': this.#state.register = { lines: buffer.cutLines(0, buffer.row + 1) }; return;
      case 'p': case 'P': this.#put(command === 'p'); return;
      case 'J': buffer.moveTo(buffer.row, Infinity); if (buffer.delete() === '\n') buffer.insert(' '); return;
      case 'u': buffer.undo(); buffer.undo(); return;
      case '~': this.#swapCase(); return;
      default:
        if (/^r[^]$/.test(command)) this.#replace(command.slice(1));
        else if (/^[dy]\d*[^]+$/.test(command)) this.#operate(command.charAt(0), command.slice(1));
    }
  } // prettier-ignore

  #replace(char: string): void {
    const buffer = this.#buffer;
    if (buffer.column >= buffer.current.length) return;
    buffer.delete();
    buffer.insert(char === '\r' ? '\n' : char);
    if (char !== '\r') buffer.column--;
  }

  #swapCase(): void {
    const char = this.#buffer.current[this.#buffer.column];
    if (char === undefined) return;
    this.#buffer.delete();
    this.#buffer.insert(char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase());
  }

  #cutRest(): void {
    this.#cutRange(this.#buffer.row, this.#buffer.column, this.#buffer.row, this.#buffer.current.length);
  }

  /** An operator over a motion: `dw`, `d$`, `y0`, `dj` … */
  #operate(operator: string, rest: string): void {
    const [, digits = '', motion = ''] = /^(\d*)([^]*)$/.exec(rest) ?? [];
    const buffer = this.#buffer;
    const [row, column] = [buffer.row, buffer.column];
    const count = this.#count * Number(digits || 1);
    if (!new Command(this.#state, count).#move(motion)) return;
    const [newRow, newColumn] = [buffer.row, buffer.column];
    const byLine = /^(j|k|\x1b\[[AB])$/.test(motion);
    const [top, bottom] = [Math.min(row, newRow), Math.max(row, newRow)];
    buffer.moveTo(row, column);
    if (byLine && operator === 'd') {
      this.#state.register = { lines: buffer.cutLines(top, bottom - top + 1) };
      return;
    }
    const forward = newRow > row || (newRow === row && newColumn >= column);
    const wordEnd = motion === 'w' && newRow > row;
    const inclusive = /^[e$E]$/.test(motion) || (motion === 'w' && newRow === row && newColumn === buffer.current.length - 1 && !/\s/.test(buffer.current[newColumn - 1] ?? ' '));
    const [endRow, endColumn] = wordEnd ? [row, buffer.current.length] : [newRow, newColumn + (inclusive ? 1 : 0)];
    if (forward) this.#cutRange(row, column, endRow, endColumn, operator === 'y');
    else this.#cutRange(newRow, newColumn, row, column, operator === 'y');
  } // prettier-ignore

  #cutRange(row: number, column: number, endRow: number, endColumn: number, keeps = false): void {
    const buffer = this.#buffer;
    buffer.moveTo(row, column);
    let length = endColumn - column;
    for (let at = row; at < endRow; at++) length += [...buffer.line(at)].length + 1;
    let text = '';
    for (let left = length; left > 0; left--) text += buffer.delete();
    if (text !== '') this.#state.register = { text };
    if (!keeps) return;
    buffer.insert(text);
    buffer.moveTo(row, column);
  }

  #put(after: boolean): void {
    const { register } = this.#state;
    const buffer = this.#buffer;
    if (!register) return;
    if ('lines' in register) {
      for (let left = this.#count; left > 0; left--)
        buffer.putLines(buffer.row + (after ? 1 : 0), register.lines);
      return;
    }
    if (after) buffer.moveTo(buffer.row, buffer.column + 1);
    buffer.insert(register.text.repeat(this.#count));
    buffer.moveTo(buffer.row, buffer.column - 1, false);
  }
}
