import { tableOf } from '../../lib/table.ts';

/** What a key does in the line editor. */
export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'command'; readonly name: KeyCommand };

export type KeyCommand =
  | 'accept' | 'interrupt' | 'end' | 'left' | 'right' | 'home' | 'lineEnd' | 'up' | 'down' | 'backspace' | 'delete' | 'killEnd' | 'killStart' | 'killBlankWord'
  | 'killWord' | 'killNextWord' | 'yank' | 'wordLeft' | 'wordRight' | 'clear' | 'complete' | 'search' | 'transpose' | 'cancel' | 'undo' | 'lastArgument' | 'ignore'
  | 'firstLine' | 'lastLine'; // prettier-ignore

const CONTROL: Readonly<Record<string, KeyCommand>> = tableOf({
  '\r': 'accept', '\n': 'accept', '\x01': 'home', '\x02': 'left', '\x03': 'interrupt', '\x04': 'end', '\x05': 'lineEnd', '\x06': 'right', '\x07': 'cancel',
  '\b': 'backspace', '\t': 'complete', '\x0b': 'killEnd', '\x0c': 'clear', '\x0e': 'down', '\x10': 'up', '\x12': 'search', '\x14': 'transpose', '\x15': 'killStart',
  '\x17': 'killBlankWord', '\x19': 'yank', '\x1f': 'undo', '\x7f': 'backspace',
}); // prettier-ignore

const ESCAPES: Readonly<Record<string, KeyCommand>> = tableOf({
  '[A': 'up', '[B': 'down', '[C': 'right', '[D': 'left', '[H': 'home', '[F': 'lineEnd', OA: 'up', OB: 'down', OC: 'right', OD: 'left', OH: 'home', OF: 'lineEnd',
  '[1~': 'home', '[4~': 'lineEnd', '[3~': 'delete', '[3;5~': 'killNextWord', '[1;5C': 'wordRight', '[1;5D': 'wordLeft', '[1;3C': 'wordRight', '[1;3D': 'wordLeft',
  b: 'wordLeft', f: 'wordRight', d: 'killNextWord', '\x7f': 'killWord', '\b': 'killWord', '<': 'firstLine', '>': 'lastLine', '.': 'lastArgument', _: 'lastArgument',
}); // prettier-ignore

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

/** Turns what arrives from the terminal into keys; incomplete sequences wait for the rest. */
export class KeyReader {
  #pending = '';
  /** Where the end of a paste is looked for. */
  #searched = 0;

  /** A paste that has not ended. */
  get inPaste(): boolean {
    return this.#pending.startsWith(PASTE_START);
  }

  feed(text: string): Key[] {
    this.#pending += text;
    const keys: Key[] = [];
    for (let key = this.#next(); key; key = this.#next()) keys.push(key);
    return keys;
  }

  #next(): Key | undefined {
    const source = this.#pending;
    if (source === '') return undefined;
    if (source.startsWith(PASTE_START)) return this.#paste(source);
    if (source[0] === '\x1b') return this.#escape(source);
    const command = CONTROL[source[0] as string];
    if (command) return this.#take(1, { kind: 'command', name: command });
    const run = /^[^\x00-\x1f\x7f]+/.exec(source)?.[0];
    return run
      ? this.#take(run.length, { kind: 'text', text: run })
      : this.#take(1, { kind: 'command', name: 'ignore' });
  }

  #paste(source: string): Key | undefined {
    const end = source.indexOf(PASTE_END, this.#searched);
    this.#searched = end < 0 ? Math.max(0, source.length - PASTE_END.length) : 0;
    if (end < 0) return undefined;
    const text = source.slice(PASTE_START.length, end).replace(/\r\n?/g, '\n');
    return this.#take(end + PASTE_END.length, { kind: 'paste', text });
  }

  #escape(source: string): Key | undefined {
    const match = /^\x1b(\[[0-9;]*[~A-Za-z]|O[A-Za-z]|[^[O])/.exec(source);
    if (!match) return source.length > 12 ? this.#take(1, { kind: 'command', name: 'ignore' }) : undefined;
    return this.#take(match[0].length, { kind: 'command', name: ESCAPES[match[1] as string] ?? 'ignore' });
  }

  #take(length: number, key: Key): Key {
    this.#pending = this.#pending.slice(length);
    return key;
  }
}
