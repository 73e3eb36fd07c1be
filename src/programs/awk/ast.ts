/** Anything that has a value. */
export type Expr =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'regexp'; readonly source: string }
  | LValue
  | { readonly kind: 'assign'; readonly operator: string; readonly target: LValue; readonly value: Expr }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly prefix: boolean; readonly target: LValue }
  | { readonly kind: 'unary'; readonly operator: '!' | '-' | '+'; readonly operand: Expr }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'match'; readonly negated: boolean; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'in'; readonly keys: readonly Expr[]; readonly array: string }
  | { readonly kind: 'ternary'; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly kind: 'group'; readonly inner: Expr }
  | { readonly kind: 'builtin'; readonly name: string; readonly args: readonly Expr[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expr[] }
  | {
      readonly kind: 'getline';
      readonly from: 'main' | 'file' | 'command';
      readonly source?: Expr;
      readonly target?: LValue;
    };

/** What can be assigned to. */
export type LValue =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'field'; readonly index: Expr }
  | { readonly kind: 'element'; readonly array: string; readonly keys: readonly Expr[] };

/** `> file`, `>> file`, `| command` */
export interface Redirect {
  readonly mode: '>' | '>>' | '|';
  readonly target: Expr;
}

export type Stmt =
  | { readonly kind: 'expr'; readonly expr: Expr }
  | {
      readonly kind: 'print';
      readonly args: readonly Expr[];
      readonly formatted: boolean;
      readonly redirect?: Redirect;
    }
  | { readonly kind: 'block'; readonly body: readonly Stmt[] }
  | { readonly kind: 'if'; readonly test: Expr; readonly then: Stmt; readonly otherwise?: Stmt }
  | { readonly kind: 'while'; readonly test: Expr; readonly body: Stmt }
  | { readonly kind: 'do'; readonly body: Stmt; readonly test: Expr }
  | {
      readonly kind: 'for';
      readonly start?: Stmt;
      readonly test?: Expr;
      readonly step?: Stmt;
      readonly body: Stmt;
    }
  | { readonly kind: 'forIn'; readonly variable: string; readonly array: string; readonly body: Stmt }
  | { readonly kind: 'delete'; readonly array: string; readonly keys?: readonly Expr[] }
  | { readonly kind: 'break' | 'continue' | 'next' | 'nextfile' }
  | { readonly kind: 'exit' | 'return'; readonly value?: Expr };

/** A pattern with its action; a range has two patterns. */
export interface Rule {
  readonly pattern?: Expr;
  readonly until?: Expr;
  /** Without one the record is printed. */
  readonly body?: Stmt;
}

export interface AwkFunction {
  readonly name: string;
  readonly params: readonly string[];
  readonly body: Stmt;
}

/** A whole program. */
export interface AwkProgram {
  readonly begin: readonly Stmt[];
  readonly rules: readonly Rule[];
  readonly end: readonly Stmt[];
  readonly functions: ReadonlyMap<string, AwkFunction>;
}
