import type { CommandContext } from '../../command.ts';
import { forAll } from '../collect-errors.ts';

/** @see docker/cli v28.2.2 cli/command/service/remove.go */
export async function runServiceRemove({ proc, args, api }: CommandContext): Promise<number> {
  const engine = await api();
  await forAll(args, async (name) => {
    await engine.ServiceDelete(name);
    await proc.out(`${name}\n`);
  });
  return 0;
}
