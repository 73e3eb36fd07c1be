import type { CommandContext } from '../../command.ts';
import { logWarning } from '../../log-warning.ts';
import { loadStackConfig } from '../../stack/config/stack-config.ts';
import { writeYaml } from '../../yaml/write-yaml.ts';

/** Prints what the files of a stack say together. @see docker/cli v28.2.2 cli/command/stack/config.go */
export async function runStackConfig({ proc, flags }: CommandContext): Promise<number> {
  const warnings: string[] = [];
  const config = loadStackConfig(proc, flags.list('compose-file'), {
    skipInterpolation: flags.bool('skip-interpolation'),
    warn: (message) => void warnings.push(message),
  });
  try {
    await config;
  } finally {
    for (const warning of warnings) await logWarning(proc, warning);
  }
  await proc.out(writeYaml(await config));
  return 0;
}
