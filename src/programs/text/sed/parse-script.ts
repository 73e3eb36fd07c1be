import { PatternError } from '../../../lib/regexp/pattern-error.ts';
import { MISPLACED_CLASS, posixRegExp } from '../../../lib/regexp/posix-regexp.ts';
import { CONTROLS, parseReplacement, unescapePattern } from './escapes.ts';
import { SedError, type Address, type SedCommand, type Substitution } from './script.ts';

/** A piece of a script: what one -e or -f gave. */
export interface ScriptPart {
  readonly text: string;
  /** Of a script file. */
  readonly file?: string;
}

/** Reads a sed script into its commands, blocks resolved to jumps. @throws SedError @see POSIX sed */
export function parseScript(parts: readonly ScriptPart[], extended: boolean): SedCommand[] {
  const parser = new ScriptParser(parts, extended);
  const commands = parser.parse();
  const labels = new Set(commands.filter(({ name }) => name === ':').map((one) => one.text));
  for (const { name, text: label } of commands) {
    if ('btT'.includes(name) && label !== '' && !labels.has(label))
      throw new SedError(`can't find label for jump to \`${label}'`, 4);
  }
  return commands;
}

class ScriptParser {
  readonly #parts: readonly ScriptPart[];
  readonly #text: string;
  readonly #extended: boolean;
  readonly #commands: SedCommand[] = [];
  readonly #open: number[] = [];
  #at = 0;

  constructor(parts: readonly ScriptPart[], extended: boolean) {
    this.#parts = parts;
    this.#text = parts.map(({ text }) => text).join('\n');
    this.#extended = extended;
  }

