import type { Process } from '../../kernel/process.ts';
import type { AwkProgram, Expr, LValue } from './ast.ts';
import { BUILTIN_FUNCTIONS } from './builtins.ts';
import { MainInput } from './main-input.ts';
import { AwkRandom } from './random.ts';
import { AwkRecord, awkRegExp } from './record.ts';
import { runStatement, type Returned } from './statements.ts';
import { AwkStreams } from './streams.ts';
import { AwkRuntimeError, Variables, type Cell } from './variables.ts';
import { compareValues, fromInput, toBoolean, toNumber, toText, type Value } from './values.ts';

const DEEPEST_CALL = 1000;

/** Evaluates expressions of one program. */
export class Interpreter {
  readonly proc: Process;
  readonly program: AwkProgram;
  readonly variables = new Variables();
  readonly streams: AwkStreams;
  readonly random = new AwkRandom(0);
  readonly record: AwkRecord;
  readonly input: MainInput;
  #depth = 0;

  constructor(proc: Process, program: AwkProgram, operands: readonly string[]) {
    this.proc = proc;
    this.program = program;
    this.streams = new AwkStreams(proc);
    this.record = new AwkRecord(
      () => ({
        fs: this.variables.text('FS'),
        ofs: this.variables.text('OFS'),
        paragraphs: this.variables.text('RS') === '',
      }),
      (value) => toText(value, this.convfmt),
    );
    this.input = new MainInput(this, operands);
  }

  get convfmt(): string {
    return this.variables.text('CONVFMT');
  }

  async text(expr: Expr): Promise<string> {
    return toText(await this.eval(expr), this.convfmt);
  }

  async values(exprs: readonly Expr[]): Promise<Value[]> {
    const values: Value[] = [];
    for (const expr of exprs) values.push(await this.eval(expr));
    return values;
  }

  /** The expression as a pattern: a literal one as it is, anything else by its text. */
  async pattern(expr: Expr | undefined): Promise<RegExp> {
    if (!expr) return awkRegExp('');
    return awkRegExp(expr.kind === 'regexp' ? expr.source : await this.text(expr));
  }

  /** The key of an element; more than one are joined by SUBSEP. */
  async key(keys: readonly Expr[]): Promise<string> {
    const parts: string[] = [];
    for (const key of keys) parts.push(await this.text(key));
    return parts.join(this.variables.text('SUBSEP'));
  }

  async eval(expr: Expr): Promise<Value> {
    switch (expr.kind) {
      case 'number':
      case 'string':
        return expr.value;
      case 'regexp':
        return Number(awkRegExp(expr.source).test(this.record.text));
      case 'variable':
      case 'field':
      case 'element':
        return this.#read(expr);
      case 'group':
        return this.eval(expr.inner);
      case 'assign':
        return this.#assignment(expr);
      case 'step': {
        const before = toNumber(await this.#read(expr.target));
        await this.assign(expr.target, before + expr.by);
        return expr.prefix ? before + expr.by : before;
      }
      case 'unary':
        return this.#unary(expr.operator, await this.eval(expr.operand));
      case 'binary':
        return this.#binary(expr.operator, await this.eval(expr.left), await this.eval(expr.right));
      case 'and':
        return Number(toBoolean(await this.eval(expr.left)) && toBoolean(await this.eval(expr.right)));
      case 'or':
        return Number(toBoolean(await this.eval(expr.left)) || toBoolean(await this.eval(expr.right)));
      case 'match': {
        const text = await this.text(expr.left);
        return Number((await this.pattern(expr.right)).test(text) !== expr.negated);
      }
      case 'in':
        return Number(this.variables.array(expr.array).has(await this.key(expr.keys)));
      case 'ternary':
        return this.eval(toBoolean(await this.eval(expr.test)) ? expr.yes : expr.no);
      case 'getline':
        return this.#getline(expr);
      case 'builtin':
        return BUILTIN_FUNCTIONS[expr.name]?.(this, expr.args);
      case 'call':
        return this.#call(expr.name, expr.args);
    }
  }

  async #read(place: LValue): Promise<Value> {
    if (place.kind === 'field') return this.record.get(this.#fieldIndex(await this.eval(place.index)));
    if (place.kind === 'variable')
      return place.name === 'NF' ? this.record.count : this.variables.get(place.name);
    const array = this.variables.array(place.array);
    const key = await this.key(place.keys);
    // Looking at an element makes it.
    if (!array.has(key)) array.set(key, undefined);
    return array.get(key);
  }

  #fieldIndex(value: Value): number {
    const index = Math.trunc(toNumber(value));
    if (index < 0)
      throw new AwkRuntimeError(
        this.proc.busybox ? 'Access to negative field' : `negative field index $${index}`,
      );
    return index;
  }

