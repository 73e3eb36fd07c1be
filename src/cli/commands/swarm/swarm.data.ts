import { NO_ARGUMENTS, exactly, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { lazyRun } from '../lazy-run.ts';

/** `docker swarm …`. @see docker/cli v28.2.2 cli/command/swarm */
export const SWARM_COMMANDS: readonly Command[] = [
  {
    name: 'ca',
    use: '[OPTIONS]',
    short: 'Show or rotate the root CA',
    args: NO_ARGUMENTS,
    flags: [
      flag('ca-cert', '', 'pem-file', 'File with the root CA certificate to rotate to (PEM)'),
      flag('ca-key', '', 'pem-file', 'File with the root CA key to rotate to (PEM)'),
      flag('cert-expiry', '', 'duration', 'How long certificates of nodes are valid (ns|us|ms|s|m|h)', {
        default: '2160h0m0s',
      }),
      flag('detach', 'd', 'bool', 'Do not wait for the rotation to finish'),
      unmodelled('external-ca', '', 'external-ca', 'Endpoints that sign certificates'),
      flag('quiet', 'q', 'bool', 'No progress'),
      unmodelled('rotate', '', 'bool', 'Make a new one'),
    ],
    run: lazyRun(async () => (await import('./ca.ts')).runSwarmCa),
  },
  {
    name: 'init',
    use: '[OPTIONS]',
    short: 'Start a swarm',
    args: NO_ARGUMENTS,
    flags: [
      flag(
        'advertise-addr',
        '',
        'string',
        'Address that the other nodes are told (format: "<ip|interface>[:port]")',
      ),
      unmodelled('autolock', '', 'bool', 'Lock managers with a key that a restart asks for'),
      flag('availability', '', 'string', 'Availability of the node ("active", "pause", "drain")', {
        default: 'active',
      }),
      flag('cert-expiry', '', 'duration', 'How long certificates of nodes are valid (ns|us|ms|s|m|h)', {
        default: '2160h0m0s',
      }),
      flag(
        'data-path-addr',
        '',
        'string',
        'Address or interface of the data traffic (format: "<ip|interface>")',
      ),
      flag(
        'data-path-port',
        '',
        'uint32',
        'Port of the data traffic (1024 - 49151); 0 is the usual one, 4789',
      ),
      flag('default-addr-pool', '', 'ipNetSlice', 'Pools of addresses for networks, in CIDR form', {
        default: '[]',
      }),
      flag('default-addr-pool-mask-length', '', 'uint32', 'Length of the subnets taken from the pool', {
        default: '24',
      }),
      flag('dispatcher-heartbeat', '', 'duration', 'Time between signs of life of a node (ns|us|ms|s|m|h)', {
        default: '5s',
      }),
      unmodelled('external-ca', '', 'external-ca', 'Endpoints that sign certificates'),
      flag('force-new-cluster', '', 'bool', 'Start a new swarm from the state of this node'),
      flag('listen-addr', '', 'node-addr', 'Address to listen on (format: "<ip|interface>[:port]")', {
        default: '0.0.0.0:2377',
      }),
      flag('max-snapshots', '', 'uint', 'Older Raft snapshots to keep'),
      flag('snapshot-interval', '', 'uint', 'Log entries between Raft snapshots', { default: '10000' }),
      flag('task-history-limit', '', 'int', 'Ended tasks to remember', { default: '5' }),
    ],
    run: lazyRun(async () => (await import('./init.ts')).runInit),
  },
  {
    name: 'join',
    use: '[OPTIONS] HOST:PORT',
    short: 'Join a swarm as a node or a manager',
    args: exactly(1),
    flags: [
      flag(
        'advertise-addr',
        '',
        'string',
        'Address that the other nodes are told (format: "<ip|interface>[:port]")',
      ),
      flag('availability', '', 'string', 'Availability of the node ("active", "pause", "drain")', {
        default: 'active',
      }),
      flag(
        'data-path-addr',
        '',
        'string',
        'Address or interface of the data traffic (format: "<ip|interface>")',
      ),
      flag('listen-addr', '', 'node-addr', 'Address to listen on (format: "<ip|interface>[:port]")', {
        default: '0.0.0.0:2377',
      }),
      flag('token', '', 'string', 'Token that allows to join'),
    ],
    run: lazyRun(async () => (await import('./join.ts')).runJoin),
  },
  {
    name: 'join-token',
    use: '[OPTIONS] (worker|manager)',
    short: 'Manage the tokens to join with',
    args: exactly(1),
    flags: [flag('quiet', 'q', 'bool', 'Print only the token'), flag('rotate', '', 'bool', 'Make a new one')],
    run: lazyRun(async () => (await import('./join-token.ts')).runJoinToken),
  },
  {
    name: 'leave',
    use: '[OPTIONS]',
    short: 'Leave the swarm',
    args: NO_ARGUMENTS,
    flags: [flag('force', 'f', 'bool', 'Leave even where the swarm then has no manager')],
    run: lazyRun(async () => (await import('./leave.ts')).runLeave),
  },
  {
    name: 'unlock',
    use: '',
    short: 'Unlock a manager of the swarm',
    args: NO_ARGUMENTS,
    flags: [],
    run: lazyRun(async () => (await import('./unlock.ts')).runUnlock),
  },
  {
    name: 'unlock-key',
    use: '[OPTIONS]',
    short: 'Manage the unlock key',
    args: NO_ARGUMENTS,
    flags: [flag('quiet', 'q', 'bool', 'Print only the key'), flag('rotate', '', 'bool', 'Make a new one')],
    run: lazyRun(async () => (await import('./unlock-key.ts')).runUnlockKey),
  },
  {
    name: 'update',
    helpWithoutFlags: true,
    use: '[OPTIONS]',
    short: 'Change the swarm',
    args: NO_ARGUMENTS,
    flags: [
      unmodelled('autolock', '', 'bool', 'Lock managers with a key that a restart asks for'),
      flag('cert-expiry', '', 'duration', 'How long certificates of nodes are valid (ns|us|ms|s|m|h)', {
        default: '2160h0m0s',
      }),
      flag('dispatcher-heartbeat', '', 'duration', 'Time between signs of life of a node (ns|us|ms|s|m|h)', {
        default: '5s',
      }),
      unmodelled('external-ca', '', 'external-ca', 'Endpoints that sign certificates'),
      flag('max-snapshots', '', 'uint', 'Older Raft snapshots to keep'),
      flag('snapshot-interval', '', 'uint', 'Log entries between Raft snapshots', { default: '10000' }),
      flag('task-history-limit', '', 'int', 'Ended tasks to remember', { default: '5' }),
    ],
    run: lazyRun(async () => (await import('./update.ts')).runSwarmUpdate),
  },
];
