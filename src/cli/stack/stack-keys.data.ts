const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Keys that the parts of a stack file may have. @see docker/cli v28.2.2 cli/compose/schema/data/config_schema_v3.13.json */
export const KEYS = {
  top: words('version services networks volumes secrets configs'),
  service: words(
    'build cap_add cap_drop cgroupns_mode cgroup_parent command configs container_name credential_spec depends_on deploy devices dns dns_search domainname entrypoint env_file environment expose external_links extra_hosts healthcheck hostname image init ipc isolation labels links logging mac_address network_mode networks oom_score_adj pid ports privileged read_only restart secrets security_opt shm_size stdin_open stop_grace_period stop_signal sysctls tmpfs tty ulimits user userns_mode volumes working_dir',
  ),
  deploy: words(
    'mode endpoint_mode replicas labels rollback_config update_config resources restart_policy placement',
  ),
  network: words('name driver driver_opts ipam external internal attachable labels'),
  volume: words('name driver driver_opts external labels'),
  file: words('name file external labels driver driver_opts template_driver'),
} as const;

/** Keys of a service that a swarm does without. @see docker/cli v28.2.2 cli/compose/types/types.go */
export const UNSUPPORTED: readonly string[] =
  'build cgroupns_mode cgroup_parent devices domainname external_links ipc links mac_address network_mode pid privileged restart security_opt shm_size userns_mode'.split(
    ' ',
  );

/** Keys of a service that say nothing any more, and why. */
export const DEPRECATED: Readonly<Record<string, string>> = {
  container_name: 'Setting the container name is not supported.',
  expose:
    "Exposing ports is unnecessary - services on the same network can access each other's containers on any port.",
};
