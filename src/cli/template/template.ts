import { Evaluator } from './evaluator.ts';
import { FUNCTIONS } from './functions.ts';
import { parse } from './parser.ts';

/** A template that was read and can be filled in. */
export interface Template {
  /** `omitted` are fields that records have without having them. @throws TemplateError */
  execute(data: unknown, omitted?: Readonly<Record<string, unknown>>): string;
}

/**
 * Reads a Go template as `--format` takes it.
 * @throws TemplateError in the words of Go
 * @see Go text/template, docker/cli v28.2.2 templates/templates.go
 */
export function parseTemplate(source: string, functions: typeof FUNCTIONS = FUNCTIONS): Template {
  const template = parse(source, new Set(Object.keys(functions)));
  return {
    execute: (data, omitted = {}) => new Evaluator(source, template, functions, data, omitted).run(data),
  };
}
