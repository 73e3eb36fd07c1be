import type { Expr, LValue } from './ast.ts';
import type { TokenStream } from './token-stream.ts';

/** Where an expression stands decides what ends it. */
interface Context {
  /** Inside `print …`: a bare `>` redirects. */
  readonly noGreater?: boolean;
}

const ASSIGNMENTS = ['=', '+=', '-=', '*=', '/=', '%=', '^='];

/** Reads expressions by precedence climbing, lowest first. @see POSIX awk, "Expressions in Decreasing Precedence" */
export class ExpressionParser {
  readonly tokens: TokenStream;
  /** Every function that is called. */
  readonly called = new Set<string>();

  constructor(tokens: TokenStream) {
    this.tokens = tokens;
  }

  /** @throws AwkSyntaxError */
  parse(context: Context = {}): Expr {
    const left = this.#ternary(context);
    if (!isLValue(left) || !this.tokens.is(...ASSIGNMENTS)) return left;
    const operator = this.tokens.next().text;
    this.tokens.skipNewlines();
    return { kind: 'assign', operator, target: left, value: this.parse(context) };
  }

  /** One or more, separated by commas. */
  list(context: Context = {}): Expr[] {
    const items = [this.parse(context)];
    while (this.tokens.accept(',')) {
      this.tokens.skipNewlines();
      items.push(this.parse(context));
    }
    return items;
  }

