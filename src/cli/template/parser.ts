import { formatQuoted } from '../../lib/go-format.ts';
import { lexTemplate, type Token, type TokenType } from './lexer.ts';
import { showNode, type CommandNode, type Node, type Operand, type Pipe } from './nodes.ts';
import { readNumber, readString } from './literals.ts';
import { TemplateError } from './template-error.ts';

export interface ParsedTemplate {
  readonly nodes: readonly Node[];
  /** Templates of `{{define}}` and `{{block}}`. */
  readonly defined: ReadonlyMap<string, readonly Node[]>;
}

/** @throws TemplateError in Go's words. @see Go text/template/parse parse.go */
export function parse(source: string, functions: ReadonlySet<string>): ParsedTemplate {
  return new Parser(source, functions).parse();
}

type End = 'end' | 'else';

/** Tokens that begin an operand. */
const OPERANDS = new Set<TokenType>(
  ['bool', 'char', 'dot', 'field', 'identifier', 'number', 'nil', 'raw', 'string', 'variable', '('],
); // prettier-ignore

class Parser {
  readonly #source: string;
  readonly #functions: ReadonlySet<string>;
  readonly #tokens: readonly Token[];
  readonly #defined = new Map<string, readonly Node[]>();
  #variables: string[] = ['$'];
  #ranges = 0;
  #at = 0;

  constructor(source: string, functions: ReadonlySet<string>) {
    this.#source = source;
    this.#functions = functions;
    this.#tokens = lexTemplate(source);
  }

  parse(): ParsedTemplate {
    const { nodes, end } = this.#list();
    if (end) throw this.#error(`unexpected {{${end}}}`);
    return { nodes, defined: this.#defined };
  }

  // Tokens

  #peek(): Token {
    return this.#tokens[this.#at] ?? { type: 'eof', pos: this.#source.length, text: '' };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #skipSpace(): void {
    while (this.#peek().type === 'space') this.#at += 1;
  }

  #nextWord(): Token {
    this.#skipSpace();
    return this.#next();
  }

