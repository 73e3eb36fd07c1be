import type { CommandContext } from '../../command.ts';
import { readAvailability } from './availability.ts';

/** Makes this machine a node of a swarm; the token decides which kind. @see docker/cli v28.2.2 cli/command/swarm/join.go */
export async function runJoin({ proc, flags, args, api }: CommandContext): Promise<number> {
  const request = {
    ListenAddr: flags.string('listen-addr') ?? '0.0.0.0:2377',
    AdvertiseAddr: flags.string('advertise-addr') ?? '',
    DataPathAddr: flags.string('data-path-addr') ?? '',
    RemoteAddrs: [args[0] ?? ''],
    JoinToken: flags.string('token') ?? '',
    Availability: readAvailability(flags),
  };
  const engine = await api();
  await engine.SwarmJoin(request);
  const { Swarm } = await engine.SystemInfo();
  await proc.out(`This node joined a swarm as a ${Swarm.ControlAvailable ? 'manager' : 'worker'}.\n`);
  return 0;
}