  /** Sets a variable, a field or an element. */
  async assign(place: LValue, value: Value): Promise<void> {
    if (place.kind === 'field') this.record.set(this.#fieldIndex(await this.eval(place.index)), value);
    else if (place.kind === 'element')
      this.variables.array(place.array).set(await this.key(place.keys), value);
    else if (place.name === 'NF') this.record.count = toNumber(value);
    else this.variables.set(place.name, value);
  }

  async #assignment({ operator, target, value }: Extract<Expr, { kind: 'assign' }>): Promise<Value> {
    const right = await this.eval(value);
    const result =
      operator === '=' ? right : this.#binary(operator.slice(0, -1), await this.#read(target), right);
    await this.assign(target, result);
    return result;
  }

  #unary(operator: '!' | '-' | '+', value: Value): Value {
    if (operator === '!') return Number(!toBoolean(value));
    return operator === '-' ? -toNumber(value) : toNumber(value);
  }

  #binary(operator: string, left: Value, right: Value): Value {
    if (operator === ' ') return toText(left, this.convfmt) + toText(right, this.convfmt);
    if (/^[<>=!]/.test(operator))
      return Number(this.#holds(operator, compareValues(left, right, this.convfmt)));
    const [a, b] = [toNumber(left), toNumber(right)];
    if (operator === '+') return a + b;
    if (operator === '-') return a - b;
    if (operator === '*') return a * b;
    if (operator === '^') return a ** b;
    // mawk divides by zero as the processor does; busybox refuses.
    if (b === 0 && this.proc.busybox) throw new AwkRuntimeError('Division by zero');
    return operator === '/' ? a / b : a % b;
  }

  #holds(operator: string, order: number): boolean {
    switch (operator) {
      case '<':
        return order < 0;
      case '<=':
        return order <= 0;
      case '==':
        return order === 0;
      case '!=':
        return order !== 0;
      case '>':
        return order > 0;
      default:
        return order >= 0;
    }
  }

  async #getline(expr: Extract<Expr, { kind: 'getline' }>): Promise<Value> {
    if (expr.from === 'main') {
      const line = await this.input.next();
      if (line === undefined) return 0;
      await this.#receive(expr.target, line, true);
      return 1;
    }
    const reader = await this.streams.input(expr.from, expr.source ? await this.text(expr.source) : '');
    if (!reader) return -1;
    const line = await reader.next(this.variables.text('RS'));
    if (line === undefined) return 0;
    if (expr.from === 'command') this.input.count(false);
    await this.#receive(expr.target, line, false);
    return 1;
  }

  async #receive(target: LValue | undefined, line: string, main: boolean): Promise<void> {
    if (main) this.input.count(true);
    if (target) await this.assign(target, fromInput(line));
    else this.record.setText(line);
  }

  async #call(name: string, args: readonly Expr[]): Promise<Value> {
    const definition = this.program.functions.get(name);
    if (!definition)
      throw new AwkRuntimeError(
        this.proc.busybox ? 'Call to undefined function' : `function ${name} never defined`,
      );
    if (this.#depth >= DEEPEST_CALL) throw new AwkRuntimeError('function call nesting too deep');
    const locals = new Map<string, Cell>();
    for (const [index, param] of definition.params.entries())
      locals.set(param, await this.#argument(args[index]));
    this.#depth++;
    try {
      const end = await this.variables.within(locals, () => runStatement(this, definition.body));
      return typeof end === 'object' ? (end as Returned).value : undefined;
    } finally {
      this.#depth--;
    }
  }

  /** Arrays go by reference, and so does what may become one. */
  async #argument(arg: Expr | undefined): Promise<Cell> {
    if (!arg) return {};
    if (arg.kind !== 'variable' || arg.name === 'NF') return { value: await this.eval(arg) };
    const cell = this.variables.cell(arg.name);
    if (cell.array) return { array: cell.array };
    return cell.value === undefined ? { origin: cell } : { value: cell.value };
  }
}
