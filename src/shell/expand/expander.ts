import { parse, type DoubleQuotedChild, type ParsedScript, type Word, type WordPart } from 'unbash';
import type { Process } from '../../kernel/process.ts';
import { ExpansionError } from '../control-flow.ts';
import type { ShellState } from '../shell-state.ts';
import { evaluateArithmetic, evaluateText, type ArithmeticScope } from './arithmetic.ts';
import { expandBraces } from './brace.ts';
import { FieldBuilder, type Field } from './fields.ts';
import { expandParameter } from './parameter.ts';
import { expandPathname } from './pathname.ts';
import { assignElement, valueOfParameter } from './special-parameters.ts';

/** What expansion needs from the interpreter. */
export interface ExpansionHost {
  readonly proc: Process;
  readonly state: ShellState;
  /** Output of a script run in a subshell, without trailing newlines. */
  capture(script: ParsedScript | undefined): Promise<string>;
  /** `<(…)` → a path that reads from it. */
  substitute(operator: '<' | '>', script: ParsedScript | undefined): Promise<string>;
  /** Errors of expansions that don't end the command. */
  warn(message: string): Promise<void>;
}

/** The values of an expansion: one for `$x`, several for `"$@"`. */
export interface Expanded {
  readonly values: readonly string[];
  /** `$*` in quotes joins to one, `$@` keeps the fields apart. */
  readonly separate: boolean;
  /** Quoted nothing: `"$@"` without parameters vanishes. */
  readonly vanishes?: boolean;
}

const SINGLE = { separate: false } as const;

export class Expander implements ArithmeticScope {
  readonly host: ExpansionHost;

  constructor(host: ExpansionHost) {
    this.host = host;
  }

  get state(): ShellState {
    return this.host.state;
  }

  // Whole words

  /** A command's words → its arguments. @throws ExpansionError */
  async words(words: readonly Word[]): Promise<string[]> {
    const result: string[] = [];
    for (const word of words) {
      if (!word.parts && !/[\\~*?[{]/.test(word.text)) result.push(word.value);
      else for (const variant of bracedWords(word)) await this.#expandInto(variant, result);
    }
    return result;
  }

  async #expandInto(word: Word, result: string[]): Promise<void> {
    const fields = await this.#fields(word);
    for (const field of fields) {
      if (!field.wild || this.state.options.has('noglob')) {
        result.push(field.text);
        continue;
      }
      const paths = expandPathname(this.host.proc.files, field.pattern);
      if (paths.length) result.push(...paths);
      else result.push(field.text);
    }
  }

  async #fields(word: Word): Promise<Field[]> {
    const builder = new FieldBuilder(this.state.get('IFS') ?? ' \t\n');
    await this.#build(word, builder, true);
    return builder.fields.filter((field) => field.quoted || field.text !== '');
  }

  /** A word where no splitting and no pathname expansion happen: assignments, redirections, `case`. */
  async text(word: Word | undefined): Promise<string> {
    if (!word) return '';
    if (!word.parts && !/[\\~]/.test(word.text)) return word.value;
    return (await this.#joined(word)).text;
  }

  /** The same as a pattern: what was quoted is literal. */
  async pattern(word: Word | undefined): Promise<string> {
    return word ? (await this.#joined(word)).pattern : '';
  }

  async #joined(word: Word): Promise<{ text: string; pattern: string }> {
    const builder = new FieldBuilder('');
    await this.#build(word, builder, false);
    return {
      text: builder.fields.map((field) => field.text).join(' '),
      pattern: builder.fields.map((field) => field.pattern).join(' '),
    };
  }

  /** The text of a heredoc or of an arithmetic word: expanded as in double quotes. */
  async quotedParts(parts: readonly WordPart[]): Promise<string> {
    const builder = new FieldBuilder('');
    for (const part of parts) {
      if (part.type === 'Literal') builder.quoted(part.value);
      else await this.#quotedChild(part as DoubleQuotedChild, builder);
    }
    return builder.fields.map((field) => field.text).join(' ');
  }

  // Parts

  async #build(word: Word, builder: FieldBuilder, split: boolean): Promise<void> {
    if (!word.parts) return this.#literal(word.text, builder, true, !split);
    for (const [index, part] of word.parts.entries()) await this.#part(part, builder, split, index === 0);
  }

