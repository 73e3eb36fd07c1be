import type { ArithmeticExpression, DoubleQuotedChild, ParsedScript, Word, WordPart } from 'unbash';
import { parse } from 'unbash';
import type { Process } from '../../kernel/process.ts';
import { ExpansionError, type ErrorReach } from '../control-flow.ts';
import type { Flavour } from '../flavour.ts';
import { drive, settle, type Maybe, type Steps } from '../maybe.ts';
import type { ShellState } from '../shell-state.ts';
import {
  evaluateArithmetic,
  evaluateText,
  missingOperand,
  expandedNames,
  type ArithmeticScope,
} from './arithmetic.ts';
import { arithmeticMessage } from './arithmetic-message.ts';
import { ArithmeticError } from './arithmetic-number.ts';
import { SequenceTooLong } from './brace.ts';
import { bracedWords } from './braced-words.ts';
import { FieldBuilder, type Field } from './fields.ts';
import { expandParameter } from './parameter.ts';
import { hasWildcard } from './pattern.ts';
import { expandPathname } from './pathname.ts';
import { arrayElement, assignElement, valueOfParameter } from './special-parameters.ts';
import { expandTilde } from './tilde.ts';
import { wordPieces, type WordPiece } from './word-pieces.ts';

/** What expansion needs from the interpreter. */
export interface ExpansionHost {
  readonly proc: Process;
  readonly state: ShellState;
  readonly flavour: Flavour;
  /** The simple command that runs, as written. */
  readonly commandText?: string | undefined;
  /** Writes an error message of the shell's. */
  complain(message: string): Promise<void>;
  /** Output of a script run in a subshell, without trailing newlines. */
  capture(script: ParsedScript | undefined): Promise<string>;
  /** `<(…)` → a path that reads from it. */
  substitute(operator: '<' | '>', script: ParsedScript | undefined): Promise<string>;
}

/** The values of an expansion: one for `$x`, several for `"$@"`. */
export interface Expanded {
  readonly values: readonly string[];
  /** `$*` in quotes joins to one, `$@` keeps the fields apart. */
  readonly separate: boolean;
  /** Instead of values: a word to expand in place, with the quotes that it has itself. */
  readonly operand?: Word;
}

const one = (value: string): Expanded => ({ values: [value], separate: false });

/** Expands words. What needs no command substitution is done at once, without a promise. */
export class Expander implements ArithmeticScope {
  readonly host: ExpansionHost;

  constructor(host: ExpansionHost) {
    this.host = host;
  }

  get state(): ShellState {
    return this.host.state;
  }

  get ifs(): string {
    return this.state.get('IFS') ?? ' \t\n';
  }

  /** A command's words → its arguments. @throws ExpansionError */
  words(words: readonly Word[]): Maybe<string[]> {
    return drive(this.wordSteps(words));
  }

  *wordSteps(words: readonly Word[]): Steps<string[]> {
    const result: string[] = [];
    for (const word of words) {
      if (!word.parts && !/[\\~*?{]|\[./.test(word.text)) result.push(word.value);
      else if (this.host.flavour === 'bash') yield* this.#expandBraced(word, result);
      else yield* this.#expandInto(word, result);
    }
    return result;
  }

  *#expandBraced(word: Word, result: string[]): Steps<void> {
    let variants: readonly Word[] = [word];
    try {
      variants = bracedWords(word);
    } catch (error) {
      if (!(error instanceof SequenceTooLong)) throw error;
      yield this.host.complain(error.message);
    }
    for (const [index, variant] of variants.entries()) {
      // Many words take their time, and others get their turn.
      const turn = index % 1000 === 999 ? this.host.proc.tick(1000) : undefined;
      if (turn) yield turn;
      if (variant === word || variant.parts) yield* this.#expandInto(variant, result);
      else result.push(variant.value);
    }
  }

  *#expandInto(word: Word, result: string[]): Steps<void> {
    const builder = new FieldBuilder(this.ifs);
    yield* this.#build(word, builder, true);
    for (const field of builder.fields) if (field.quoted || field.text !== '') this.#pushField(field, result);
  }

  #pushField(field: Field, result: string[]): void {
    const { state } = this;
    if (!field.wild || !hasWildcard(field.pattern) || state.options.has('noglob')) {
      result.push(field.text);
      return;
    }
    const paths = expandPathname(this.host.proc.files, field.pattern, state.shopts);
    if (paths.length) result.push(...paths);
    else if (paths.length === 0 && state.shopts.has('failglob'))
      throw new ExpansionError(`no match: ${field.text}`, 'line');
    else if (!state.shopts.has('nullglob') || !/[*?[]/.test(field.pattern.replace(/\\./g, '')))
      result.push(field.text);
  }

  /** A word where no splitting and no pathname expansion happen: assignments, redirections, `case`. */
  text(word: Word | undefined): Maybe<string> {
    if (!word) return '';
    if (!word.parts && !/[\\~]/.test(word.text)) return word.value;
    return drive(this.textSteps(word));
  }

