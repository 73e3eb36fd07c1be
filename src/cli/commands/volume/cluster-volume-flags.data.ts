import { unmodelled, type Flag } from '../../flags/flag.ts';

/** Flags of volumes that a swarm shares. @see docker/cli v28.2.2 cli/command/volume/create.go */
export const CLUSTER_VOLUME_FLAGS: readonly Flag[] = [
  unmodelled('availability', '', 'string', 'Availability in the swarm ("active", "pause", "drain")', {
    default: 'active',
  }),
  unmodelled('group', '', 'string', 'Group in the swarm'),
  unmodelled('limit-bytes', '', 'bytes', 'Smallest size in the swarm'),
  unmodelled('required-bytes', '', 'bytes', 'Largest size in the swarm'),
  unmodelled('scope', '', 'string', 'Who may use it in the swarm ("single", "multi")', { default: 'single' }),
  unmodelled('secret', '', 'map', 'Secrets of the driver in the swarm', { default: 'map[]' }),
  unmodelled(
    'sharing',
    '',
    'string',
    'How it is shared in the swarm ("none", "readonly", "onewriter", "all")',
    { default: 'none' },
  ),
  unmodelled('topology-preferred', '', 'list', 'Where it should be in the swarm'),
  unmodelled('topology-required', '', 'list', 'Where it has to be in the swarm'),
  unmodelled('type', '', 'string', 'Kind of access in the swarm ("mount", "block")', { default: 'block' }),
];
