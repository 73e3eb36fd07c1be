import { isSysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { moduleHead } from './es-modules.ts';
import { LIBRARY } from './lib/library.ts';
import { moduleFormat } from './resolve.ts';
import type { NodeProgram } from './run-node.ts';
import type { ErrorWords as Words } from './runtime/program-error.ts';
import { MODULE_HEAD, rewordError, type Sources } from './runtime/stack.ts';

/** What a terminal's lines are called in stacks. */
const EVALUATED = '[repl]';

/** Errors in Node's words: knows the sources that they are about. */
export class ErrorWords {
  readonly #files: FileView;
  readonly #program: NodeProgram;
  readonly #inline: string;
  readonly #lines = new Map<string, readonly string[] | undefined>();
  /** Places of what could not be parsed, by the error's stack. */
  readonly #places = new Map<string, string>();
  readonly #sources: Sources;

  constructor(files: FileView, program: NodeProgram, inline: string) {
    this.#files = files;
    this.#program = program;
    this.#inline = inline;
    this.#sources = { lines: (file) => this.#linesOf(file), head: (file) => this.#headOf(file), evaluated: `[${program.kind}]` };
  } // prettier-ignore

  /** What a terminal's line is evaluated as: errors are told by it from now on. */
  evaluates(source: string): void {
    this.#lines.set(EVALUATED, source.split('\n'));
  }

  reword(error: Words): Words {
    const { words, place } = rewordError(error, this.#sources);
    if (place !== undefined) this.#places.set(words.stack, place);
    return words;
  }

  /** File, line and a mark under the place where an error was made, as they stand before an uncaught one; empty where that is not known. */
  where(stack: string): string {
    if (stack.includes("\nEmitted 'error' event")) return unhandledError();
    const place =
      this.#places.get(stack) ?? /^ {4}at (?:.*\()?((?:\/|node:|file:|\[).*?:\d+:\d+)\)?$/m.exec(stack)?.[1];
    const [, file = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(place ?? '') ?? [];
    const all = this.#linesOf(file);
    const source = all?.[Number(line) - 1] ?? (Number(line) > (all?.length ?? 0) ? all?.findLast((one) => one !== '') : undefined);
    if (source === undefined) return '';
    if (file.startsWith('node:')) return `${file}:${line}\n${shortStatement(source, Number(column) - 1)}`;
    const shown = file === this.#inline ? `file://${file}` : moduleFormatOf(this.#files, file) ? `file://${file}` : file;
    const before = source.slice(0, statementStart(source, Number(column) - 1));
    return `${shown}:${line}\n${source}\n${before.replace(/[^\t]/g, ' ')}^`;
  } // prettier-ignore

  #headOf(file: string): number {
    if (!file.startsWith('/')) return 0;
    const isModule = file === this.#inline || moduleFormatOf(this.#files, file);
    return isModule ? moduleHead(file).length : MODULE_HEAD.length;
  }

  #linesOf(file: string): readonly string[] | undefined {
    if (!this.#lines.has(file)) this.#lines.set(file, this.#read(file)?.split('\n'));
    return this.#lines.get(file);
  }

  #read(file: string): string | undefined {
    if (file === this.#inline || /^\[(?:eval|stdin)\]$/.test(file)) return this.#program.source;
    if (file.startsWith('node:')) return LIBRARY.get(file.slice(5));
    if (!file.startsWith('/')) return undefined;
    try {
      return this.#files.readText(file);
    } catch (error) {
      if (isSysError(error)) return undefined;
      throw error;
    }
  }
}

/** Where EventEmitter throws an error that nobody listens for. */
function unhandledError(): string {
  const lines = LIBRARY.get('events')?.split('\n') ?? [];
  const at = lines.findIndex((line) => line.includes("throw er; // Unhandled 'error' event"));
  return `node:events:${at + 1}\n      ${lines[at]?.trim()}\n      ^`;
}

function moduleFormatOf(files: FileView, file: string): boolean {
  return (
    file.startsWith('/') && files.statIfAny(file) !== undefined && moduleFormat(files, file) === 'module'
  );
}

/** V8 marks a `throw` at its beginning, where QuickJS knows the place of `new`. */
function statementStart(source: string, column: number): number {
  const thrown = /\bthrow\s+(?:n|new\s+[\w$.]*\(?)?$/.exec(source.slice(0, column + 1));
  return thrown ? thrown.index : Math.max(0, column);
}

/** A line of the library is a longer one than Node's: its statement alone, and the mark at its beginning. */
function shortStatement(source: string, column: number): string {
  const before = source.slice(0, column + 1);
  const start = Math.max(
    before.lastIndexOf('throw '),
    ...[...before.matchAll(/[;{})]\s+/g)].map((one) => one.index + one[0].length),
  );
  const [statement = ''] = source.slice(start).split(/;|\s}/);
  return `    ${statement.length > 0 && statement.length < MOST_SHOWN ? statement.trim() : 'throw err'};\n    ^`;
}
const MOST_SHOWN = 90;
