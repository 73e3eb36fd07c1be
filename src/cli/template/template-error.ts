/** A template can't be read, or not be filled in; the message is Go's, from `template: ` on. */
export class TemplateError extends Error {
  readonly stage: 'parse' | 'execute';

  constructor(message: string, stage: 'parse' | 'execute') {
    super(message);
    this.name = 'TemplateError';
    this.stage = stage;
  }
}
