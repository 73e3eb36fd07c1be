import { AwkSyntaxError, type Token } from './tokens.ts';

/** Tokens with a position: what both halves of the parser read from. */
export class TokenStream {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get current(): Token {
    return this.#tokens[this.#at] as Token;
  }

  get following(): Token | undefined {
    return this.#tokens[this.#at + 1];
  }

  next(): Token {
    const token = this.current;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  is(...texts: readonly string[]): boolean {
    const { kind, text } = this.current;
    return (kind === 'operator' || kind === 'keyword') && texts.includes(text);
  }

  accept(...texts: readonly string[]): boolean {
    if (!this.is(...texts)) return false;
    this.#at++;
    return true;
  }

  /** @throws AwkSyntaxError */
  expect(text: string): void {
    if (!this.accept(text)) throw this.error();
  }

  skipNewlines(): void {
    while (this.current.kind === 'newline') this.#at++;
  }

  error(): AwkSyntaxError {
    const { kind, line, text } = this.current;
    if (kind === 'end') return new AwkSyntaxError(line, text, 'missing } near end of file');
    return new AwkSyntaxError(line, kind === 'newline' ? 'end of line' : text);
  }

  mark(): number {
    return this.#at;
  }

  reset(mark: number): void {
    this.#at = mark;
  }
}
