import type { SwarmInitRequest } from '../../../api/swarm-types.ts';
import type { CommandContext } from '../../command.ts';
import { readAvailability } from './availability.ts';
import { joinCommand } from './join-command.ts';
import { applySwarmFlags, emptySwarmSpec } from './swarm-spec.ts';

const DEFAULT_MASK_LENGTH = 24;

/** Starts a swarm whose first manager is this machine, and says how others join. @see docker/cli v28.2.2 cli/command/swarm/init.go */
export async function runInit({ proc, flags, api }: CommandContext): Promise<number> {
  const request: SwarmInitRequest = {
    ListenAddr: flags.string('listen-addr') ?? '0.0.0.0:2377',
    AdvertiseAddr: flags.string('advertise-addr') ?? '',
    DataPathAddr: flags.string('data-path-addr') ?? '',
    DataPathPort: flags.number('data-path-port') ?? 0,
    ForceNewCluster: flags.bool('force-new-cluster'),
    Spec: applySwarmFlags(emptySwarmSpec(), flags),
    AutoLockManagers: flags.bool('autolock'),
    Availability: readAvailability(flags),
    DefaultAddrPool: [...flags.list('default-addr-pool')],
    SubnetSize: flags.number('default-addr-pool-mask-length') ?? DEFAULT_MASK_LENGTH,
  };
  const engine = await api();
  const nodeId = await engine.SwarmInit(request);
  await proc.out(`Swarm initialized: current node (${nodeId}) is now a manager.\n\n`);
  await proc.out(await joinCommand(engine, nodeId, 'worker'));
  await proc.out(
    "To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.\n",
  );
  return 0;
}
