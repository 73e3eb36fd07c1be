import { NIL_MAP, NIL_SLICE } from './nil-values.ts';

/** Fields that the daemon's types have and that its JSON leaves out where they are empty, with what a template sees then. @see moby v28.2.2 api/types, `omitempty` */
export const OMITTED_FIELDS: Readonly<Record<string, unknown>> = {
  Annotations: NIL_MAP,
  ArgsEscaped: false,
  ExposedPorts: NIL_MAP,
  Health: null,
  Healthcheck: null,
  ImageManifestDescriptor: null,
  Init: null,
  MacAddress: '',
  Mounts: NIL_SLICE,
  NetworkDisabled: false,
  Peers: NIL_SLICE,
  Shell: NIL_SLICE,
  SizeRootFs: null,
  SizeRw: null,
  StopSignal: '',
  StopTimeout: null,
  StorageOpt: NIL_MAP,
  Sysctls: NIL_MAP,
  Tmpfs: NIL_MAP,
  UsageData: null,
};
