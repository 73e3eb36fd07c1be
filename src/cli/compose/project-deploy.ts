import type { Bytes, Extensions, GoDuration, TextMap } from './project-parts.ts';

/** @see compose-spec/compose-go v2 types/types.go DeployConfig */
export interface Deploy extends Extensions {
  readonly mode?: string;
  readonly replicas?: number;
  readonly labels?: TextMap;
  readonly update_config?: UpdateConfig;
  readonly rollback_config?: UpdateConfig;
  readonly resources: Resources;
  readonly restart_policy?: RestartPolicy;
  readonly placement: Placement;
  readonly endpoint_mode?: string;
}

export interface UpdateConfig extends Extensions {
  readonly parallelism?: number;
  readonly delay?: GoDuration;
  readonly failure_action?: string;
  readonly monitor?: GoDuration;
  readonly max_failure_ratio?: number;
  readonly order?: string;
}

export interface Resources extends Extensions {
  readonly limits?: Resource;
  readonly reservations?: Resource;
}

export interface Resource extends Extensions {
  /** Of CPUs, a fraction. */
  readonly cpus?: number;
  readonly memory?: Bytes;
  readonly pids?: number;
  readonly devices?: readonly DeviceRequest[];
  readonly generic_resources?: readonly GenericResource[];
}

export interface GenericResource extends Extensions {
  readonly discrete_resource_spec?: { readonly kind: string; readonly value: number };
}

/** Of `gpus` and `devices`. */
export interface DeviceRequest extends Extensions {
  readonly capabilities?: readonly string[];
  readonly driver?: string;
  /** -1 is all there are. */
  readonly count?: number;
  readonly device_ids?: readonly string[];
  readonly options?: TextMap;
}

export interface RestartPolicy extends Extensions {
  readonly condition?: string;
  readonly delay?: GoDuration;
  readonly max_attempts?: number;
  readonly window?: GoDuration;
}

export interface Placement extends Extensions {
  readonly constraints?: readonly string[];
  readonly preferences?: readonly { readonly spread?: string }[];
  readonly max_replicas_per_node?: number;
}
