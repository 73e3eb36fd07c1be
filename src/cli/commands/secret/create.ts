import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { toOptions } from '../../opts/key-value.ts';
import { encodeBase64 } from '../../../lib/base64.ts';
import { readContent } from '../read-content.ts';

/** Stores a secret from a file or stdin, and prints its ID; one that a driver gives has no data. @see docker/cli v28.2.2 cli/command/secret/create.go */
export async function runSecretCreate({ proc, flags, args, api }: CommandContext): Promise<number> {
  const [name = '', file = ''] = args;
  const driver = flags.string('driver');
  if (driver && file) throw new CliError('When using secret driver secret data must be empty');
  if (!driver && !file) throw new CliError('secret file is required');
  const spec = {
    Name: name,
    Labels: toOptions(flags.list('label')),
    ...(driver ? { Driver: { Name: driver } } : { Data: encodeBase64(await readContent(proc, file)) }),
  };
  const { ID } = await (await api()).SecretCreate(spec);
  await proc.out(`${ID}\n`);
  return 0;
}
