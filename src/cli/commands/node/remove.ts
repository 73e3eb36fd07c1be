import type { CommandContext } from '../../command.ts';
import { forAll } from '../collect-errors.ts';

/** @see docker/cli v28.2.2 cli/command/node/remove.go */
export async function runNodeRemove({ proc, flags, args, api }: CommandContext): Promise<number> {
  const engine = await api();
  await forAll(args, async (name) => {
    await engine.NodeDelete(name, { force: flags.bool('force') });
    await proc.out(`${name}\n`);
  });
  return 0;
}
