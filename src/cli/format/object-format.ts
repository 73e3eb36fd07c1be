import { CliError } from '../cli-error.ts';
import { flag } from '../flags/flag.ts';
import { OMITTED_FIELDS } from '../template/omitted-fields.ts';
import { parseTemplate, type Template } from '../template/template.ts';
import { TemplateError } from '../template/template-error.ts';

/** `--format` of commands that show one object. */
export const OBJECT_FORMAT = flag('format', 'f', 'string', 'Format with a Go template, or json');

/** Status of a client that was given a template it can't read. */
const BAD_TEMPLATE = 64;

/** @throws CliError with `status` */
export function readTemplate(source: string, status = BAD_TEMPLATE): Template {
  try {
    return parseTemplate(source);
  } catch (error) {
    throw templateError(error, status);
  }
}

/**
 * An object through a template: first as the daemon's types have it, then as its JSON has it.
 * @throws CliError
 * @see docker/cli v28.2.2 cli/command/inspect/inspector.go
 */
export function fillObject(
  template: Template,
  value: unknown,
  omitted: Readonly<Record<string, unknown>> = OMITTED_FIELDS,
): string {
  try {
    return template.execute(value, omitted);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
  }
  try {
    return template.execute(value);
  } catch (error) {
    throw templateError(error, 1);
  }
}

function templateError(error: unknown, status: number): unknown {
  return error instanceof TemplateError
    ? new CliError(`template parsing error: ${error.message}`, status)
    : error;
}
