import type {
  Bytes,
  EnvironmentMap,
  Extensions,
  FileReference,
  Hook,
  TextMap,
  Ulimit,
} from './project-parts.ts';

/** How a service's image is built. @see compose-spec/compose-go v2 types/build.go */
export interface ServiceBuild extends Extensions {
  /** An absolute path, or an address of git or http. */
  readonly context: string;
  /** In the context unless absolute; absent with `dockerfile_inline`. */
  readonly dockerfile?: string;
  readonly dockerfile_inline?: string;
  readonly additional_contexts?: TextMap;
  readonly args?: EnvironmentMap;
  readonly cache_from?: readonly string[];
  readonly cache_to?: readonly string[];
  readonly entitlements?: readonly string[];
  /** `HOST=ADDRESS` */
  readonly extra_hosts?: readonly string[];
  readonly isolation?: string;
  readonly labels?: TextMap;
  readonly network?: string;
  readonly no_cache?: boolean;
  readonly no_cache_filter?: readonly string[];
  readonly platforms?: readonly string[];
  readonly privileged?: boolean;
  readonly provenance?: string;
  readonly pull?: boolean;
  readonly sbom?: string;
  readonly secrets?: readonly FileReference[];
  readonly shm_size?: Bytes;
  /** `ID` or `ID=PATH` */
  readonly ssh?: readonly string[];
  readonly tags?: readonly string[];
  readonly target?: string;
  readonly ulimits?: Readonly<Record<string, Ulimit>>;
}

/** What `compose watch` does. @see compose-spec/compose-go v2 types/develop.go */
export interface Develop extends Extensions {
  readonly watch?: readonly Trigger[];
}

export interface Trigger extends Extensions {
  /** Absolute. */
  readonly path: string;
  readonly action: 'rebuild' | 'sync' | 'sync+restart' | 'sync+exec' | 'restart';
  readonly target?: string;
  readonly exec: Hook;
  readonly include?: readonly string[];
  readonly ignore?: readonly string[];
  readonly initial_sync?: boolean;
}
