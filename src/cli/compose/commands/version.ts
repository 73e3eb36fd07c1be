import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { COMPOSE_VERSION } from '../version-number.ts';

/** Prints the version. @see docker/compose v2.36.2 cmd/compose/version.go */
export async function runVersion({ proc, flags }: ComposeContext): Promise<number> {
  const format = flags.string('format') ?? '';
  if (flags.bool('short')) await proc.out(`${COMPOSE_VERSION}\n`);
  else if (format === 'json') await proc.out(`{"version":"v${COMPOSE_VERSION}"}\n`);
  else if (format === '' || format === 'pretty')
    await proc.out(`Docker Compose version v${COMPOSE_VERSION}\n`);
  else throw new CliError(`format value ${JSON.stringify(format)} could not be parsed`);
  return 0;
}
