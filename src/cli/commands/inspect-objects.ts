import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../command.ts';
import { goJson, parseTemplate } from '../format/template.ts';

/**
 * Looks every argument up, prints what was found as --format says, then says what was not. Resolves the exit status.
 * @throws CliError for a bad template
 * @see docker/cli v28.2.2 cli/command/inspect/inspector.go
 */
export async function inspectObjects(
  { proc, flags, args, api }: CommandContext,
  inspect: (api: EngineApi, name: string) => Promise<unknown>,
): Promise<number> {
  const engine = await api();
  const format = formatter(flags.string('format'));
  const found: unknown[] = [];
  const errors: string[] = [];
  for (const name of args) {
    try {
      found.push(await inspect(engine, name));
    } catch (error) {
      errors.push(messageOf(error));
    }
  }
  for (const text of format(found)) await proc.out(text);
  if (errors.length) await proc.err(`${errors.join('\n')}\n`);
  return errors.length ? 1 : 0;
}

/** What an error says of one object. @throws what is no refusal */
function messageOf(error: unknown): string {
  if (error instanceof ApiError) return `Error response from daemon: ${error.message}`;
  if (error instanceof CliError) return error.message;
  throw error;
}

/** Objects → the texts to print: one for each through a template, else one JSON list. Those before a failing one are still given. */
function formatter(format: string | undefined): (found: readonly unknown[]) => Iterable<string> {
  if (format === undefined) return (found) => [`${indent(found)}\n`];
  if (format === 'json') return (found) => [`${goJson(found)}\n`];
  const template = parseTemplate(format);
  return function* (found) {
    for (const value of found) yield `${template.execute(value)}\n`;
    if (found.length === 0) yield '\n';
  };
}

function indent(values: readonly unknown[]): string {
  return values.length ? escapeSeparators(JSON.stringify(values, null, 4)) : '[]';
}

/** As Go's encoder does with U+2028 and U+2029. */
function escapeSeparators(json: string): string {
  return json.replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}