  *textSteps(word: Word | undefined, inQuotes = false): Steps<string> {
    if (!word) return '';
    const builder = new FieldBuilder('', false);
    yield* this.#build(word, builder, false, inQuotes);
    return builder.fields.map((field) => field.text).join(' ');
  }

  /** The same as a pattern: what was quoted is literal. */
  pattern(word: Word | undefined): Maybe<string> {
    return drive(this.patternSteps(word));
  }

  *patternSteps(word: Word | undefined): Steps<string> {
    if (!word) return '';
    const builder = new FieldBuilder('');
    yield* this.#build(word, builder, false);
    return builder.fields.map((field) => field.pattern).join(' ');
  }

  /** The text of a heredoc: expanded as in double quotes. */
  quotedParts(parts: readonly WordPart[]): Maybe<string> {
    return drive(this.#quotedPartSteps(parts));
  }

  *#quotedPartSteps(parts: readonly WordPart[]): Steps<string> {
    const builder = new FieldBuilder('', false);
    for (const part of parts) {
      if (part.type === 'Literal') builder.quoted(part.value);
      else yield* this.#quotedChild(part as DoubleQuotedChild, builder);
    }
    return builder.fields.map((field) => field.text).join(' ');
  }

  /** Expands a text as if it stood in double quotes. */
  *expandText(text: string): Steps<string> {
    if (!/[$`\\]/.test(text)) return text;
    const [statement] = parse(`: "${text.replaceAll('"', '')}"`).commands;
    const word = statement?.command.type === 'Command' ? statement.command.suffix[0] : undefined;
    return word?.type === 'Word' ? yield* this.textSteps(word) : text;
  }

  *#build(word: Word, builder: FieldBuilder, split: boolean, inQuotes = false): Steps<void> {
    if (!word.parts)
      return this.#literal(word.text, builder, { first: true, last: true, assignment: !split, inQuotes });
    let first = true;
    for (const part of word.parts) {
      switch (part.type) {
        case 'Literal':
          this.#literal(part.text, builder, {
            first,
            last: part === word.parts.at(-1),
            assignment: !split,
            inQuotes,
          });
          break;
        case 'BraceExpansion':
        case 'Glob':
        case 'ExtendedGlob':
          yield* this.#pieces(wordPieces(part), builder, split);
          break;
        case 'SingleQuoted':
          builder.quoted(inQuotes ? part.text : part.value);
          break;
        case 'AnsiCQuoted':
          builder.quoted(inQuotes ? part.text : this.#ansiC(part.text, part.value));
          break;
        case 'LocaleString':
        case 'DoubleQuoted':
          yield* this.#doubleQuoted(part.parts, builder);
          break;
        case 'ProcessSubstitution':
          builder.quoted(yield* settle(this.host.substitute(part.operator, part.script)));
          break;
        default:
          if (inQuotes) yield* this.#quotedChild(part as DoubleQuotedChild, builder, word.parts.length === 1);
          else
            yield* this.#unquoted(
              this.#simple(part) ?? (yield* this.#expansion(part, false)),
              builder,
              split,
            );
      }
      first = false;
    }
  }

  *#pieces(pieces: readonly WordPiece[], builder: FieldBuilder, split: boolean): Steps<void> {
    for (const piece of pieces) {
      if ('word' in piece) yield* this.#build(piece.word, builder, split);
      else builder.literal(piece.syntax);
    }
  }

  /** To dash a dollar in front of a quote is a dollar. */
  #ansiC(text: string, value: string): string {
    return this.host.flavour === 'dash' ? `$${text.slice(2, -1)}` : value;
  }

  #literal(
    source: string,
    builder: FieldBuilder,
    {
      first,
      last,
      assignment,
      inQuotes,
    }: { first: boolean; last: boolean; assignment: boolean; inQuotes: boolean },
  ): void {
    let text = source;
    if (!inQuotes && text.includes('~')) {
      const { head, rest } = expandTilde(this, text, { first, last, assignment });
      if (head !== '') builder.quoted(head);
      text = rest;
    }
    if (inQuotes && !text.includes('\\')) return builder.quoted(text);
    if (!text.includes('\\')) return builder.literal(text);
    for (let i = 0; i < text.length; i++) {
      const next = text[i + 1];
      if (text[i] !== '\\' || (inQuotes && !/[$`"\\\n}]/.test(next ?? ''))) builder.literal(text[i] ?? '');
      else if (text[++i] !== '\n') builder.quoted(next ?? '\\');
    }
  }

  *#unquoted({ values, separate, operand }: Expanded, builder: FieldBuilder, split: boolean): Steps<void> {
    if (operand) {
      const outer = builder.inExpansion;
      builder.inExpansion = split;
      yield* this.#build(operand, builder, split);
      builder.inExpansion = outer;
      return;
    }
    if (!split) return builder.literal(values.join(separate ? ' ' : this.ifs.slice(0, 1)));
    for (let i = 0; i < values.length; i++) {
      if (i) builder.break();
      builder.split(values[i] ?? '');
    }
  }

  *#doubleQuoted(parts: readonly DoubleQuotedChild[], builder: FieldBuilder): Steps<void> {
    if (parts.length === 0) return builder.quoted('');
    for (const part of parts) {
      if (part.type === 'Literal') builder.quoted(part.value);
      else yield* this.#quotedChild(part, builder, parts.length === 1);
    }
  }

  *#quotedChild(part: DoubleQuotedChild, builder: FieldBuilder, only = false): Steps<void> {
    const { values, separate, operand } = this.#simple(part) ?? (yield* this.#expansion(part, true));
    if (operand) {
      if (!only || operand.text === '') builder.quoted('');
      return yield* this.#build(operand, builder, false, true);
    }
    if (!separate)
      return builder.quoted(values.length === 1 ? (values[0] ?? '') : values.join(this.ifs.slice(0, 1)));
    if (values.length === 0 && !only) return builder.quoted('');
    values.forEach((value, index) => {
      if (index) builder.break();
      builder.quoted(value);
    });
  }

  #simple(part: DoubleQuotedChild | WordPart): Expanded | undefined {
    if (part.type !== 'SimpleExpansion') return undefined;
    const name = part.text.slice(1);
    return valueOfParameter(this, name) ?? this.unset(name);
  }

  *#expansion(part: DoubleQuotedChild | WordPart, quoted: boolean): Steps<Expanded> {
    switch (part.type) {
      case 'ParameterExpansion':
        return yield* expandParameter(this, part, quoted);
      case 'CommandExpansion':
        return one(yield* settle(this.host.capture(part.script)));
      case 'ArithmeticExpansion':
        return one(String(yield* this.arithmeticSteps(part.expression, part.text.slice(3, -2), 'line')));
      default:
        return one(part.text);
    }
  }

  /** An unset variable gives nothing, or an error under `set -u`. */
  unset(name: string): Expanded {
    if (this.state.options.has('nounset'))
      throw new ExpansionError(
        this.host.flavour === 'bash' ? `${name}: unbound variable` : `${name}: parameter not set`,
        'shell',
      );
    return one('');
  }

  /** Evaluates an expression; `text` is its source, expanded first where that makes a difference. @throws ExpansionError */
  *arithmeticSteps(
    expression: ArithmeticExpression | undefined,
    text: string,
    reach: ErrorReach,
    label = '',
  ): Steps<bigint> {
    if (!expression) return 0n;
    if (this.host.flavour === 'dash' && /\w\s*(?:\+\+|--)\s*(?:[^\s\w($+-]|$)/.test(text))
      return this.#calculate(() => missingOperand(), text, reach, label);
    const names = expandedNames(expression);
    const plain =
      names !== 'text' && (names.length === 0 || names.every((name) => /^\d+$/.test(this.get(name) ?? '')));
    if (plain) return this.#calculate(() => evaluateArithmetic(expression, this), text, reach, label);
    const expanded = yield* this.expandText(text);
    return this.#calculate(() => evaluateText(expanded, this), expanded, reach, label);
  }

  #calculate(evaluate: () => bigint, text: string, reach: ErrorReach, label: string): bigint {
    try {
      return evaluate();
    } catch (error) {
      if (!(error instanceof ArithmeticError)) throw error;
      throw new ExpansionError(
        `${label}${arithmeticMessage(this.host.flavour, error, (error.text ?? text).trim())}`,
        reach,
      );
    }
  }

  /** Evaluates a text in which nothing is left to expand. @throws ExpansionError */
  arithmetic(text: string, reach: ErrorReach = 'line', label = ''): bigint {
    return this.#calculate(() => evaluateText(text, this), text, reach, label);
  }

  get(name: string): string | undefined {
    if (!name.endsWith(']')) return valueOfParameter(this, name)?.values[0];
    const [, base = '', index = ''] = /^(\w+)\[(.*)\]$/s.exec(name) ?? [];
    return arrayElement(this, base, this.plainIndex(base, index));
  }

  missing(name: string): string {
    // An element of an array may be missing.
    return name.endsWith(']') ? '' : (this.unset(name).values[0] ?? '');
  }

  set(name: string, value: string): void {
    const element = name.endsWith(']') ? /^(\w+)\[(.*)\]$/s.exec(name) : undefined;
    if (!element) return this.state.set(name, value);
    const key = this.plainIndex(element[1] ?? '', element[2] ?? '');
    assignElement(this.state, element[1] ?? '', key, value);
  }

  /** The key or number that an index's source text means: `$x`, `i+1`, `"a b"`. */
  plainIndex(name: string, source: string): string {
    const text = drive(this.expandText(source));
    const plain = text instanceof Promise ? source : text;
    if (this.state.variables.get(name)?.keyed) return plain.replace(/^(["'])(.*)\1$/s, '$2');
    return String(this.arithmetic(plain));
  }

  /** The key or number in `name[…]`. */
  *indexSteps(name: string, word: Word): Steps<string> {
    const text = yield* this.textSteps(word);
    return this.state.variables.get(name)?.keyed ? text : String(this.arithmetic(text));
  }
}
