import type {
  AndOr,
  Case,
  CommandNode,
  CompoundCommand,
  CompoundList,
  HereDoc,
  If,
  Pipeline,
  Redirection,
  Statement,
  TestExpression,
} from 'unbash';
import type { SourceText } from '../run/source-text.ts';
import type { FunctionBody } from '../shell-state.ts';

type Node = CommandNode | CompoundList | AndOr | Pipeline;

/** Lays a function out anew, as bash prints one: a command a line, four columns a level. @see bash print_cmd.c */
export class FunctionLayout {
  readonly #source: SourceText;
  #indent = 0;
  /** Here-documents whose text follows at the end of the line. */
  #pending: HereDoc[] = [];

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** `name () \n{ \n    …\n}`, without a newline at its end. */
  define(name: string, body: FunctionBody): string {
    const redirected = body.type === 'Redirected';
    const inner = redirected ? body.command : body;
    const redirects = redirected ? body.redirects : [];
    const indent = ' '.repeat(this.#indent);
    const text = this.#nested(() =>
      inner.type === 'BraceGroup' ? this.#list(inner.body) : this.#node(inner as Node),
    );
    const tail = redirects.length ? ` ${this.#redirections(redirects)}` : '';
    return `${name} () \n${indent}{ \n${text}${this.#documents()}\n${indent}}${tail}`;
  }

  /** A command on one line, without the texts of its here-documents. */
  command(node: Node): string {
    return this.#node(node);
  }

