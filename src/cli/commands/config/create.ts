import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { toOptions } from '../../opts/key-value.ts';
import { encodeBase64 } from '../../../lib/base64.ts';
import { readContent } from '../read-content.ts';

/** Stores a config from a file or stdin, and prints its ID. @see docker/cli v28.2.2 cli/command/config/create.go */
export async function runConfigCreate({ proc, flags, args, api }: CommandContext): Promise<number> {
  const [name = '', file = ''] = args;
  const content = await readContent(proc, file).catch((error: unknown) => {
    if (!(error instanceof CliError)) throw error;
    throw new CliError(`Error reading content from ${JSON.stringify(file)}: ${error.message}`);
  });
  const spec = { Name: name, Labels: toOptions(flags.list('label')), Data: encodeBase64(content) };
  const { ID } = await (await api()).ConfigCreate(spec);
  await proc.out(`${ID}\n`);
  return 0;
}
