import type { FieldOrder } from '../../../lib/order-fields.ts';

/** Fields without an order of their own below them. */
function fields(names: string): FieldOrder {
  return Object.fromEntries(names.split(' ').map((name) => [name, true]));
}

const UPDATE = fields('Parallelism Delay FailureAction Monitor MaxFailureRatio Order');
const FILE = fields('Name UID GID Mode');

const MOUNT: FieldOrder = {
  ...fields('Type Source Target ReadOnly Consistency'),
  BindOptions: fields(
    'Propagation NonRecursive CreateMountpoint ReadOnlyNonRecursive ReadOnlyForceRecursive',
  ),
  VolumeOptions: { ...fields('NoCopy Labels Subpath'), DriverConfig: fields('Name Options') },
  ImageOptions: true,
  TmpfsOptions: fields('SizeBytes Mode Options'),
  ClusterOptions: true,
};

const CONTAINER: FieldOrder = {
  ...fields(
    'Image Labels Command Args Hostname Env Dir User Groups Privileges Init StopSignal TTY OpenStdin',
  ),
  ReadOnly: true,
  Mounts: MOUNT,
  StopGracePeriod: true,
  Healthcheck: fields('Test Interval Timeout StartPeriod StartInterval Retries'),
  Hosts: true,
  DNSConfig: fields('Nameservers Search Options'),
  Secrets: { File: FILE, ...fields('SecretID SecretName') },
  Configs: { File: FILE, ...fields('Runtime ConfigID ConfigName') },
  ...fields('Isolation Sysctls CapabilityAdd CapabilityDrop'),
  Ulimits: fields('Name Hard Soft'),
  OomScoreAdj: true,
};

/** The order of a service's fields. @see moby v28 api/types/swarm service.go, task.go, container.go, network.go */
export const SERVICE_FIELDS: FieldOrder = {
  ...fields('Name Labels'),
  TaskTemplate: {
    ContainerSpec: CONTAINER,
    ...fields('PluginSpec NetworkAttachmentSpec'),
    Resources: {
      Limits: fields('NanoCPUs MemoryBytes Pids'),
      Reservations: fields('NanoCPUs MemoryBytes GenericResources'),
    },
    RestartPolicy: fields('Condition Delay MaxAttempts Window'),
    Placement: {
      ...fields('Constraints Preferences MaxReplicas'),
      Platforms: fields('Architecture OS'),
    },
    Networks: fields('Target Aliases DriverOpts'),
    LogDriver: fields('Name Options'),
    ...fields('ForceUpdate Runtime'),
  },
  Mode: true,
  UpdateConfig: UPDATE,
  RollbackConfig: UPDATE,
  Networks: true,
  EndpointSpec: {
    Mode: true,
    Ports: fields('Name Protocol TargetPort PublishedPort PublishMode'),
  },
};