  #ternary(context: Context): Expr {
    const test = this.#or(context);
    if (!this.tokens.accept('?')) return test;
    this.tokens.skipNewlines();
    const yes = this.parse(context);
    this.tokens.skipNewlines();
    this.tokens.expect(':');
    this.tokens.skipNewlines();
    return { kind: 'ternary', test, yes, no: this.parse(context) };
  }

  #or(context: Context): Expr {
    let left = this.#and(context);
    while (this.tokens.accept('||')) {
      this.tokens.skipNewlines();
      left = { kind: 'or', left, right: this.#and(context) };
    }
    return left;
  }

  #and(context: Context): Expr {
    let left = this.#in(context);
    while (this.tokens.accept('&&')) {
      this.tokens.skipNewlines();
      left = { kind: 'and', left, right: this.#in(context) };
    }
    return left;
  }

  #in(context: Context): Expr {
    let left = this.#match(context);
    while (this.tokens.accept('in')) left = { kind: 'in', keys: [left], array: this.tokens.next().text };
    return left;
  }

  #match(context: Context): Expr {
    let left = this.#comparison(context);
    while (this.tokens.is('~', '!~')) {
      const negated = this.tokens.next().text === '!~';
      left = { kind: 'match', negated, left, right: this.#comparison(context) };
    }
    return left;
  }

  #comparison(context: Context): Expr {
    const left = this.#pipeGetline();
    if (!this.tokens.is('<', '<=', '==', '!=', '>=') && (context.noGreater || !this.tokens.is('>')))
      return left;
    const operator = this.tokens.next().text;
    return { kind: 'binary', operator, left, right: this.#concatenation() };
  }

  /** `command | getline [var]` */
  #pipeGetline(): Expr {
    let left = this.#concatenation();
    while (this.tokens.is('|') && this.tokens.following?.text === 'getline') {
      this.tokens.next();
      this.tokens.next();
      left = { kind: 'getline', from: 'command', source: left, ...this.#target() };
    }
    return left;
  }

  #concatenation(): Expr {
    let left = this.#additive();
    while (this.#startsValue()) left = { kind: 'binary', operator: ' ', left, right: this.#additive() };
    return left;
  }

  #startsValue(): boolean {
    const { kind, text } = this.tokens.current;
    if (kind === 'operator') return ['$', '!', '(', '-', '+', '++', '--'].includes(text);
    return ['number', 'string', 'regexp', 'name', 'function-name', 'builtin'].includes(kind);
  }

  #additive(): Expr {
    let left = this.#multiplicative();
    while (this.tokens.is('+', '-'))
      left = { kind: 'binary', operator: this.tokens.next().text, left, right: this.#multiplicative() };
    return left;
  }

  #multiplicative(): Expr {
    let left = this.#unary();
    while (this.tokens.is('*', '/', '%'))
      left = { kind: 'binary', operator: this.tokens.next().text, left, right: this.#unary() };
    return left;
  }

  #unary(): Expr {
    if (!this.tokens.is('!', '-', '+')) return this.#power();
    const operator = this.tokens.next().text as '!' | '-' | '+';
    return { kind: 'unary', operator, operand: this.#unary() };
  }

  #power(): Expr {
    const base = this.#postfix();
    if (!this.tokens.accept('^')) return base;
    return {
      kind: 'binary',
      operator: '^',
      left: base,
      right: this.tokens.is('-', '+', '!') ? this.#unary() : this.#power(),
    };
  }

  #postfix(): Expr {
    const operand = this.#primary();
    if (!isLValue(operand) || !this.tokens.is('++', '--')) return operand;
    return { kind: 'step', by: this.tokens.next().text === '++' ? 1 : -1, prefix: false, target: operand };
  }

  #primary(): Expr {
    const token = this.tokens.current;
    if (token.kind === 'number') return { kind: 'number', value: Number(this.tokens.next().text) };
    if (token.kind === 'string') return { kind: 'string', value: this.tokens.next().text };
    if (token.kind === 'regexp') return { kind: 'regexp', source: this.tokens.next().text };
    if (token.kind === 'builtin') return this.#builtin();
    if (token.kind === 'function-name') return this.#call();
    if (this.tokens.is('(')) return this.#grouping();
    if (this.tokens.accept('getline')) return this.#getline();
    if (this.tokens.is('++', '--')) {
      const by = this.tokens.next().text === '++' ? 1 : -1;
      const target = this.#primary();
      if (!isLValue(target)) throw this.tokens.error();
      return { kind: 'step', by, prefix: true, target };
    }
    return this.lvalue();
  }

  /** A variable, a field or an element. @throws AwkSyntaxError */
  lvalue(): LValue {
    if (this.tokens.accept('$')) {
      if (this.tokens.is('-', '+', '!')) return { kind: 'field', index: this.#unary() };
      return { kind: 'field', index: this.#primary() };
    }
    if (this.tokens.current.kind !== 'name') throw this.tokens.error();
    const name = this.tokens.next().text;
    if (!this.tokens.accept('[')) return { kind: 'variable', name };
    const keys = this.list();
    this.tokens.expect(']');
    return { kind: 'element', array: name, keys };
  }

  /** `(expr)` or `(i, j) in array` */
  #grouping(): Expr {
    this.tokens.expect('(');
    this.tokens.skipNewlines();
    const items = this.list();
    this.tokens.skipNewlines();
    this.tokens.expect(')');
    const [inner] = items;
    if (items.length === 1 && inner) return { kind: 'group', inner };
    this.tokens.expect('in');
    return { kind: 'in', keys: items, array: this.tokens.next().text };
  }

  #arguments(): Expr[] {
    this.tokens.expect('(');
    this.tokens.skipNewlines();
    if (this.tokens.accept(')')) return [];
    const args = this.list();
    this.tokens.skipNewlines();
    this.tokens.expect(')');
    return args;
  }

  #builtin(): Expr {
    const name = this.tokens.next().text;
    if (this.tokens.is('(')) return { kind: 'builtin', name, args: this.#arguments() };
    if (name !== 'length') throw this.tokens.error();
    return { kind: 'builtin', name, args: [] };
  }

  #call(): Expr {
    const name = this.tokens.next().text;
    this.called.add(name);
    return { kind: 'call', name, args: this.#arguments() };
  }

  #target(): { target?: LValue } {
    return this.tokens.current.kind === 'name' || this.tokens.is('$') ? { target: this.lvalue() } : {};
  }

  #getline(): Expr {
    const target = this.#target();
    if (!this.tokens.accept('<')) return { kind: 'getline', from: 'main', ...target };
    return { kind: 'getline', from: 'file', source: this.#primary(), ...target };
  }
}

function isLValue(expr: Expr): expr is LValue {
  return expr.kind === 'variable' || expr.kind === 'field' || expr.kind === 'element';
}
