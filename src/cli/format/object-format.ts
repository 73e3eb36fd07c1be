import { flag } from '../flags/flag.ts';
import { goJson, parseTemplate } from './template.ts';

/** `--format` of commands that show one object. */
export const OBJECT_FORMAT = flag('format', 'f', 'string', 'Format with a Go template, or json');

/** An object as --format wants it, with its newline; without that, as `human` words it. @throws CliError for a bad template */
export function formatObject(format: string | undefined, value: unknown, human: () => string): string {
  if (format === undefined) return human();
  return format === 'json' ? `${goJson(value)}\n` : `${parseTemplate(format).execute(value)}\n`;
}
