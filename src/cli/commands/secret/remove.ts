import type { CommandContext } from '../../command.ts';
import { forAll } from '../collect-errors.ts';

/** @see docker/cli v28.2.2 cli/command/secret/remove.go */
export async function runSecretRemove({ proc, args, api }: CommandContext): Promise<number> {
  const engine = await api();
  await forAll(args, async (name) => {
    await engine.SecretDelete(name);
    await proc.out(`${name}\n`);
  });
  return 0;
}
