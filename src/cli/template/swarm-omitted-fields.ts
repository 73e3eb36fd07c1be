/** A slice that Go has as nil: it prints as `[]` and is null in JSON. */
const NIL_SLICE: unknown = Object.assign([], { toJSON: () => null });

const fields = (names: string, value: unknown): Record<string, unknown> =>
  Object.fromEntries(names.split(' ').map((name) => [name, value]));

/** Fields that nodes, services, secrets and configs have and that their JSON leaves out where they are empty. @see moby v28.2.2 api/types/swarm, `omitempty` */
export const SWARM_OMITTED_FIELDS: Readonly<Record<string, unknown>> = {
  ...fields(
    'Aliases Args CapabilityAdd CapabilityDrop Command Configs Constraints Data Env Groups Hosts Mounts Networks Options Platforms Ports Preferences Search Secrets Nameservers Ulimits VirtualIPs',
    NIL_SLICE,
  ),
  ...fields(
    'CompletedAt Driver EndpointSpec Global Healthcheck Init JobStatus LogDriver ManagerStatus Placement PreviousSpec Privileges Replicated Resources RestartPolicy RollbackConfig ServiceStatus StartedAt Templating UpdateConfig UpdateStatus',
    null,
  ),
  ...fields('Dir Err Hostname Image Isolation Message Mode Runtime StopSignal User', ''),
  ...fields('Leader OpenStdin ReadOnly TTY', false),
  ...fields('Delay MaxReplicas MemoryBytes Monitor NanoCPUs OomScoreAdj Pids PublishedPort', 0),
};
