/** A regular expression is malformed; the message is that of the library that would read it: glibc's or PCRE2's. */
export class PatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}
