import { withoutEnd } from '../../../lib/trim-end.ts';
import { createDirectiveReader } from './directives.ts';
import { DockerfileError, InstructionError, type LineRange } from './dockerfile-error.ts';
import { findHeredocs } from './heredoc.ts';
import { parseArguments } from './parse-arguments.ts';
import { isTextError } from './text-error.ts';
import { splitInstruction } from './split-line.ts';
import type { Directive, DockerfileAst, DockerfileNode, Heredoc, ParserWarning } from './types.ts';

const MAX_LINE_BYTES = 65535;

/**
 * Splits a Dockerfile into instructions with their lines. Neither their names nor the number of arguments are checked.
 * @throws DockerfileError
 * @see buildkit v0.22 frontend/dockerfile/parser/parser.go
 */
export function parseNodes(text: string): DockerfileAst {
  return new NodeParser(text).parse();
}

class NodeParser {
  readonly #lines: readonly string[];
  readonly #reader = createDirectiveReader();
  readonly #nodes: DockerfileNode[] = [];
  readonly #directives: Directive[] = [];
  readonly #warnings: ParserWarning[] = [];
  #escape = '\\';
  #comments: string[] = [];
  /** Lines read so far, which is the number of the last one. */
  #line = 0;

  constructor(text: string) {
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    this.#lines = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  }

  parse(): DockerfileAst {
    while (this.#line < this.#lines.length) this.#readInstruction();
    if (this.#nodes.length === 0) throw this.#error('file with no instructions', this.#line);
    return {
      nodes: this.#nodes,
      escape: this.#escape,
      directives: this.#directives,
      warnings: this.#warnings,
    };
  }

  #error(message: string, start: number, end = start): DockerfileError {
    return new DockerfileError(message, { start, end });
  }

  /** The next line without its end. */
  #nextLine(): string | undefined {
    const line = this.#lines[this.#line];
    if (line === undefined) return undefined;
    if (line.length > MAX_LINE_BYTES / 4 && new TextEncoder().encode(line).length > MAX_LINE_BYTES) {
      throw this.#error(`dockerfile line greater than max allowed size of ${MAX_LINE_BYTES}`, this.#line);
    }
    this.#line += 1;
    return line;
  }

  #readInstruction(): void {
    const raw = withoutReturns(this.#nextLine() ?? '').trimStart();
    const start = this.#line;
    if (raw.startsWith('#')) this.#addComment(raw.slice(1).trim());
    this.#readDirective(raw);
    if (raw.startsWith('#')) return;
    const first = this.#trimContinuation(raw);
    if (!first.continues && first.text === '') {
      this.#comments = [];
      return;
    }
    const line = first.continues ? first.text + this.#readContinuation(first.text) : first.text;
    this.#nodes.push(this.#toNode(line, start));
    this.#comments = [];
  }

  #addComment(comment: string): void {
    if (comment === '') this.#comments = [];
    else this.#comments.push(comment);
  }

  #readDirective(line: string): void {
    try {
      const directive = this.#reader.read(line, this.#line);
      if (!directive) return;
      this.#directives.push(directive);
      if (directive.name === 'escape') this.#setEscape(directive.value);
    } catch (error) {
      if (!isTextError(error)) throw error;
      throw this.#error(error.message, this.#line);
    }
  }

  #setEscape(value: string): void {
    if (value !== '\\' && value !== '`') {
      throw new InstructionError(`invalid escape token '${value}' does not match \` or \\`);
    }
    this.#escape = value;
  }

  /** A line goes on where it ends with one escape character, perhaps followed by blanks; two of them are text. */
  #trimContinuation(line: string): { text: string; continues: boolean } {
    const trimmed = withoutBlanks(line);
    if (!trimmed.endsWith(this.#escape) || trimmed.at(-2) === this.#escape) {
      return { text: line, continues: false };
    }
    return { text: trimmed.slice(0, -1), continues: true };
  }

  #readContinuation(first: string): string {
    let text = '';
    let hasEmpty = false;
    for (let raw = this.#nextLine(); raw !== undefined; raw = this.#nextLine()) {
      const line = withoutReturns(raw);
      if (line.trimStart().startsWith('#')) continue;
      if (line.trim() === '') {
        hasEmpty = true;
        continue;
      }
      const { text: piece, continues } = this.#trimContinuation(line);
      text += piece;
      if (!continues) break;
    }
    if (hasEmpty) {
      const message = `Empty continuation line found in: ${first}${text}`;
      this.#warnings.push({ message, range: { start: this.#line, end: this.#line } });
    }
    return text;
  }

  #toNode(line: string, start: number): DockerfileNode {
    try {
      const node = this.#parseLine(line, { start, end: this.#line }, this.#comments);
      if (!line.includes('<<') || !canHaveHeredoc(node.trigger ?? node)) return node;
      const heredocs = findHeredocs(line).map((heredoc) => this.#readHeredoc(heredoc, start));
      return { ...node, heredocs, range: { start, end: this.#line } };
    } catch (error) {
      if (!isTextError(error)) throw error;
      throw this.#error(error.message, start, this.#line);
    }
  }

  #parseLine(line: string, range: LineRange, comments: readonly string[]): DockerfileNode {
    const { name, flags, rest } = splitInstruction(line);
    if (name.toLowerCase() !== 'onbuild') {
      const { args, json } = parseArguments(name, rest, this.#escape);
      return { name, flags, original: line, range, comments, heredocs: [], args, json };
    }
    const base = { name, flags, original: line, range, comments, heredocs: [] };
    if (rest === '') return { ...base, args: [], json: false };
    const trigger = this.#parseLine(rest, { start: 0, end: 0 }, []);
    return { ...base, args: [trigger.name, ...trigger.args], json: false, trigger };
  }

  #readHeredoc(heredoc: Heredoc, start: number): Heredoc {
    let content = '';
    for (let raw = this.#nextLine(); raw !== undefined; raw = this.#nextLine()) {
      const line = withoutReturns(raw);
      if ((heredoc.chomp ? line.replace(/^\t+/, '') : line) === heredoc.name) return { ...heredoc, content };
      content += `${raw}\n`;
    }
    throw this.#error('unterminated heredoc', start, this.#line);
  }
}

function withoutReturns(line: string): string {
  return line.endsWith('\r') ? withoutEnd(line, '\r') : line;
}

/** Without the blanks at its end. */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return end === line.length ? line : line.slice(0, end);
}

function canHaveHeredoc(node: DockerfileNode): boolean {
  return ['add', 'copy', 'run'].includes(node.name.toLowerCase()) && !node.json;
}
