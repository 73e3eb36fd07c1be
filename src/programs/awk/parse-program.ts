import type { AwkFunction, AwkProgram, Expr, Redirect, Rule, Stmt } from './ast.ts';
import { ExpressionParser } from './parse-expression.ts';
import { TokenStream } from './token-stream.ts';
import { AwkSyntaxError, tokenize } from './tokens.ts';

/** Text → program. @throws AwkSyntaxError */
export function parseAwk(source: string): AwkProgram {
  return new ProgramParser(new TokenStream(tokenize(source))).parse();
}

class ProgramParser {
  readonly #tokens: TokenStream;
  readonly #expressions: ExpressionParser;
  #place: 'rule' | 'special' | 'function' = 'rule';
  #loops = 0;

  constructor(tokens: TokenStream) {
    this.#tokens = tokens;
    this.#expressions = new ExpressionParser(tokens);
  }

  parse(): AwkProgram {
    const begin: Stmt[] = [];
    const end: Stmt[] = [];
    const rules: Rule[] = [];
    const functions = new Map<string, AwkFunction>();
    for (this.#skipTerminators(); this.#tokens.current.kind !== 'end'; this.#skipTerminators()) {
      if (this.#tokens.accept('BEGIN')) begin.push(this.#within('special'));
      else if (this.#tokens.accept('END')) end.push(this.#within('special'));
      else if (this.#tokens.accept('function')) {
        const definition = this.#function();
        functions.set(definition.name, definition);
      } else rules.push(this.#rule());
    }
    const unknown = [...this.#expressions.called].find((name) => !functions.has(name));
    if (unknown !== undefined)
      throw new AwkSyntaxError(this.#tokens.current.line, unknown, `function ${unknown} never defined`);
    return { begin, end, rules, functions };
  }

  #skipTerminators(): void {
    while (this.#tokens.current.kind === 'newline' || this.#tokens.is(';')) this.#tokens.next();
  }

  #rule(): Rule {
    if (this.#tokens.is('{')) return { body: this.#action() };
    const pattern = this.#expressions.parse();
    let until: Expr | undefined;
    if (this.#tokens.accept(',')) {
      this.#tokens.skipNewlines();
      until = this.#expressions.parse();
    }
    const range = until ? { until } : {};
    if (this.#tokens.is('{')) return { pattern, ...range, body: this.#action() };
    if (this.#tokens.current.kind !== 'newline' && !this.#tokens.is(';')) throw this.#tokens.error();
    return { pattern, ...range };
  }

  #function(): AwkFunction {
    const name = this.#tokens.next().text;
    const params: string[] = [];
    this.#tokens.expect('(');
    while (!this.#tokens.accept(')')) {
      params.push(this.#tokens.next().text);
      this.#tokens.accept(',');
      this.#tokens.skipNewlines();
    }
    this.#tokens.skipNewlines();
    return { name, params, body: this.#within('function') };
  }

  /** The body of what is no rule. */
  #within(place: 'special' | 'function'): Stmt {
    this.#place = place;
    const body = this.#action();
    this.#place = 'rule';
    return body;
  }

  /** What only makes sense elsewhere is refused where it stands. @throws AwkSyntaxError */
  #checkPlace(kind: string): void {
    const { line } = this.#tokens.current;
    if (kind.startsWith('next') && this.#place !== 'rule')
      throw new AwkSyntaxError(line, kind, `improper use of ${kind}`);
    if (kind === 'return' && this.#place !== 'function')
      throw new AwkSyntaxError(line, kind, 'return outside function body');
    if ((kind === 'break' || kind === 'continue') && this.#loops === 0)
      throw new AwkSyntaxError(line, kind, `${kind} statement outside of loop`);
  }

  #loopBody(): Stmt {
    this.#loops++;
    const body = this.#body();
    this.#loops--;
    return body;
  }

  #action(): Stmt {
    this.#tokens.expect('{');
    const body: Stmt[] = [];
    for (this.#skipTerminators(); !this.#tokens.accept('}'); this.#skipTerminators())
      body.push(this.#statement());
    return { kind: 'block', body };
  }

  /** A statement with what ends it. */
  #statement(): Stmt {
    if (this.#tokens.is('{')) return this.#action();
    if (this.#tokens.accept('if')) return this.#if();
    if (this.#tokens.accept('while'))
      return { kind: 'while', test: this.#condition(), body: this.#loopBody() };
    if (this.#tokens.accept('for')) return this.#for();
    if (this.#tokens.accept('do')) return this.#do();
    const statement = this.#simple();
    this.#endStatement();
    return statement;
  }

  #endStatement(): void {
    if (this.#tokens.is('}')) return;
    if (this.#tokens.current.kind !== 'newline' && !this.#tokens.is(';')) throw this.#tokens.error();
    this.#tokens.next();
  }

  #condition(): Expr {
    this.#tokens.expect('(');
    const test = this.#expressions.parse();
    this.#tokens.expect(')');
    return test;
  }

  #body(): Stmt {
    this.#tokens.skipNewlines();
    if (this.#tokens.accept(';')) return { kind: 'block', body: [] };
    return this.#statement();
  }

  #if(): Stmt {
    const test = this.#condition();
    const then = this.#body();
    const mark = this.#tokens.mark();
    this.#skipTerminators();
    if (this.#tokens.accept('else')) return { kind: 'if', test, then, otherwise: this.#body() };
    this.#tokens.reset(mark);
    return { kind: 'if', test, then };
  }

  #do(): Stmt {
    const body = this.#loopBody();
    this.#skipTerminators();
    this.#tokens.expect('while');
    const test = this.#condition();
    this.#endStatement();
    return { kind: 'do', body, test };
  }

  #for(): Stmt {
    this.#tokens.expect('(');
    const mark = this.#tokens.mark();
    const variable = this.#tokens.next();
    if (variable.kind === 'name' && this.#tokens.accept('in')) {
      const array = this.#tokens.next().text;
      if (this.#tokens.accept(')'))
        return { kind: 'forIn', variable: variable.text, array, body: this.#loopBody() };
    }
    this.#tokens.reset(mark);
    const start = this.#tokens.is(';') ? {} : { start: this.#simple() };
    this.#tokens.expect(';');
    this.#tokens.skipNewlines();
    const test = this.#tokens.is(';') ? {} : { test: this.#expressions.parse() };
    this.#tokens.expect(';');
    this.#tokens.skipNewlines();
    const step = this.#tokens.is(')') ? {} : { step: this.#simple() };
    this.#tokens.expect(')');
    return { kind: 'for', ...start, ...test, ...step, body: this.#loopBody() };
  }

  #simple(): Stmt {
    for (const kind of ['break', 'continue', 'next', 'nextfile'] as const)
      if (this.#tokens.accept(kind)) {
        this.#checkPlace(kind);
        return { kind };
      }
    for (const kind of ['exit', 'return'] as const) {
      if (this.#tokens.accept(kind)) this.#checkPlace(kind);
      else continue;
      return this.#atEnd() ? { kind } : { kind, value: this.#expressions.parse() };
    }
    if (this.#tokens.accept('delete')) return this.#delete();
    if (this.#tokens.accept('print')) return this.#print(false);
    if (this.#tokens.accept('printf')) return this.#print(true);
    return { kind: 'expr', expr: this.#expressions.parse() };
  }

  #atEnd(): boolean {
    return this.#tokens.current.kind === 'newline' || this.#tokens.is(';', '}', '>', '>>', '|', ')');
  }

  #delete(): Stmt {
    const array = this.#tokens.next().text;
    if (!this.#tokens.accept('[')) return { kind: 'delete', array };
    const keys = this.#expressions.list();
    this.#tokens.expect(']');
    return { kind: 'delete', array, keys };
  }

  #print(formatted: boolean): Stmt {
    const args = this.#atEnd() ? [] : this.#printArguments();
    if (formatted && args.length === 0) throw this.#tokens.error();
    if (!this.#tokens.is('>', '>>', '|')) return { kind: 'print', args, formatted };
    const mode = this.#tokens.next().text as Redirect['mode'];
    return {
      kind: 'print',
      args,
      formatted,
      redirect: { mode, target: this.#expressions.parse({ noGreater: true }) },
    };
  }

  /** `print (a, b) > "x"`: the parentheses may hold the whole list, or begin the first value. */
  #printArguments(): Expr[] {
    const mark = this.#tokens.mark();
    if (this.#tokens.accept('(')) {
      this.#tokens.skipNewlines();
      const args = this.#expressions.list();
      this.#tokens.skipNewlines();
      this.#tokens.expect(')');
      if (this.#atEnd()) return args;
      this.#tokens.reset(mark);
    }
    return this.#expressions.list({ noGreater: true });
  }
}
