/** What the scanner found next in the text it holds. */
export type Scanned =
  | { readonly kind: 'statement'; readonly sql: string }
  /** A backslash command; its words go on to the end of the line. `before` is the statement that is being written. */
  | { readonly kind: 'command'; readonly text: string; readonly before: string }
  /** Nothing whole is there: more lines have to come. */
  | { readonly kind: 'more' };

/** Why a statement is not over: what the prompt shows. */
export type Unfinished = '=' | '-' | "'" | '"' | '$' | '(' | '*';

const SPACE = /\s/;

/** Replaces `:name`, `:'name'` and `:"name"`; undefined leaves the text. */
export type Interpolate = (name: string, quote: '' | "'" | '"') => string | undefined;

/** Cuts what is typed, or stands in a file, into statements and backslash commands. @see PostgreSQL's psqlscan.l */
export class SqlScanner {
  readonly #interpolate: Interpolate;
  /** Not looked at yet. */
  #input = '';
  /** The statement so far. */
  #statement = '';
  #state: Unfinished = '=';
  #parentheses = 0;
  #comments = 0;
  #tag = '';

  constructor(interpolate: Interpolate) {
    this.#interpolate = interpolate;
  }

  feed(text: string): void {
    this.#input += text;
  }

  /** What the prompt shows: `=` before a statement. */
  get unfinished(): Unfinished {
    if (this.#comments > 0) return '*';
    if (this.#state !== '=') return this.#state;
    if (this.#parentheses > 0) return '(';
    return this.#statement.trim() === '' ? '=' : '-';
  }

  /** The statement that is being written. */
  get statement(): string {
    return this.#statement;
  }

  /** Forgets it. */
  reset(): void {
    this.#statement = '';
    this.#input = '';
    this.#state = '=';
    this.#parentheses = 0;
    this.#comments = 0;
  }

  /** Takes the statement as it is: `\g`, or the end of the file. */
  take(): string {
    const sql = this.#statement.trim();
    this.#statement = '';
    this.#parentheses = 0;
    this.#state = '=';
    return sql;
  }

  next(): Scanned {
    while (this.#input !== '') {
      const found =
        this.#comments > 0 ? this.#inComment() : this.#state === '=' ? this.#plain() : this.#quoted();
      if (found) return found;
    }
    return { kind: 'more' };
  }

  #move(length: number): void {
    this.#statement += this.#input.slice(0, length);
    this.#input = this.#input.slice(length);
  }

  #inComment(): undefined {
    const match = /\/\*|\*\//.exec(this.#input);
    if (!match) return this.#move(this.#input.length) as undefined;
    this.#comments += match[0] === '/*' ? 1 : -1;
    return this.#move(match.index + 2) as undefined;
  }

  #quoted(): undefined {
    const end = this.#state === '$' ? this.#tag : this.#state;
    let at = this.#input.indexOf(end);
    if (this.#state === "'" && this.#tag === 'E')
      for (; at > 0 && /(^|[^\\])(\\\\)*\\$/.test(this.#input.slice(0, at));)
        at = this.#input.indexOf(end, at + 1);
    if (at < 0) return this.#move(this.#input.length) as undefined;
    this.#move(at + end.length);
    this.#state = '=';
    return undefined;
  }

  #plain(): Scanned | undefined {
    const input = this.#input;
    const char = input[0] ?? '';
    if (SPACE.test(char) && this.#statement === '') {
      this.#input = input.replace(/^\s+/, '');
      return undefined;
    }
    if (input.startsWith('--')) {
      const end = input.indexOf('\n');
      // Before a statement a comment is nothing of it.
      if (this.#statement === '') this.#input = end < 0 ? '' : input.slice(end + 1);
      else this.#move(end < 0 ? input.length : end);
      return undefined;
    }
    if (input.startsWith('/*')) {
      this.#comments = 1;
      return this.#move(2) as undefined;
    }
    if (char === ';' && this.#parentheses === 0) {
      this.#move(1);
      const sql = this.take();
      return sql === ';' ? undefined : { kind: 'statement', sql };
    }
    if (char === '\\') return this.#command();
    const dollar = /^\$(?:[A-Za-z_]\w*)?\$/.exec(input);
    if (dollar && !/[\w$]$/.test(this.#statement)) return this.#open('$', dollar[0], dollar[0].length);
    if (char === "'" || char === '"')
      return this.#open(char, char === "'" && /(^|\W)[eE]$/.test(this.#statement) ? 'E' : '', 1);
    if (char === ':' && this.#variable()) return undefined;
    if (char === '(') this.#parentheses++;
    if (char === ')') this.#parentheses = Math.max(0, this.#parentheses - 1);
    const plain = /^(?:[A-Za-z0-9_.,=<>+ \n\t]+|::?|[^])/.exec(input)?.[0] ?? char;
    return this.#move(plain.length) as undefined;
  }

  #open(state: Unfinished, tag: string, length: number): undefined {
    this.#state = state;
    this.#tag = tag;
    return this.#move(length) as undefined;
  }

  #variable(): boolean {
    const match = /^:(?:(['"])(\w+)\1|(\w+))/.exec(this.#input);
    if (!match || this.#input.startsWith('::')) return false;
    const [whole, quote = '', quoted, plain] = match;
    const value = this.#interpolate(quoted ?? plain ?? '', quote as '' | "'" | '"');
    if (value === undefined) return false;
    this.#statement += value;
    this.#input = this.#input.slice(whole.length);
    return true;
  }

  #command(): Scanned {
    const end = this.#input.indexOf('\n');
    const text = end < 0 ? this.#input : this.#input.slice(0, end);
    this.#input = end < 0 ? '' : this.#input.slice(end + 1);
    return { kind: 'command', text, before: this.#statement };
  }
}

/** The statements that SQL consists of, without psql's variables and commands: as a server takes them. */
export function statementsOf(sql: string): string[] {
  const scanner = new SqlScanner(() => undefined);
  const statements: string[] = [];
  scanner.feed(sql);
  for (let found = scanner.next(); found.kind !== 'more'; found = scanner.next())
    if (found.kind === 'statement') statements.push(found.sql);
  return [...statements, scanner.take()].filter((statement) => statement !== '');
}
