import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';

const NEEDS_ROTATE = ['ca-cert', 'ca-key', 'cert-expiry', 'external-ca'];

/** Shows what the nodes trust; to make another is not simulated. @see docker/cli v28.2.2 cli/command/swarm/ca.go */
export async function runSwarmCa({ proc, flags, api }: CommandContext): Promise<number> {
  const { TLSInfo } = await (await api()).SwarmInspect();
  // The notice of the flag has said so.
  if (flags.bool('rotate')) return 1;
  const misplaced = NEEDS_ROTATE.find((name) => flags.has(name));
  if (misplaced)
    throw new CliError(`\`--${misplaced}\` flag requires the \`--rotate\` flag to update the CA`);
  await proc.out(`${(TLSInfo['TrustRoot'] ?? '').trim()}\n`);
  return 0;
}
