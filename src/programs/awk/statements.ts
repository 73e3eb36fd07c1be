import { isSysError } from '../../kernel/errno.ts';
import type { Redirect, Stmt } from './ast.ts';
import type { Interpreter } from './interpreter.ts';
import { awkSprintf } from './sprintf.ts';
import { AwkRuntimeError } from './variables.ts';
import { toBoolean, toNumber, toText } from './values.ts';

/** A function ended with this. */
export interface Returned {
  readonly value: Awaited<ReturnType<Interpreter['eval']>>;
}

/** How a statement ended when not by running through. */
export type Ending = 'break' | 'continue' | Returned | undefined;

/** `next`, `nextfile` and `exit` leave everything that runs. */
export class Jump extends Error {
  readonly kind: 'next' | 'nextfile' | 'exit';
  readonly status: number | undefined;

  constructor(kind: 'next' | 'nextfile' | 'exit', status?: number) {
    super(kind);
    this.name = 'Jump';
    this.kind = kind;
    this.status = status;
  }
}

/** Runs a statement. @throws Jump, AwkRuntimeError */
export async function runStatement(awk: Interpreter, statement: Stmt): Promise<Ending> {
  const turn = awk.proc.tick();
  if (turn) await turn;
  switch (statement.kind) {
    case 'expr':
      await awk.eval(statement.expr);
      return undefined;
    case 'print':
      return print(awk, statement);
    case 'block':
      for (const one of statement.body) {
        const ending = await runStatement(awk, one);
        if (ending) return ending;
      }
      return undefined;
    case 'if':
      if (toBoolean(await awk.eval(statement.test))) return runStatement(awk, statement.then);
      return statement.otherwise && runStatement(awk, statement.otherwise);
    case 'while':
    case 'do':
    case 'for':
      return loop(awk, statement);
    case 'forIn':
      return forIn(awk, statement);
    case 'delete': {
      const array = awk.variables.array(statement.array);
      if (statement.keys) array.delete(await awk.key(statement.keys));
      else array.clear();
      return undefined;
    }
    case 'break':
    case 'continue':
      return statement.kind;
    case 'next':
    case 'nextfile':
      throw new Jump(statement.kind);
    case 'exit':
      throw new Jump('exit', statement.value ? toNumber(await awk.eval(statement.value)) : undefined);
    case 'return':
      return { value: statement.value && (await awk.eval(statement.value)) };
  }
}

async function loop(
  awk: Interpreter,
  statement: Extract<Stmt, { kind: 'while' | 'do' | 'for' }>,
): Promise<Ending> {
  if (statement.kind === 'for' && statement.start) await runStatement(awk, statement.start);
  for (let first = statement.kind === 'do'; ; first = false) {
    const turn = awk.proc.tick();
    if (turn) await turn;
    if (!first && statement.test && !toBoolean(await awk.eval(statement.test))) return undefined;
    const ending = await runStatement(awk, statement.body);
    if (ending === 'break') return undefined;
    if (typeof ending === 'object') return ending;
    if (statement.kind === 'for' && statement.step) await runStatement(awk, statement.step);
  }
}

/** Simplified: keys in the order they were made; a real awk's order is that of its hash table. */
async function forIn(awk: Interpreter, statement: Extract<Stmt, { kind: 'forIn' }>): Promise<Ending> {
  const array = awk.variables.array(statement.array);
  for (const key of [...array.keys()]) {
    if (!array.has(key)) continue;
    awk.variables.set(statement.variable, key);
    const ending = await runStatement(awk, statement.body);
    if (ending === 'break') return undefined;
    if (typeof ending === 'object') return ending;
  }
  return undefined;
}

async function print(awk: Interpreter, statement: Extract<Stmt, { kind: 'print' }>): Promise<undefined> {
  const values = await awk.values(statement.args);
  let text: string;
  if (statement.formatted) text = awkSprintf(toText(values[0], awk.convfmt), values.slice(1), awk.convfmt);
  else {
    const format = awk.variables.text('OFMT');
    const parts = values.length ? values.map((value) => toText(value, format)) : [awk.record.text];
    text = parts.join(awk.variables.text('OFS')) + awk.variables.text('ORS');
  }
  if (statement.redirect) await redirect(awk, statement.redirect, text);
  else await awk.proc.out(text);
  return undefined;
}

async function redirect(awk: Interpreter, { mode, target }: Redirect, text: string): Promise<void> {
  const name = await awk.text(target);
  try {
    await awk.streams.write(mode, name, text);
  } catch (error) {
    if (!isSysError(error) || error.code === 'EPIPE') throw error;
    throw new AwkRuntimeError(
      awk.proc.busybox
        ? `can't open '${name}': ${error.message}`
        : `cannot open "${name}" for output (${error.message})`,
    );
  }
}
