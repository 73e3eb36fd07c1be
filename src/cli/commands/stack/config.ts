import type { CommandContext } from '../../command.ts';
import { loadStackConfig } from '../../stack/config/stack-config.ts';
import { readStackFiles } from '../../stack/read-stack-files.ts';
import { writeYaml } from '../../yaml/write-yaml.ts';

/** Prints what the files of a stack say together. @see docker/cli v28.2.2 cli/command/stack/config.go */
export async function runStackConfig({ proc, flags }: CommandContext): Promise<number> {
  const paths = flags.list('compose-file');
  const files = await readStackFiles(proc, paths);
  const skipInterpolation = flags.bool('skip-interpolation');
  const config = await loadStackConfig(proc, files, { from: paths[0] ?? '', skipInterpolation });
  await proc.out(writeYaml(config));
  return 0;
}
