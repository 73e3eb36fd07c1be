import { parseUint } from '../../../lib/parse-uint.ts';
import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { findContainer } from '../find-container.ts';
import { canonicalName } from '../names.ts';
import { projectOrName } from '../project-or-name.ts';

/** Prints where a port of a service is published. @see docker/compose v2.36.2 cmd/compose/port.go, pkg/compose/port.go */
export async function runPort(context: ComposeContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const [service = '', text = ''] = args;
  const port = portNumber(text);
  const protocol = (flags.string('protocol') ?? 'tcp').toLowerCase();
  const { name } = await projectOrName(context, [service]);
  const container = await findContainer(await api(), name, service, Number(flags.string('index') ?? 0));
  const found = container.Ports.find(({ PrivatePort, Type }) => PrivatePort === port && Type === protocol);
  if (!found) {
    const known = container.Ports.map(({ PublicPort = 0, Type }) => `${PublicPort}/${Type}`).join(', ');
    throw new CliError(`no port ${text}/${protocol} for container ${canonicalName(container)}: ${known}`);
  }
  await proc.out(`${found.IP ?? ''}:${found.PublicPort ?? 0}\n`);
  return 0;
}

/** @throws CliError */
function portNumber(text: string): number {
  try {
    return parseUint(text, 16);
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}