  /** Text a level deeper, its first line indented too. */
  #nested(make: () => string): string {
    this.#indent += 4;
    const text = `${' '.repeat(this.#indent)}${make()}`;
    this.#indent -= 4;
    return text;
  }

  get #line(): string {
    return `\n${' '.repeat(this.#indent)}`;
  }

  #list({ commands }: CompoundList): string {
    let text = '';
    commands.forEach((statement, index) => {
      text += this.#statement(statement);
      if (index === commands.length - 1) return;
      const documents = this.#documents();
      if (statement.background) text += `${documents} `;
      else text += `${documents || ';'}${this.#line}`;
    });
    return text;
  }

  #statement({ command, background }: Statement): string {
    return `${this.#node(command)}${background ? ' &' : ''}`;
  }

  /** The bodies that are due, from the end of the line on; nothing where there are none. */
  #documents(): string {
    const due = this.#pending.splice(0);
    if (due.length === 0) return '';
    return `\n${due.map(({ body, delimiter }) => `${body.text}${delimiter?.value ?? ''}\n`).join('')}`;
  }

  #node(node: Node): string {
    switch (node.type) {
      case 'Command':
        return this.#simple(node);
      case 'CompoundList':
        return this.#list(node);
      case 'AndOr':
        return node.commands
          .map(
            (command, index) =>
              `${index ? ` ${node.operators[index - 1] ?? ''} ` : ''}${this.#node(command)}`,
          )
          .join('');
      case 'Pipeline':
        return this.#pipeline(node);
      case 'Redirected':
        return `${this.#compound(node.command)} ${this.#redirections(node.redirects)}`;
      case 'Function':
        return `function ${this.define(node.name.value, node.body)}`;
      case 'Coproc':
        return this.#source.slice(node);
      default:
        return this.#compound(node);
    }
  }

  #simple(node: Extract<CommandNode, { type: 'Command' }>): string {
    const words = [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix];
    const plain = words.flatMap((word) =>
      word.type === 'Word' || word.type === 'Assignment' ? [word.text] : [],
    );
    return [...plain, ...(node.redirects.length ? [this.#redirections(node.redirects)] : [])].join(' ');
  }

  #pipeline({ prefixes, commands, operators }: Pipeline): string {
    const before = prefixes.map((prefix) =>
      prefix.type === 'Negation' ? '! ' : prefix.posix ? 'time -p ' : 'time ',
    );
    const stages = commands.map((command, index) => {
      const operator = operators[index - 1];
      return `${operator ? (operator === '|&' ? ' 2>&1 | ' : ' | ') : ''}${this.#node(command)}`;
    });
    return before.join('') + stages.join('');
  }

  #redirections(redirections: readonly Redirection[]): string {
    return redirections.map((redirection) => this.#redirection(redirection)).join(' ');
  }

  #redirection(redirection: Redirection): string {
    const { descriptor, operator } = redirection;
    const given =
      descriptor?.type === 'FileDescriptorVariable'
        ? `{${descriptor.name}}`
        : String(descriptor?.value ?? '');
    if (redirection.type === 'HereDoc') {
      this.#pending.push(redirection);
      return `${given}${operator}${redirection.delimiter?.text ?? ''}`;
    }
    const target = redirection.target?.text ?? '';
    if (operator === '>&' && !/^[\d$-]/.test(target)) return `&> ${target}`;
    if (operator === '<&' || operator === '>&') {
      const side = given || (operator === '<&' ? '0' : '1');
      return `${side}${operator}${target}`;
    }
    const implied =
      (operator.startsWith('<') && given === '0') || (operator.startsWith('>') && given === '1');
    return `${implied ? '' : given}${operator} ${target}`;
  }

  #compound(node: CompoundCommand): string {
    const line = this.#line;
    const block = (list: CompoundList): string => {
      const text = this.#nested(() => this.#list(list));
      return `\n${text}${this.#documents() || ';'}${line}`;
    };
    switch (node.type) {
      case 'BraceGroup':
        return `{ \n${this.#nested(() => this.#list(node.body))}${this.#documents()}${line}}`;
      case 'Subshell':
        return `( ${this.#list(node.body)}${this.#documents()} )`;
      case 'If':
        return this.#if(node);
      case 'While':
        return `${node.kind} ${this.#list(node.clause)}; do${block(node.body)}done`;
      case 'For':
      case 'Select': {
        const words = node.wordlist ? ` in ${node.wordlist.map((word) => word.text).join(' ')}` : ' in "$@"';
        return `${node.type === 'For' ? 'for' : 'select'} ${node.name.text}${words};${line}do${block(node.body)}done`;
      }
      case 'ArithmeticFor': {
        const part = (expression: typeof node.test): string =>
          expression ? this.#source.slice(expression).trim() : '1';
        return `for ((${part(node.initialize)}; ${part(node.test)}; ${part(node.update)}))${line}do${block(node.body)}done`;
      }
      case 'Case':
        return this.#case(node);
      case 'TestCommand':
        return `[[ ${this.#test(node.expression)} ]]`;
      case 'ArithmeticCommand':
        return `((${node.body}))`;
    }
  }

  #if(node: If): string {
    const line = this.#line;
    const clause = (test: CompoundList, then: CompoundList): string => {
      const condition = this.#list(test);
      const body = this.#nested(() => this.#list(then));
      return `if ${condition}; then\n${body}${this.#documents() || ';'}${line}`;
    };
    const rest = (index: number): string => {
      const elif = node.elif[index];
      if (elif) {
        const inner = this.#nested(() => {
          const inside = this.#line;
          const condition = this.#list(elif.clause);
          const body = this.#nested(() => this.#list(elif.then));
          return `if ${condition}; then\n${body}${this.#documents() || ';'}${inside}${rest(index + 1)}fi`;
        });
        return `else\n${inner};${this.#line}`;
      }
      if (!node.else) return '';
      const last = node.else;
      return `else\n${this.#nested(() => this.#list(last))}${this.#documents() || ';'}${this.#line}`;
    };
    return `${clause(node.clause, node.then)}${rest(0)}fi`;
  }

  #case({ word, items }: Case): string {
    const line = this.#line;
    const branches = items.map((item) =>
      this.#nested(() => {
        const inside = this.#line;
        const patterns = item.pattern.map((pattern) => pattern.text).join(' | ');
        const body = item.body.commands.length ? `\n${this.#nested(() => this.#list(item.body))}` : '\n';
        return `${patterns})${body}${this.#documents()}${inside}${item.terminator ?? ';;'}`;
      }),
    );
    return `case ${word.text} in \n${branches.join('\n')}${line}esac`;
  }

  #test(expression: TestExpression): string {
    switch (expression.type) {
      case 'TestGroup':
        return `( ${this.#test(expression.expression)} )`;
      case 'TestNot':
        return `! ${this.#test(expression.operand)}`;
      case 'TestLogical':
        return expression.operands.map((operand) => this.#test(operand)).join(` ${expression.operator} `);
      case 'TestUnary':
        return `${expression.operator} ${expression.operand.text}`;
      case 'TestBinary':
        return `${expression.left.text} ${expression.operator} ${expression.right.text}`;
    }
  }
}
