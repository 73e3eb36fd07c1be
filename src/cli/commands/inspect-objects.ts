import type { EngineApi } from '../../api/engine-api.ts';
import type { Process } from '../../kernel/process.ts';
import type { CommandContext } from '../command.ts';
import type { FlagValues } from '../flags/flag.ts';
import { fillObject, readTemplate } from '../format/object-format.ts';
import { goJson } from '../template/go-json.ts';
import { messageOf } from './collect-errors.ts';

type Omitted = Readonly<Record<string, unknown>>;

/** What the client's types know of these objects beside their JSON. */
interface TypeOptions {
  /** Fields that they have without having them. */
  readonly omitted?: Omitted;
  /** An object as templates see it. */
  readonly toTyped?: (value: unknown) => unknown;
}

/**
 * Looks every argument up, prints what was found as --format says, then says what was not. Resolves the exit status.
 * @throws CliError for a bad template
 * @see docker/cli v28.2.2 cli/command/inspect/inspector.go
 */
export async function inspectObjects(
  { proc, flags, args, api }: CommandContext,
  inspect: (api: EngineApi, name: string) => Promise<unknown>,
  { omitted, toTyped }: TypeOptions = {},
): Promise<number> {
  const format = formatter(flags.string('format'), false, omitted, toTyped);
  const engine = await api();
  return printFound(proc, args, format, (name) => inspect(engine, name));
}

/** The same without a daemon: here the client makes the JSON. */
export async function printInspected(
  proc: Process,
  flags: FlagValues,
  names: readonly string[],
  inspect: (name: string) => Promise<unknown>,
): Promise<number> {
  return printFound(proc, names, formatter(flags.string('format'), true), inspect);
}

/** Objects are looked up and shown one after the other; a template that fails ends that. */
async function printFound(
  proc: Process,
  names: readonly string[],
  format: Formatter,
  inspect: (name: string) => Promise<unknown>,
): Promise<number> {
  const errors: string[] = [];
  for (const name of names) {
    try {
      format.add(await inspect(name));
    } catch (error) {
      errors.push(messageOf(error));
    }
  }
  await proc.out(format.text());
  if (errors.length) await proc.err(`${errors.join('\n')}\n`);
  return errors.length ? 1 : 0;
}

interface Formatter {
  /** @throws CliError where the template can't be filled in */
  add(value: unknown): void;
  text(): string;
}

/** One text for each object through a template, else one JSON list. @throws CliError for a bad template */
function formatter(
  format: string | undefined,
  escapes: boolean,
  omitted?: Omitted,
  toTyped = (value: unknown): unknown => value,
): Formatter {
  const found: unknown[] = [];
  if (!format) return { add: (value) => found.push(value), text: () => `${indent(found, escapes)}\n` };
  if (format === 'json') return { add: (value) => found.push(value), text: () => `${goJson(found)}\n` };
  const template = readTemplate(format);
  let text = '';
  return {
    add: (value) => (text += `${fillObject(template, toTyped(value), omitted)}\n`),
    text: () => text || '\n',
  };
}

/** Four blanks a level; `escapes` as Go's encoder does where it is not told otherwise. */
function indent(values: readonly unknown[], escapes: boolean): string {
  if (values.length === 0) return '[]';
  const special = escapes ? /[<>&\u2028\u2029]/g : /[\u2028\u2029]/g;
  return JSON.stringify(values, null, 4).replace(
    special,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
