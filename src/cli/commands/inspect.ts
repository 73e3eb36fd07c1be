import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { CliError } from '../cli-error.ts';
import { atLeast, type Command, type CommandContext } from '../command.ts';
import { flag, type Flag } from '../flags/flag.ts';
import { goJson, parseTemplate } from '../format/template.ts';

type ObjectType = 'container' | 'image' | 'network' | 'volume';

const FORMAT = flag('format', 'f', 'string', 'Format with a Go template, or json');

function inspectOne(api: EngineApi, type: ObjectType, name: string, size: boolean): Promise<unknown> {
  switch (type) {
    case 'container':
      return api.ContainerInspect(name, { size });
    case 'image':
      return api.ImageInspect(name);
    case 'network':
      return api.NetworkInspect(name);
    case 'volume':
      return api.VolumeInspect(name);
  }
}

/** `docker TYPE inspect`. */
export function inspectCommand(type: ObjectType): Command {
  const extra: Record<ObjectType, Flag[]> = {
    container: [flag('size', 's', 'bool', 'Show file sizes')],
    image: [flag('platform', '', 'string', 'Platform of the image')],
    network: [flag('verbose', 'v', 'bool', 'More detail')],
    volume: [],
  };
  const upper = type.toUpperCase();
  return {
    name: 'inspect',
    use: `[OPTIONS] ${upper} [${upper}...]`,
    short: `Display detailed information on one or more ${type}s`,
    args: atLeast(1),
    flags: [FORMAT, ...extra[type]],
    run: (context) =>
      inspectAll(context, async (api, name) => inspectOne(api, type, name, context.flags.bool('size'))),
  };
}

export const INSPECT: Command = {
  name: 'inspect',
  use: '[OPTIONS] NAME|ID [NAME|ID...]',
  short: 'Return low-level information on Docker objects',
  args: atLeast(1),
  flags: [
    FORMAT,
    flag('size', 's', 'bool', 'Show file sizes of containers'),
    flag('type', '', 'string', 'Only look for this type'),
  ],
  run: (context) => {
    const type = context.flags.string('type');
    if (type !== undefined && !TYPES.includes(type as ObjectType))
      throw new CliError(`"${type}" is not a valid value for --type`);
    return inspectAll(context, (api, name) =>
      inspectAny(api, name, type === undefined ? TYPES : [type as ObjectType], context.flags.bool('size')),
    );
  },
};

const TYPES: readonly ObjectType[] = ['container', 'image', 'network', 'volume'];

async function inspectAny(
  api: EngineApi,
  name: string,
  types: readonly ObjectType[],
  size: boolean,
): Promise<unknown> {
  for (const type of types) {
    try {
      return await inspectOne(api, type, name, size);
    } catch (error) {
      if (
        !(error instanceof ApiError) ||
        (error.kind !== 'notFound' && error.kind !== 'invalidParameter') ||
        types.length === 1
      )
        throw error;
    }
  }
  throw new CliError(`error: no such object: ${name}`);
}

/** Prints what was found, then says what was not. @see docker/cli v28 cli/command/inspect */
async function inspectAll(
  { proc, flags, args, api }: CommandContext,
  inspect: (api: EngineApi, name: string) => Promise<unknown>,
): Promise<number> {
  const engine = await api();
  const format = flags.string('format');
  const template = format !== undefined && format !== 'json' ? parseTemplate(format) : undefined;
  const found: unknown[] = [];
  const errors: string[] = [];
  for (const name of args) {
    try {
      found.push(await inspect(engine, name));
    } catch (error) {
      if (error instanceof ApiError) errors.push(`Error response from daemon: ${error.message}`);
      else if (error instanceof CliError) errors.push(error.message);
      else throw error;
    }
  }
  if (template) {
    for (const value of found) await proc.out(`${template.execute(value)}\n`);
    if (found.length === 0) await proc.out('\n');
  } else if (format === 'json') await proc.out(`${goJson(found)}\n`);
  else await proc.out(`${indent(found)}\n`);
  if (errors.length) await proc.err(`${errors.join('\n')}\n`);
  return errors.length ? 1 : 0;
}

function indent(values: readonly unknown[]): string {
  return values.length ? escapeHtml(JSON.stringify(values, null, 4)) : '[]';
}

function escapeHtml(json: string): string {
  return json.replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}
