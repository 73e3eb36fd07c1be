import { printValue } from './go-fmt.ts';
import type { FUNCTIONS, TemplateFunction } from './functions.ts';
import { showNode, type CommandNode, type Node, type Operand, type Pipe } from './nodes.ts';
import type { ParsedTemplate } from './parser.ts';
import { TemplateError } from './template-error.ts';
import { checkArguments, findField } from './field-access.ts';
import { entriesOf, isTrue } from './values.ts';

type Shown = Operand | CommandNode;
/** What came down the pipeline. */
type Final = { readonly value: unknown } | undefined;
type Flow = 'break' | 'continue' | undefined;

const NO_OPERANDS: readonly Operand[] = [];

/** Fills a template in. @throws TemplateError in Go's words. @see Go text/template exec.go */
export class Evaluator {
  readonly #source: string;
  readonly #template: ParsedTemplate;
  readonly #functions: typeof FUNCTIONS;
  readonly #omitted: Readonly<Record<string, unknown>>;
  #variables: { name: string; value: unknown }[];
  #output = '';

  constructor(
    source: string,
    template: ParsedTemplate,
    functions: typeof FUNCTIONS,
    root: unknown,
    omitted: Readonly<Record<string, unknown>>,
  ) {
    this.#omitted = omitted;
    this.#source = source;
    this.#template = template;
    this.#functions = functions;
    this.#variables = [{ name: '$', value: root }];
  }

  run(dot: unknown): string {
    this.#list(this.#template.nodes, dot);
    return this.#output;
  }

