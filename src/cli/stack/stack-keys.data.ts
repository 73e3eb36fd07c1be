import { tableOf } from '../../lib/table.ts';

/** Keys of a service that a swarm does without. @see docker/cli v28.2.2 cli/compose/types/types.go */
export const UNSUPPORTED: readonly string[] =
  'build cgroupns_mode cgroup_parent devices domainname external_links ipc links mac_address network_mode pid privileged restart security_opt shm_size userns_mode'.split(
    ' ',
  );

/** Keys of a service that say nothing any more, and why. */
export const DEPRECATED: Readonly<Record<string, string>> = tableOf({
  container_name: 'Setting the container name is not supported.',
  expose:
    "Exposing ports is unnecessary - services on the same network can access each other's containers on any port.",
});