  parse(): SedCommand[] {
    for (;;) {
      this.#skip(/[\s;]*/y);
      if (this.#at >= this.#text.length) break;
      if (this.#peek() === '#') this.#skip(/[^\n]*/y);
      else this.#command();
    }
    if (this.#open.length > 0) throw new SedError(`-e expression #1, char 0: unmatched \`{'`);
    return this.#commands;
  }

  #fail(message: string, pattern?: string): never {
    let start = 0;
    let expressions = 0;
    for (const { text, file } of this.#parts) {
      if (file === undefined) expressions++;
      const inside = Math.min(this.#at, this.#text.length) - start;
      start += text.length + 1;
      if (inside > text.length && start <= this.#text.length) continue;
      const line = text.slice(0, inside).split('\n').length;
      const place =
        file === undefined ? `-e expression #${expressions}, char ${inside}` : `file ${file} line ${line}`;
      throw new SedError(`${place}: ${message}`, 1, pattern);
    }
    throw new SedError(message);
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #skip(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += text.length;
    return text;
  }

  #command(): void {
    const from = this.#address();
    let to: Address | undefined;
    this.#skip(/[ \t]*/y);
    if (from && this.#peek() === ',') {
      this.#at++;
      this.#skip(/[ \t]*/y);
      to = this.#address(true);
      if (!to) {
        this.#at++;
        this.#fail("unexpected `,'");
      }
    }
    this.#skip(/[ \t]*/y);
    if (from?.kind === 'line' && from.line === 0 && to?.kind !== 'match') {
      this.#at++;
      this.#fail('invalid usage of line address 0');
    }
    const negated = this.#skip(/!\s*/y) !== '';
    const name = this.#peek();
    this.#at++;
    if (negated && name === '!') this.#fail("multiple `!'s");
    if (from && name === ':') this.#fail(": doesn't want any addresses");
    if (from && name === '#') this.#fail("comments don't accept any addresses");
    if (to && /[qQ]/.test(name)) this.#fail('command only uses one address');
    if (name === ',') this.#fail("unexpected `,'");
    const base = { ...(from ? { from } : {}), ...(to ? { to } : {}), negated, name, text: '' };
    this.#commands.push(this.#finish(base));
  }

  #finish(base: SedCommand): SedCommand {
    const { name } = base;
    if (name === '') return this.#fail('missing command');
    if (name === '{') {
      this.#open.push(this.#commands.length);
      return base;
    }
    if (name === '}') {
      const start = this.#open.pop();
      if (start === undefined) return this.#fail("unexpected `}'");
      const opening = this.#commands[start];
      if (opening) opening.jump = this.#commands.length;
      return this.#end(base);
    }
    if ('aic'.includes(name)) return { ...base, text: this.#textBlock() };
    if (':btT'.includes(name)) {
      this.#skip(/[ \t]*/y);
      const label = this.#skip(name === ':' ? /[^\n;]*/y : /[^\n;}]*/y).trim();
      if (name === ':' && label === '') return this.#fail('":" lacks a label');
      return { ...base, text: label };
    }
    if (name === 'e') {
      this.#skip(/[ \t]*/y);
      return { ...base, text: this.#skip(/[^\n]*/y) };
    }
    if ('rRwW'.includes(name)) return { ...base, text: this.#fileName() };
    if (name === 's') return this.#end({ ...base, substitution: this.#substitution() });
    if (name === 'y') return this.#end({ ...base, map: this.#map() });
    if ('qQlL'.includes(name)) {
      this.#skip(/[ \t]*/y);
      return this.#end({ ...base, text: this.#skip(/\d*/y) });
    }
    if ('=dDgGhHnNpPxzF'.includes(name)) return this.#end(base);
    if (name === 'v') return { ...base, text: this.#skip(/[^\n;}]*/y) };
    return this.#fail(`unknown command: \`${name}'`);
  }

  #fileName(): string {
    this.#skip(/[ \t]*/y);
    const name = this.#skip(/[^\n]*/y);
    return name === '' ? this.#fail('missing filename in r/R/w/W commands') : name;
  }

  #end(command: SedCommand): SedCommand {
    this.#skip(/[ \t]*/y);
    if (!/^(?:[;\n}#]|$)/.test(this.#text.slice(this.#at, this.#at + 1))) {
      this.#at++;
      this.#fail('extra characters after command');
    }
    return command;
  }

  #address(second = false): Address | undefined {
    const number = this.#skip(/\d+/y);
    if (number !== '') {
      const step = this.#skip(/~\d*/y);
      return step
        ? { kind: 'step', first: Number(number), step: Number(step.slice(1)) }
        : { kind: 'line', line: Number(number) };
    }
    const plus = second ? this.#skip(/\+\d+/y) : '';
    if (plus) return { kind: 'plus', count: Number(plus) };
    const multiple = second ? this.#skip(/~\d+/y) : '';
    if (multiple) return { kind: 'multiple', of: Number(multiple.slice(1)) };
    if (this.#peek() === '$') {
      this.#at++;
      return { kind: 'last' };
    }
    let delimiter = this.#peek();
    if (delimiter === '\\') {
      this.#at++;
      delimiter = this.#peek();
    } else if (delimiter !== '/') return undefined;
    this.#at++;
    const pattern = this.#delimited(delimiter, true, 'unterminated address regex');
    const flags = this.#skip(/[IM]*/y);
    return { kind: 'match', regExp: this.#regExp(pattern, flags) };
  }

  #regExp(pattern: string, flags: string): RegExp | undefined {
    if (pattern === '') return undefined;
    const js = `${/[iI]/.test(flags) ? 'i' : ''}${/[mM]/.test(flags) ? 'm' : ''}g`;
    try {
      return posixRegExp(unescapePattern(pattern), {
        extended: this.#extended,
        flags: js,
        strictClasses: true,
        strictParentheses: true,
      });
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      if (error.message === MISPLACED_CLASS) throw new SedError(MISPLACED_CLASS);
      return this.#fail(error.message, pattern);
    }
  }

  /** Up to the delimiter, which stands for itself behind a backslash, with whatever it means in the pattern. */
  #delimited(delimiter: string, pattern: boolean, error: string): string {
    let result = '';
    let bracket = false;
    for (;;) {
      const char = this.#peek();
      if (char === '') this.#fail(error);
      this.#at++;
      if (char === '\\') {
        const next = this.#peek();
        this.#at++;
        const bare = next === delimiter && (pattern ? next !== 'n' : next !== '&');
        result += bare ? next : `\\${next}`;
        continue;
      }
      if (pattern && char === '[' && !bracket) bracket = true;
      else if (bracket && char === ']' && !/\[\^?$/.test(result)) bracket = false;
      if (char === delimiter && !bracket) return result;
      result += char;
    }
  }

  #substitution(): Substitution {
    const delimiter = this.#peek();
    this.#at++;
    const error = "unterminated `s' command";
    const pattern = this.#delimited(delimiter, true, error);
    const replacement = parseReplacement(this.#delimited(delimiter, false, error));
    const end = this.#at;
    const { flags, file } = this.#substitutionFlags();
    const regExp = this.#regExp(pattern, flags);
    const groups = regExp ? (new RegExp(`${regExp.source}|`, 'u').exec('')?.length ?? 1) - 1 : 9;
    const beyond = replacement.find(
      (part) => typeof part !== 'string' && 'group' in part && part.group > groups,
    );
    if (beyond && typeof beyond !== 'string' && 'group' in beyond) {
      this.#at = Math.max(end, this.#at);
      this.#fail(`invalid reference \\${beyond.group} on \`s' command's RHS`);
    }
    return {
      regExp,
      replacement,
      executes: flags.includes('e'),
      global: flags.includes('g'),
      print: flags.includes('p'),
      number: Number(/\d+/.exec(flags)?.[0] ?? 1),
      file,
    };
  }

  /** What stands behind `s/…/…/`. */
  #substitutionFlags(): { readonly flags: string; readonly file: string | undefined } {
    let flags = '';
    for (;;) {
      this.#skip(/[ \t\r]*/y);
      const number = this.#skip(/\d+/y);
      if (number !== '') {
        if (/\d/.test(flags)) this.#fail("multiple number options to `s' command");
        if (Number(number) === 0) this.#fail("number option to `s' command may not be zero");
        flags += number;
        continue;
      }
      const flag = this.#peek();
      if (/^[\n;}#]?$/.test(flag)) return { flags, file: undefined };
      this.#at++;
      if (flag === 'w') return { flags, file: this.#fileName() };
      if (/[gp]/.test(flag) && flags.includes(flag))
        this.#fail(`multiple \`${flag}' options to \`s' command`);
      if (!/[gpiImMe]/.test(flag)) this.#fail("unknown option to `s'");
      flags += flag;
    }
  }

  #map(): ReadonlyMap<string, string> {
    const delimiter = this.#peek();
    this.#at++;
    const error = "unterminated `y' command";
    const clean = (text: string): string[] => [...text.replace(/\\n/g, '\n').replace(/\\\\/g, '\\')];
    const from = clean(this.#delimited(delimiter, false, error));
    const to = clean(this.#delimited(delimiter, false, error));
    if (from.length !== to.length) this.#fail("strings for `y' command are different lengths");
    return new Map(from.map((char, index) => [char, to[index] ?? '']));
  }

  /** The text of a, i, c: on this line (GNU) or, behind a backslash, on the next ones. */
  #textBlock(): string {
    this.#skip(/[ \t]*/y);
    if (/^\\[ \t]*\n/.test(this.#text.slice(this.#at))) this.#skip(/\\[ \t]*\n/y);
    else if (this.#peek() === '\\') this.#at++;
    else if (this.#at >= this.#text.length) this.#fail("expected \\ after `a', `c' or `i'");
    if (this.#at >= this.#text.length) return '';
    const raw = this.#skip(/(?:[^\\\n]|\\[^])*/y);
    return `${raw.replace(/\\([^])/g, (_, char: string) => CONTROLS[char] ?? char)}\n`;
  }
}