  #literal(source: string, builder: FieldBuilder, first: boolean, assignment = false): void {
    let text = source;
    if (first && text.startsWith('~')) {
      const end = /^~[^/:]*/.exec(text)?.[0].length ?? 1;
      const home = this.#home(text.slice(1, end));
      if (home !== undefined) {
        builder.quoted(home);
        text = text.slice(end);
      }
    }
    if (assignment && text.includes(':~'))
      text = text.replace(/:~(?=\/|:|$)/g, () => `:${this.#home('') ?? '~'}`);
    if (!text.includes('\\')) return builder.literal(text);
    for (let i = 0; i < text.length; i++) {
      if (text[i] !== '\\') builder.literal(text[i] as string);
      else if (text[++i] !== '\n') builder.quoted(text[i] ?? '\\');
    }
  }

  #home(user: string): string | undefined {
    if (user === '') return this.state.get('HOME') ?? '/root';
    if (user === '+') return this.host.proc.files.cwd;
    if (user === '-') return this.state.get('OLDPWD');
    const { files } = this.host.proc;
    const lines = files.exists('/etc/passwd') ? files.readText('/etc/passwd').split('\n') : [];
    return lines.find((line) => line.startsWith(`${user}:`))?.split(':')[5];
  }

  async #part(part: WordPart, builder: FieldBuilder, split: boolean, first: boolean): Promise<void> {
    switch (part.type) {
      case 'Literal':
        return this.#literal(part.text, builder, first, !split);
      case 'Glob':
      case 'ExtendedGlob':
      case 'BraceExpansion':
        return builder.literal(part.text);
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        return builder.quoted(part.value);
      case 'LocaleString':
      case 'DoubleQuoted':
        return this.#doubleQuoted(part.parts, builder);
      case 'ProcessSubstitution':
        return builder.quoted(await this.host.substitute(part.operator, part.script));
      default: {
        const expanded = await this.#expansion(part, false);
        return this.#unquoted(expanded, builder, split);
      }
    }
  }

  #unquoted({ values, separate }: Expanded, builder: FieldBuilder, split: boolean): void {
    if (!split) {
      const joint = separate ? ' ' : (this.state.get('IFS') ?? ' ').slice(0, 1);
      return builder.literal(values.join(joint));
    }
    values.forEach((value, index) => {
      if (index) builder.break();
      builder.split(value);
    });
  }

  async #doubleQuoted(parts: readonly DoubleQuotedChild[], builder: FieldBuilder): Promise<void> {
    if (parts.length === 0) return builder.quoted('');
    for (const part of parts) {
      if (part.type === 'Literal') builder.quoted(part.value);
      else await this.#quotedChild(part, builder, parts.length === 1);
    }
  }

  async #quotedChild(part: DoubleQuotedChild, builder: FieldBuilder, only = false): Promise<void> {
    const { values, separate } = await this.#expansion(part, true);
    if (!separate) return builder.quoted(values.join((this.state.get('IFS') ?? ' ').slice(0, 1)));
    if (values.length === 0 && !only) return builder.quoted('');
    values.forEach((value, index) => {
      if (index) builder.break();
      builder.quoted(value);
    });
  }

  async #expansion(part: DoubleQuotedChild | WordPart, quoted: boolean): Promise<Expanded> {
    switch (part.type) {
      case 'SimpleExpansion':
        return this.#checked(part.text.slice(1), valueOfParameter(this, part.text.slice(1)));
      case 'ParameterExpansion':
        return expandParameter(this, part, quoted);
      case 'CommandExpansion':
        return { values: [await this.host.capture(part.script)], ...SINGLE };
      case 'ArithmeticExpansion':
        return {
          values: [String(part.expression ? await evaluateArithmetic(part.expression, this) : 0n)],
          ...SINGLE,
        };
      default:
        return { values: [part.text], ...SINGLE };
    }
  }

  /** An unset variable gives nothing, or an error under `set -u`. */
  #checked(name: string, expanded: Expanded | undefined): Expanded {
    if (expanded) return expanded;
    if (this.state.options.has('nounset')) throw new ExpansionError(`${name}: unbound variable`, true);
    return { values: [''], ...SINGLE };
  }

  // Arithmetic

  get(name: string): string | undefined {
    const element = /^(\w+)\[(.*)\]$/s.exec(name);
    const variable = this.state.variables.get(element?.[1] ?? name);
    if (!element) return valueOfParameter(this, name)?.values[0];
    if (variable?.keyed) return variable.keyed.get(element[2] ?? '');
    return variable?.indexed?.get(this.plainIndex(element[2] ?? '')) ?? '';
  }

  /** An index that is a number or a variable that holds one. */
  plainIndex(text: string): number {
    return /^-?\d+$/.test(text) ? Number(text) : Number(this.state.get(text.replace(/^\$/, '')) ?? 0);
  }

  set(name: string, value: string): void {
    const element = /^(\w+)\[(.*)\]$/s.exec(name);
    if (element)
      assignElement(
        this.state,
        element[1] as string,
        element[2] as string,
        value,
        this.plainIndex(element[2] as string),
      );
    else this.state.set(name, value);
  }

  async expand(text: string): Promise<string> {
    const [statement] = parse(`: "${text.replaceAll('"', '')}"`).commands;
    const word = statement?.command.type === 'Command' ? statement.command.suffix[0] : undefined;
    return word?.type === 'Word' ? this.text(word) : text;
  }

  arithmetic(text: string): Promise<bigint> {
    return evaluateText(text, this);
  }

  /** The key or number in `name[…]`. */
  async index(name: string, word: Word): Promise<string> {
    const text = await this.text(word);
    return this.state.variables.get(name)?.keyed ? text : String(await this.arithmetic(text));
  }
}

const braced = new WeakMap<Word, readonly Word[]>();

/** The words that brace expansion makes of one. */
function bracedWords(word: Word): readonly Word[] {
  if (!word.text.includes('{') || !word.parts?.some((part) => part.type === 'BraceExpansion')) return [word];
  const known = braced.get(word);
  if (known) return known;
  const made = expandBraces(word.text).flatMap((source) => {
    const [statement] = parse(`: ${source}`).commands;
    const parsedWord = statement?.command.type === 'Command' ? statement.command.suffix[0] : undefined;
    return parsedWord?.type === 'Word' ? [parsedWord] : [];
  });
  braced.set(word, made);
  return made;
}