  #peekWord(): Token {
    this.#skipSpace();
    return this.#peek();
  }

  #expect(type: TokenType, context: string): Token {
    const token = this.#nextWord();
    if (token.type !== type) throw this.#unexpected(token, context);
    return token;
  }

  #error(message: string, token: Token = this.#tokens[this.#at - 1] ?? this.#peek()): TemplateError {
    const line = this.#source.slice(0, token.pos).split('\n').length;
    return new TemplateError(`template: :${line}: ${message}`, 'parse');
  }

  #unexpected(token: Token, context: string): TemplateError {
    return this.#error(
      token.type === 'error' ? token.text : `unexpected ${showToken(token)} in ${context}`,
      token,
    );
  }

  // Blocks

  /** Nodes up to the action that ends them, which was read. */
  #list(): { nodes: Node[]; end: End | undefined } {
    const nodes: Node[] = [];
    for (;;) {
      const token = this.#next();
      if (token.type === 'eof') return { nodes, end: undefined };
      if (token.type === 'text') nodes.push({ kind: 'text', text: token.text });
      else if (token.type !== 'left') throw this.#unexpected(token, 'input');
      else {
        const node = this.#action();
        if (node === 'end' || node === 'else') return { nodes, end: node };
        if (node) nodes.push(node);
      }
    }
  }

  #action(): Node | End | undefined {
    const token = this.#peekWord();
    if (token.type !== 'keyword') return { kind: 'action', pipe: this.#pipeline('command', 'right', true) };
    this.#next();
    switch (token.text) {
      case 'end':
        this.#expect('right', 'end');
        return 'end';
      case 'else':
        // `else if` and `else with` are left to their block.
        if (this.#peekWord().type !== 'keyword') this.#expect('right', 'else');
        return 'else';
      case 'if':
      case 'with':
      case 'range':
        return this.#control(token.text, token.pos);
      case 'break':
      case 'continue':
        if (this.#ranges === 0) throw this.#error(`{{${token.text}}} outside {{range}}`);
        this.#expect('right', `{{${token.text}}}`);
        return { kind: token.text };
      case 'define':
        return this.#define();
      default:
        return this.#template(token);
    }
  }

  #control(kind: 'if' | 'with' | 'range', pos: number): Node {
    const before = [...this.#variables];
    const pipe = this.#pipeline(kind, 'right');
    if (kind === 'range') this.#ranges += 1;
    const first = this.#list();
    if (kind === 'range') this.#ranges -= 1;
    const otherwise = this.#otherwise(kind, first.end);
    this.#variables = before;
    return { kind, pos, pipe, body: first.nodes, otherwise };
  }

  #otherwise(kind: string, end: End | undefined): Node[] {
    if (end === undefined) throw this.#error('unexpected EOF');
    if (end === 'end') return [];
    const token = this.#tokens[this.#at];
    if (token?.type === 'keyword') {
      if ((token.text !== 'if' && token.text !== 'with') || token.text !== kind)
        throw this.#unexpected(token, `input`);
      this.#next();
      return [this.#control(token.text, token.pos)];
    }
    const rest = this.#list();
    if (rest.end === undefined) throw this.#error('unexpected EOF');
    if (rest.end === 'else') throw this.#error('expected end; found {{else}}');
    return rest.nodes;
  }

  #define(): undefined {
    const name = this.#nextWord();
    if (name.type !== 'string' && name.type !== 'raw') throw this.#unexpected(name, 'define clause');
    this.#expect('right', 'define clause');
    const { nodes, end } = this.#list();
    if (end !== 'end') throw this.#error(`unexpected ${end ? `{{${end}}}` : 'EOF'} in define clause`);
    this.#defined.set(readString(name.text), nodes);
  }

  #template({ text, pos }: Token): Node {
    const token = this.#nextWord();
    if (token.type !== 'string' && token.type !== 'raw') throw this.#unexpected(token, `${text} clause`);
    const name = readString(token.text);
    const empty = this.#peekWord().type === 'right';
    const pipe = empty ? undefined : this.#pipeline(`${text} clause`, 'right');
    if (empty) this.#next();
    if (text === 'block') {
      const { nodes, end } = this.#list();
      if (end !== 'end') throw this.#error(`unexpected ${end ? `{{${end}}}` : 'EOF'} in block clause`);
      this.#defined.set(name, nodes);
    }
    return { kind: 'template', pos: text === 'block' ? pos : token.pos, name, pipe };
  }

  // Pipelines

  #pipeline(context: string, end: TokenType, isAction = false): Pipe {
    const { pos } = this.#peekWord();
    const { names, assigns } = this.#declaration(context);
    const commands: CommandNode[] = [];
    for (;;) {
      const token = this.#peekWord();
      if (token.type === end) break;
      if (!OPERANDS.has(token.type)) throw this.#unexpected(this.#next(), context);
      commands.push(this.#command());
    }
    this.#next();
    if (commands.length === 0) throw this.#error(`missing value for ${context}`);
    commands.slice(1).forEach(({ args: [first] }, index) => {
      if (first && ['bool', 'dot', 'nil', 'number', 'string'].includes(first.kind))
        throw this.#error(`non executable command in pipeline stage ${index + 2}`);
    });
    if (!isAction || !assigns) this.#variables.push(...names);
    return { kind: 'pipe', pos, names, assigns, commands };
  }

  /** `$x :=`, `$x =`, and in `range` `$i, $x :=`. */
  #declaration(context: string): { names: string[]; assigns: boolean } {
    const start = this.#at;
    const names: string[] = [];
    while (this.#peekWord().type === 'variable') {
      names.push(this.#next().text);
      const token = this.#peekWord();
      if (token.type === 'comma' && context === 'range' && names.length < 2) {
        this.#next();
        continue;
      }
      if (token.type === 'comma') throw this.#error(`too many declarations in ${context}`);
      if (token.type !== 'declare' && token.type !== 'assign') break;
      this.#next();
      return { names, assigns: token.type === 'assign' };
    }
    this.#at = start;
    return { names: [], assigns: false };
  }

  #command(): CommandNode {
    const { pos } = this.#peekWord();
    const args: Operand[] = [];
    for (;;) {
      this.#skipSpace();
      const operand = this.#operand();
      if (operand) args.push(operand);
      const token = this.#next();
      if (token.type === 'space') continue;
      if (token.type === 'right' || token.type === ')') this.#at -= 1;
      else if (token.type !== 'pipe') throw this.#unexpected(token, 'operand');
      break;
    }
    if (args.length === 0) throw this.#error('empty command');
    return { kind: 'command', pos, args };
  }

  #operand(): Operand | undefined {
    const node = this.#term();
    if (!node || this.#peek().type !== 'field') return node;
    const { pos } = this.#peek();
    const path: string[] = [];
    while (this.#peek().type === 'field') path.push(this.#next().text.slice(1));
    if (node.kind === 'field' || node.kind === 'variable')
      return { kind: node.kind, pos, path: [...node.path, ...path] };
    if (['bool', 'string', 'number', 'nil', 'dot'].includes(node.kind))
      throw this.#error(`unexpected . after term ${formatQuoted(showNode(node))}`);
    return { kind: 'chain', pos, node, path };
  }

  #term(): Operand | undefined {
    const token = this.#nextWord();
    const { pos, text } = token;
    switch (token.type) {
      case 'identifier':
        if (!this.#functions.has(text)) throw this.#error(`function ${formatQuoted(text)} not defined`);
        return { kind: 'function', pos, name: text };
      case 'dot':
      case 'nil':
        return { kind: token.type, pos };
      case 'variable':
        if (!this.#variables.includes(text)) throw this.#error(`undefined variable ${formatQuoted(text)}`);
        return { kind: 'variable', pos, path: [text] };
      case 'field':
        return { kind: 'field', pos, path: [text.slice(1)] };
      case 'bool':
        return { kind: 'bool', pos, value: text === 'true' };
      case 'number':
      case 'char':
        return { kind: 'number', pos, value: readNumber(text), text };
      case 'string':
      case 'raw':
        return { kind: 'string', pos, value: readString(text), text };
      case '(':
        return this.#pipeline('parenthesized pipeline', ')');
      default:
        this.#at -= 1;
        return undefined;
    }
  }
}

/** A token as errors name it. */
function showToken({ type, text }: Token): string {
  if (type === 'eof') return 'EOF';
  if (type === 'keyword') return `<${text}>`;
  return text.length > 10 ? `${formatQuoted(text.slice(0, 10))}...` : formatQuoted(text);
}
