/** Keys, and the numbers of items. */
export type YamlKeys = readonly (string | number)[];

/** A key or an item of a file that may be half written. Columns from 1, ends exclusive. */
export interface YamlEntry {
  /** With its own key or number. */
  readonly path: YamlKeys;
  /** From 1. */
  readonly line: number;
  /** Where the key stands, or an item's text. */
  readonly startColumn: number;
  readonly endColumn: number;
  /** What is behind the key on its line, or an item's text: without quotes, comment and blanks around. */
  readonly value: string;
  readonly valueColumn: number;
}

/** Where somebody writes. */
export interface YamlPlace {
  /** Of the value behind a key; else of the mapping or item that is written into. */
  readonly path: YamlKeys;
  readonly isBehindKey: boolean;
  /** What stands there of it, up to the cursor. */
  readonly typed: string;
  /** How far the mapping is indented. */
  readonly indent: number;
}

interface Frame {
  readonly column: number;
  readonly isItem: boolean;
  readonly path: YamlKeys;
  /** Items so far. */
  items: number;
}

const ITEM = /^-(?:\s+|$)/;
const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#[{-][^"'#]*?))\s*:(?=\s|$)/;
const BLOCK_TEXT = /^[|>][-+\d]*\s*(?:#.*)?$/;

/**
 * The keys and items of a text by its indentation, in their order. Unlike a parser it reads what is not whole yet. Flow collections stay values, and the
 * lines of a block text are left out.
 */
export function scanYaml(text: string): YamlEntry[] {
  return new Scanner().lines(text.split('\n'));
}

/** Where one writes at a place of a text; undefined in a comment, in a block text, and where nothing can begin. Line and column from 1. */
export function placeIn(text: string, line: number, column: number): YamlPlace | undefined {
  const lines = text.split('\n');
  const before = (lines[line - 1] ?? '').slice(0, column - 1);
  if (/(^|\s)#/.test(before)) return undefined;
  const scanner = new Scanner();
  scanner.lines(lines.slice(0, line - 1));
  return scanner.place(before);
}

class Scanner {
  #frames: Frame[] = [];
  /** Lines that are indented more belong to a block text. */
  #textColumn: number | undefined;
  #line = 0;

  lines(lines: readonly string[]): YamlEntry[] {
    return lines.flatMap((text) => {
      this.#line += 1;
      return this.#isSkipped(text) ? [] : this.#entries(text);
    });
  }

  place(before: string): YamlPlace | undefined {
    const indent = indentOf(before);
    if (this.#textColumn !== undefined && indent > this.#textColumn) return undefined;
    const [column, rest] = this.#items(before);
    const key = KEY.exec(rest);
    const value = rest.slice(key?.[0].length ?? 0);
    // `4000:` becomes a mapping of ports, or a key.
    if (!key || value === '') {
      this.#leave(column, false);
      return { path: this.#path, isBehindKey: false, typed: unquoted(rest), indent: column };
    }
    const path = [...this.#enter(column, false), keyOf(key)];
    const flow = /^\s*\[(?:.*[,[])?\s*(.*)$/.exec(value);
    if (flow)
      return { path: [...path, 0], isBehindKey: true, typed: unquoted(flow[1] ?? ''), indent: column };
    return { path, isBehindKey: true, typed: unquoted(value.trimStart()), indent: column };
  }

  #isSkipped(text: string): boolean {
    if (/^\s*(#|$)/.test(text)) return true;
    if (this.#textColumn !== undefined && indentOf(text) > this.#textColumn) return true;
    this.#textColumn = undefined;
    if (!/^(---|\.\.\.)/.test(text)) return false;
    this.#frames = [];
    return true;
  }

  #entries(text: string): YamlEntry[] {
    const [column, rest] = this.#items(text);
    const key = KEY.exec(rest);
    if (!key) {
      const value = valueOf(rest);
      const isItem = this.#frames.at(-1)?.isItem === true && column > indentOf(text);
      const end = column + 1 + value.length;
      return isItem
        ? [{ ...this.#entry(this.#path, column, end), value: unquoted(value), valueColumn: column + 1 }]
        : [];
    }
    const path = [...this.#enter(column, false), keyOf(key)];
    this.#frames.push({ column, isItem: false, path, items: 0 });
    const behind = rest.slice(key[0].length);
    const value = valueOf(behind);
    if (BLOCK_TEXT.test(value)) this.#textColumn = indentOf(text);
    const valueColumn = column + 1 + key[0].length + (behind.length - behind.trimStart().length);
    const end = column + key[0].length;
    return [{ ...this.#entry(path, column, end), value: unquoted(value), valueColumn }];
  }

  #entry(
    path: YamlKeys,
    column: number,
    endColumn: number,
  ): Pick<YamlEntry, 'path' | 'line' | 'startColumn' | 'endColumn'> {
    return { path, line: this.#line, startColumn: column + 1, endColumn };
  }

  /** Goes into the items that a line begins. @returns where the rest of it is, and the rest */
  #items(text: string): [column: number, rest: string] {
    let column = indentOf(text);
    for (;;) {
      const item = ITEM.exec(text.slice(column));
      if (!item) return [column, text.slice(column)];
      const path = this.#enter(column, true);
      const parent = this.#frames.at(-1);
      const number = parent?.items ?? 0;
      if (parent) parent.items += 1;
      this.#frames.push({ column, isItem: true, path: [...path, number], items: 0 });
      column += item[0].length;
    }
  }

  /** Leaves what ends before a key or item at this column. @returns the path of what it is in */
  #enter(column: number, isItem: boolean): YamlKeys {
    this.#leave(column, isItem);
    return this.#path;
  }

  #leave(column: number, isItem: boolean): void {
    for (;;) {
      const top = this.#frames.at(-1);
      if (!top || top.column < column) return;
      // The items of a key may stand right below it.
      if (top.column === column && isItem && !top.isItem) return;
      this.#frames.pop();
    }
  }

  get #path(): YamlKeys {
    return this.#frames.at(-1)?.path ?? [];
  }
}

const indentOf = (text: string): number => text.length - text.trimStart().length;

const keyOf = ([, double, single, plain]: RegExpExecArray): string => double ?? single ?? plain ?? '';

/** Without what is a comment. */
const valueOf = (text: string): string => text.trim().replace(/(^|\s+)#.*$/, '');

const unquoted = (text: string): string => text.replace(/^(["'])(.*?)\1?$/, '$2');
