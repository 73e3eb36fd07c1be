/** A template can't be read, or not be filled in; the message is Go's, from `template: ` on. */
export class TemplateError extends Error {
  readonly stage: 'parse' | 'execute';
  /** What a template had given when it failed. */
  readonly written: string;

  constructor(message: string, stage: 'parse' | 'execute', written = '') {
    super(message);
    this.name = 'TemplateError';
    this.stage = stage;
    this.written = written;
  }
}