  #fail(node: Shown | { pos: number; text: string }, message: string): TemplateError {
    const before = this.#source.slice(0, node.pos);
    const line = before.split('\n').length;
    const column = node.pos - (before.lastIndexOf('\n') + 1);
    const shown = 'kind' in node ? showNode(node) : node.text;
    return new TemplateError(
      `template: :${line}:${column}: executing "" at <${shown}>: ${message}`,
      'execute',
      this.#output,
    );
  }

  #list(nodes: readonly Node[], dot: unknown): Flow {
    for (const node of nodes) {
      const flow = this.#node(node, dot);
      if (flow) return flow;
    }
    return undefined;
  }

  #node(node: Node, dot: unknown): Flow {
    switch (node.kind) {
      case 'text':
        this.#output += node.text;
        return undefined;
      case 'action': {
        const value = this.#pipe(node.pipe, dot);
        if (node.pipe.names.length === 0) this.#output += printValue(value);
        return undefined;
      }
      case 'break':
      case 'continue':
        return node.kind;
      case 'template':
        return this.#include(node, dot);
      default: {
        const mark = this.#variables.length;
        const flow = node.kind === 'range' ? this.#range(node, dot) : this.#branch(node, dot);
        this.#variables.length = mark;
        return flow;
      }
    }
  }

  #branch(node: Extract<Node, { body: unknown }>, dot: unknown): Flow {
    const value = this.#pipe(node.pipe, dot);
    if (!isTrue(value)) return this.#list(node.otherwise, dot);
    return this.#list(node.body, node.kind === 'with' ? value : dot);
  }

  #range(node: Extract<Node, { body: unknown }>, dot: unknown): Flow {
    const value = this.#pipe(node.pipe, dot, false);
    const entries = entriesOf(value);
    const [only] = node.pipe.commands;
    if (!entries) throw this.#fail(only ?? node.pipe, `range can't iterate over ${printValue(value)}`);
    if (entries.length === 0) return this.#list(node.otherwise, dot);
    const mark = this.#variables.length;
    const [first, second] = node.pipe.names;
    for (const [key, item] of entries) {
      if (first !== undefined) this.#set(first, second === undefined ? item : key, node.pipe.assigns);
      if (second !== undefined) this.#set(second, item, node.pipe.assigns);
      const flow = this.#list(node.body, item);
      this.#variables.length = mark;
      if (flow === 'break') break;
    }
    return undefined;
  }

  #include(node: Extract<Node, { kind: 'template' }>, dot: unknown): Flow {
    const nodes = this.#template.defined.get(node.name);
    if (!nodes) {
      const text = `{{template ${JSON.stringify(node.name)}}}`;
      throw this.#fail({ pos: node.pos, text }, `template ${JSON.stringify(node.name)} not defined`);
    }
    const inner = node.pipe && this.#pipe(node.pipe, dot);
    const kept = this.#variables;
    this.#variables = [{ name: '$', value: inner }];
    this.#list(nodes, inner);
    this.#variables = kept;
    return undefined;
  }

  #set(name: string, value: unknown, assigns: boolean): void {
    const known = assigns ? this.#variables.findLast((variable) => variable.name === name) : undefined;
    if (known) known.value = value;
    else this.#variables.push({ name, value });
  }

  #pipe(pipe: Pipe, dot: unknown, sets = true): unknown {
    let final: Final;
    for (const command of pipe.commands) final = { value: this.#command(command, dot, final) };
    if (sets) for (const name of pipe.names) this.#set(name, final?.value, pipe.assigns);
    return final?.value;
  }

  #command(command: CommandNode, dot: unknown, final: Final): unknown {
    const [first] = command.args;
    if (!first) return undefined;
    const rest = command.args.length === 1 ? NO_OPERANDS : command.args.slice(1);
    if (first.kind === 'function') return this.#call(first.name, command, rest, dot, final);
    if (first.kind === 'field' || first.kind === 'variable' || first.kind === 'chain')
      return this.#access(first, dot, rest, final);
    if (rest.length > 0 || final)
      throw this.#fail(first, `can't give argument to non-function ${showNode(first)}`);
    if (first.kind === 'nil') throw this.#fail(first, 'nil is not a command');
    return this.#operand(first, dot);
  }

  #operand(node: Operand, dot: unknown): unknown {
    switch (node.kind) {
      case 'dot':
        return dot;
      case 'nil':
        return null;
      case 'bool':
      case 'number':
      case 'string':
        return node.value;
      case 'pipe':
        return this.#pipe(node, dot);
      case 'function':
        return this.#call(node.name, node, [], dot, undefined);
      default:
        return this.#access(node, dot);
    }
  }

  /** `.A.B`, `$x.A`, `(…).A`; the last one may have arguments. */
  #access(
    node: Extract<Operand, { path: readonly string[] }>,
    dot: unknown,
    args = NO_OPERANDS,
    final?: Final,
  ): unknown {
    const { start, path } = this.#start(node, dot);
    const given = args.length + (final ? 1 : 0);
    if (path.length === 0) {
      if (given > 0) throw this.#fail(node, `can't give argument to non-function ${showNode(node)}`);
      return start;
    }
    let value = start;
    for (const [index, name] of path.entries()) {
      const isLast = index === path.length - 1;
      const found = findField(value, name, this.#omitted);
      if ('problem' in found) throw this.#fail(node, found.problem);
      ({ value } = found);
      if (typeof value === 'function') {
        const method = value as (...values: unknown[]) => unknown;
        value = isLast && given > 0 ? method(...this.#arguments(args, dot, final)) : method();
      } else if (isLast && given > 0)
        throw this.#fail(node, `${name} has arguments but cannot be invoked as function`);
    }
    return value;
  }

  #start(
    node: Extract<Operand, { path: readonly string[] }>,
    dot: unknown,
  ): { start: unknown; path: readonly string[] } {
    if (node.kind === 'field') return { start: dot, path: node.path };
    if (node.kind === 'chain') return { start: this.#operand(node.node, dot), path: node.path };
    const [name, ...path] = node.path;
    return { start: this.#variables.findLast((variable) => variable.name === name)?.value, path };
  }

  #arguments(nodes: readonly Operand[], dot: unknown, final: Final): unknown[] {
    return [...nodes.map((node) => this.#operand(node, dot)), ...(final ? [final.value] : [])];
  }

  #call(name: string, node: Shown, args: readonly Operand[], dot: unknown, final: Final): unknown {
    const definition = this.#functions[name];
    if (!definition) throw this.#fail(node, `${JSON.stringify(name)} is not a defined function`);
    const count = args.length + (final ? 1 : 0);
    const wrong = wrongCount(name, definition, count);
    if (wrong) throw this.#fail({ pos: node.pos, text: name }, wrong);
    if (name === 'and' || name === 'or') {
      const decided = this.#decide(name === 'or', args, dot);
      if (decided) return decided.value;
    }
    const values = this.#arguments(args, dot, final);
    const bad = checkArguments(definition.takes, values, args);
    if (bad) throw this.#fail(args[bad.index] ?? node, bad.problem);
    try {
      return (definition.call as (...values: unknown[]) => unknown)(...values);
    } catch (error) {
      throw this.#fail(node, `error calling ${name}: ${(error as Error).message}`);
    }
  }

  /** The first argument that decides; those after it are not looked at. */
  #decide(wanted: boolean, args: readonly Operand[], dot: unknown): Final {
    for (const arg of args) {
      const value = this.#operand(arg, dot);
      if (isTrue(value) === wanted) return { value };
    }
    return undefined;
  }
}

function wrongCount(name: string, { takes, variadic }: TemplateFunction, count: number): string | undefined {
  if (variadic ? count >= takes.length : count === takes.length) return undefined;
  return `wrong number of args for ${name}: want ${variadic ? 'at least ' : ''}${takes.length} got ${count}`;
}
