import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { findContainer } from '../find-container.ts';
import { canonicalName } from '../names.ts';
import { projectOrName } from '../project-or-name.ts';

/** Prints where a port of a service is published. @see docker/compose v2.36.2 cmd/compose/port.go, pkg/compose/port.go */
export async function runPort(context: ComposeContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const [service = '', text = ''] = args;
  if (!/^\d+$/.test(text) || Number(text) > 65535)
    throw new CliError(
      /^\d+$/.test(text)
        ? `strconv.ParseUint: parsing ${JSON.stringify(text)}: value out of range`
        : `strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  const protocol = (flags.string('protocol') ?? 'tcp').toLowerCase();
  const { name } = await projectOrName(context, [service]);
  const container = await findContainer(await api(), name, service, Number(flags.string('index') ?? 0));
  const found = container.Ports.find(
    ({ PrivatePort, Type }) => PrivatePort === Number(text) && Type === protocol,
  );
  if (!found) {
    const known = container.Ports.map(({ PublicPort = 0, Type }) => `${PublicPort}/${Type}`).join(', ');
    throw new CliError(`no port ${text}/${protocol} for container ${canonicalName(container)}: ${known}`);
  }
  await proc.out(`${found.IP ?? ''}:${found.PublicPort ?? 0}\n`);
  return 0;
}
