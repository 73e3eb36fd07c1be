import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { LIBRARY } from '../lib/library.ts';
import { IMAGE_LIBRARY } from '../places.ts';
import { cachedTransform } from '../transform/cached-transform.ts';
import type { PythonVersion } from '../versions.ts';
import { explain } from './explain.ts';
import { formatTraceback, type ErrorRecord } from './format-traceback.ts';
import { parseFrames } from './frames.ts';
import { createSource, type Source } from './sources.ts';
import { findTooNew } from './too-new.ts';
import { findSyntaxProblem, formatSyntaxProblem, type SyntaxProblem } from './syntax-error.ts';

/** Tells a process's errors with its sources. */
export class ErrorTeller {
  readonly #proc: Process;
  readonly #version: PythonVersion;
  readonly #sources = new Map<string, Source | undefined>();

  /** `name` is what frames call the program. */
  constructor(proc: Process, version: PythonVersion, name: string, program: string) {
    this.#proc = proc;
    this.#version = version;
    const source = createSource(name, program, cachedTransform(program).lines);
    this.#sources.set(name, source);
    this.#sources.set('__main__', source);
  }

  /** A text that runs beside the files, such as a line that was typed. */
  add(name: string, text: string, lines: readonly number[]): void {
    this.#sources.set(name, createSource(name, text, lines));
  }

  traceback(errors: string): string {
    const records = JSON.parse(this.#placed(errors)) as ErrorRecord[];
    return formatTraceback(records, this.#version, (path) => this.#find(path));
  }

  explain(message: string, raw: string): string {
    return explain(message, parseFrames(this.#placed(raw), this.#version.minor), this.#version, (path) =>
      this.#find(path),
    );
  }

  /** The line of the source where an error was noticed. */
  lineOf(raw: string): number {
    const frame = parseFrames(this.#placed(raw), this.#version.minor)[0];
    return frame ? (this.#find(frame.path)?.lineOf(frame.line) ?? frame.line) : 0;
  }

  /** A source that could not be compiled, told as CPython does; `raw` is what MicroPython says of it. */
  syntax(path: string, raw: string): string {
    const source = this.#find(path);
    const text = source?.text ?? '';
    const tooNew = findTooNew(text, this.#version.minor);
    if (tooNew) return formatSyntaxProblem(path, text, tooNew);
    const line = Number(/File "[^"]*", line (\d+)/.exec(raw)?.[1] ?? 1);
    const [, type = 'SyntaxError', message = 'invalid syntax'] = /^(\w+Error)(?:: (.*))?$/m.exec(raw) ?? [];
    const problem = findSyntaxProblem(
      text,
      source?.lineOf(line) ?? line,
      type as SyntaxProblem['type'],
      message,
    );
    const words =
      this.#version.minor < 12 ? problem.text.replace('f-string literal', 'string literal') : problem.text;
    return formatSyntaxProblem(path, text, { ...problem, text: words });
  }

  /** The image's code knows its own name of the library's folder. */
  #placed(text: string): string {
    return text.replaceAll(`${IMAGE_LIBRARY}/`, `${this.#version.library}/`);
  }

  #find(path: string): Source | undefined {
    if (!this.#sources.has(path)) this.#sources.set(path, this.#read(path));
    return this.#sources.get(path);
  }

  #read(path: string): Source | undefined {
    if (path.startsWith('<')) return undefined;
    const folder = `${this.#version.library}/`;
    const own = path.startsWith(folder) ? LIBRARY.get(path.slice(folder.length)) : undefined;
    const text = own ?? this.#readFile(path);
    if (text === undefined) return undefined;
    const kind = path.startsWith(folder) ? 'library' : 'program';
    return createSource(path, text, cachedTransform(text, kind).lines);
  }

  #readFile(path: string): string | undefined {
    try {
      return this.#proc.files.readText(path);
    } catch (error) {
      if (!isSysError(error)) throw error;
      return undefined;
    }
  }
}
