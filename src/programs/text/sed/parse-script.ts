import { rawByte } from '../../../lib/bytes.ts';
import { posixRegExp } from '../../../lib/regexp/posix-regexp.ts';
import {
  SedError,
  type Address,
  type ReplacementPart,
  type SedCommand,
  type Substitution,
} from './script.ts';

/** Reads a sed script into its commands, blocks resolved to jumps. @throws SedError, PatternError @see POSIX sed */
export function parseScript(text: string, extended: boolean): SedCommand[] {
  const parser = new ScriptParser(text, extended);
  const commands = parser.parse();
  const labels = new Set(commands.filter(({ name }) => name === ':').map((one) => one.text));
  for (const { name, text: label } of commands) {
    if ('btT'.includes(name) && label !== '' && !labels.has(label))
      throw new SedError(`can't find label for jump to \`${label}'`, 4);
  }
  return commands;
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' };

class ScriptParser {
  readonly #text: string;
  readonly #extended: boolean;
  readonly #commands: SedCommand[] = [];
  readonly #open: number[] = [];
  #at = 0;

  constructor(text: string, extended: boolean) {
    this.#text = text;
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

  #fail(message: string): never {
    throw new SedError(`-e expression #1, char ${this.#at}: ${message}`);
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
    const negated = this.#skip(/!+\s*/y) !== '';
    const name = this.#peek();
    this.#at++;
    if (name === ',') this.#fail("unexpected `,'");
    // Only `0,/x/` begins before the first line.
    if (from?.kind === 'line' && from.line === 0 && to?.kind !== 'match')
      this.#fail('invalid usage of line address 0');
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
      return { ...base, text: this.#skip(name === ':' ? /[^\n;]*/y : /[^\n;}]*/y).trim() };
    }
    if (name === 'e') {
      this.#skip(/[ \t]*/y);
      return { ...base, text: this.#skip(/[^\n]*/y) };
    }
    if ('rRwW'.includes(name)) {
      this.#skip(/[ \t]*/y);
      return { ...base, text: this.#skip(/[^\n]*/y) };
    }
    if (name === 's') return this.#end({ ...base, substitution: this.#substitution() });
    if (name === 'y') return this.#end({ ...base, map: this.#map() });
    if ('qQlL'.includes(name)) {
      this.#skip(/[ \t]*/y);
      return this.#end({ ...base, text: this.#skip(/\d*/y) });
    }
    if ('=dDgGhHnNpPxzF'.includes(name)) return this.#end(base);
    return this.#fail(`unknown command: \`${name}'`);
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
      const step = this.#skip(/~\d+/y);
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
    return posixRegExp(pattern, { extended: this.#extended, flags: js });
  }

  /** Up to the delimiter, which a backslash protects. */
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
        result +=
          next === delimiter && !(pattern && /[|(){}+?]/.test(next))
            ? pattern && /[.*[\]^$]/.test(next)
              ? `\\${next}`
              : next
            : `\\${next}`;
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
    const flags = this.#skip(/[gpiImMe0-9]*/y);
    const twice = /([gp]).*\1/.exec(flags)?.[1];
    if (twice !== undefined) {
      this.#at = end + flags.lastIndexOf(twice) + 1;
      this.#fail(`multiple \`${twice}' options to \`s' command`);
    }
    const write =
      this.#peek() === 'w'
        ? this.#skip(/w[ \t]*[^\n]*/y)
            .slice(1)
            .trim()
        : undefined;
    if (!/^(?:[;\n}# \t]|$)/.test(this.#text.slice(this.#at, this.#at + 1))) {
      this.#at++;
      this.#fail("unknown option to `s'");
    }
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
      file: write,
    };
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

/** `\1`, `&`, `\n`, `\U…\E` of a replacement. */
function parseReplacement(text: string): ReplacementPart[] {
  const parts: ReplacementPart[] = [];
  const tokens = text.match(/\\(?:x[0-9a-fA-F]{1,2}|o[0-7]{1,3}|d\d{1,3}|[^])|&|[^\\&]+|\\$/g) ?? [];
  for (const token of tokens) {
    const [, kind = '', digits] = /^\\([xod])([0-9a-fA-F]+)$/.exec(token) ?? [];
    if (digits !== undefined) {
      parts.push(rawByte(Number.parseInt(digits, { x: 16, o: 8 }[kind] ?? 10) & 255));
      continue;
    }
    const char = token.startsWith('\\') ? token.slice(1) : '';
    if (token === '&') parts.push({ group: 0 });
    else if (/^\d$/.test(char)) parts.push({ group: Number(char) });
    else if (/^[ULulE]$/.test(char)) parts.push({ letterCase: char as 'U' });
    else if (char !== '') parts.push(CONTROLS[char] ?? char);
    else parts.push(token);
  }
  return parts;
}
