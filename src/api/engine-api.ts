/**
 * The daemon as its clients see it: one method per operationId of the Engine API, wire types verbatim. What is a hijacked connection or a chunked
 * body there is a byte stream or an AsyncIterable here. Every method rejects with ApiError. A client that stops listening (returns
 * from the iterator, closes the stream) cancels what runs only where the real daemon does (pull, push, build, logs, events).
 * @see https://docs.docker.com/reference/api/engine/version/v1.50/
 */
import type { BuildRecord } from './build-history-types.ts';
import type { BuildMessage, BuildOptions } from './build-types.ts';
import type * as C from './container-types.ts';
import type { FileSource } from './file-source.ts';
import type * as I from './image-types.ts';
import type * as N from './network-types.ts';
import type { RegistryCredentials } from './registry.ts';
import type { SwarmApi } from './swarm-types.ts';
import type * as S from './system-types.ts';

/** `{label: ['a=b'], name: ['web']}`. */
export type Filters = Record<string, string[]>;

/** Bytes of an attached process. Without a terminal its two streams come apart; with one all is 'stdout'. */
export interface AttachedStream {
  /** The next output, or null at the end. */
  read(): Promise<{ stream: 'stdout' | 'stderr'; data: Uint8Array } | null>;
  /** Bytes for its stdin; waits while its buffer is full, rejects with ApiError when it is gone. */
  write(data: Uint8Array): Promise<void>;
  /** End of stdin. */
  closeWrite(): void;
  /** Detach: the process lives on. */
  close(): void;
}

export interface LogOptions {
  stdout: boolean;
  stderr: boolean;
  follow?: boolean;
  timestamps?: boolean;
  /** Unix time with fraction, or RFC 3339. */
  since?: string;
  until?: string;
  /** A number or `all`. */
  tail?: string;
  details?: boolean;
}

export interface LogRecord {
  stream: 'stdout' | 'stderr';
  /** With the timestamp in front where asked for; ends with newline unless the process wrote none. */
  data: Uint8Array;
}

export interface ContainerListOptions {
  all?: boolean;
  limit?: number;
  size?: boolean;
  filters?: Filters;
}

export interface WaitResult {
  StatusCode: number;
  Error?: { Message: string };
}

export interface EngineApi extends SwarmApi {
  // Containers
  ContainerCreate(
    request: C.ContainerCreateRequest,
    options?: { name?: string; platform?: string },
  ): Promise<C.ContainerCreateResponse>;
  ContainerStart(id: string, options?: { detachKeys?: string }): Promise<void>;
  /** Resolves false where it was not running (304). `t` in seconds, -1 for ever. */
  ContainerStop(id: string, options?: { signal?: string; t?: number }): Promise<void>;
  ContainerRestart(id: string, options?: { signal?: string; t?: number }): Promise<void>;
  ContainerKill(id: string, signal?: string): Promise<void>;
  ContainerPause(id: string): Promise<void>;
  ContainerUnpause(id: string): Promise<void>;
  ContainerDelete(id: string, options?: { v?: boolean; force?: boolean; link?: boolean }): Promise<void>;
  ContainerRename(id: string, name: string): Promise<void>;
  ContainerUpdate(id: string, request: C.ContainerUpdateRequest): Promise<{ Warnings: string[] | null }>;
  /** Resolves to a promise once the wait is registered, so that nothing is missed between wait and start. */
  ContainerWait(
    id: string,
    condition?: 'not-running' | 'next-exit' | 'removed',
  ): Promise<{ done: () => Promise<WaitResult> }>;
  ContainerAttach(
    id: string,
    options: {
      stdin?: boolean;
      stdout?: boolean;
      stderr?: boolean;
      logs?: boolean;
      stream?: boolean;
      detachKeys?: string;
    },
  ): Promise<AttachedStream>;
  ContainerResize(id: string, size: { h: number; w: number }): Promise<void>;
  ContainerList(options?: ContainerListOptions): Promise<C.ContainerSummary[]>;
  ContainerInspect(id: string, options?: { size?: boolean }): Promise<C.ContainerInspect>;
  ContainerTop(id: string, psArgs?: string): Promise<C.ContainerTop>;
  ContainerLogs(id: string, options: LogOptions): AsyncIterable<LogRecord>;
  ContainerStats(
    id: string,
    options?: { stream?: boolean; oneShot?: boolean },
  ): AsyncIterable<C.ContainerStats>;
  ContainerChanges(id: string): Promise<C.FilesystemChange[]>;
  /** The files under `path`; the first entry is the path itself, named by its last component. */
  ContainerArchive(id: string, path: string): Promise<FileSource>;
  PutContainerArchive(
    id: string,
    path: string,
    source: FileSource,
    options?: { noOverwriteDirNonDir?: boolean; copyUIDGID?: boolean },
  ): Promise<void>;
  /** `docker cp` asks this first. Mode as Go's os.FileMode. */
  ContainerArchiveInfo(
    id: string,
    path: string,
  ): Promise<{ name: string; size: number; mode: number; mtime: string; linkTarget: string }>;
  ContainerExport(id: string): Promise<FileSource>;
  ContainerPrune(filters?: Filters): Promise<C.PruneReport>;

  // Exec
  ContainerExec(id: string, request: C.ExecCreateRequest): Promise<{ Id: string }>;
  /** Detached: undefined. */
  ExecStart(
    id: string,
    options: { Detach?: boolean; Tty?: boolean; ConsoleSize?: [number, number] },
  ): Promise<AttachedStream | undefined>;
  ExecResize(id: string, size: { h: number; w: number }): Promise<void>;
  ExecInspect(id: string): Promise<C.ExecInspect>;

  // Images
  ImageList(options?: {
    all?: boolean;
    filters?: Filters;
    sharedSize?: boolean;
    /** Only the containerd image store has any. */
    manifests?: boolean;
  }): Promise<I.ImageSummary[]>;
  /** Pull (`fromImage`). Rejects before the first message where the reference is bad; a failure later is a message with `error`. */
  ImageCreate(options: {
    fromImage: string;
    tag?: string;
    platform?: string;
    all?: boolean;
    auth?: RegistryCredentials;
  }): AsyncIterable<I.ProgressMessage>;
  /** An archive, or the URL of one. */
  ImageImport(
    source: FileSource | string,
    options: { repo?: string; tag?: string; changes?: string[]; message?: string },
  ): Promise<{ Id: string }>;
  ImageInspect(name: string): Promise<I.ImageInspect>;
  ImageHistory(name: string): Promise<I.ImageHistoryItem[]>;
  ImagePush(
    name: string,
    options: { tag?: string; all?: boolean; auth?: RegistryCredentials },
  ): AsyncIterable<I.ProgressMessage>;
  ImageTag(name: string, options: { repo: string; tag?: string }): Promise<void>;
  ImageDelete(name: string, options?: { force?: boolean; noprune?: boolean }): Promise<I.ImageDeleteItem[]>;
  /** What a registry has for a reference, without pulling it. */
  DistributionInspect(name: string, options?: { auth?: RegistryCredentials }): Promise<I.DistributionInspect>;
  /** What a client gets that asks the registry itself (`docker manifest`); `insecure` allows one without TLS. */
  RegistryManifests(
    name: string,
    options: { auth?: RegistryCredentials; insecure: boolean },
  ): Promise<I.RegistryManifests>;
  ImageSearch(term: string, options?: { limit?: number; filters?: Filters }): Promise<I.ImageSearchItem[]>;
  ImagePrune(
    filters?: Filters,
  ): Promise<{ ImagesDeleted: I.ImageDeleteItem[] | null; SpaceReclaimed: number }>;
  ImageCommit(
    container: string,
    options: {
      repo?: string;
      tag?: string;
      comment?: string;
      author?: string;
      pause?: boolean;
      changes?: string[];
    },
  ): Promise<{ Id: string }>;
  ImageGetAll(names: string[], options?: { platform?: string }): Promise<FileSource>;
  ImageLoad(source: FileSource): AsyncIterable<I.ProgressMessage & { stream?: string }>;
  /** Failures carry the vertex's error text; the error's `location` says where in the Dockerfile. */
  ImageBuild(options: BuildOptions): AsyncIterable<BuildMessage>;
  /** The last finished builds, newest first. */
  BuildHistory(): Promise<BuildRecord[]>;
  BuildPrune(options?: { all?: boolean; filters?: Filters }): Promise<C.PruneReport>;

  // Networks
  NetworkList(filters?: Filters): Promise<N.NetworkInspect[]>;
  NetworkInspect(id: string, options?: { verbose?: boolean; scope?: string }): Promise<N.NetworkInspect>;
  NetworkCreate(request: N.NetworkCreateRequest): Promise<{ Id: string; Warning: string }>;
  NetworkConnect(
    id: string,
    request: { Container: string; EndpointConfig?: C.EndpointSettings },
  ): Promise<void>;
  NetworkDisconnect(id: string, request: { Container: string; Force?: boolean }): Promise<void>;
  NetworkDelete(id: string): Promise<void>;
  NetworkPrune(filters?: Filters): Promise<C.PruneReport>;

  // Volumes
  VolumeList(filters?: Filters): Promise<{ Volumes: N.Volume[]; Warnings: string[] | null }>;
  VolumeInspect(name: string): Promise<N.Volume>;
  VolumeCreate(request: N.VolumeCreateRequest): Promise<N.Volume>;
  VolumeDelete(name: string, options?: { force?: boolean }): Promise<void>;
  VolumePrune(filters?: Filters): Promise<C.PruneReport>;

  // System
  SystemInfo(): Promise<S.SystemInfo>;
  SystemVersion(): Promise<S.SystemVersion>;
  SystemPing(): Promise<{ ApiVersion: string }>;
  SystemEvents(options?: {
    since?: string;
    until?: string;
    filters?: Filters;
  }): AsyncIterable<S.EventMessage>;
  SystemDataUsage(options?: { types?: string[] }): Promise<S.DiskUsage>;
  SystemAuth(request: {
    username: string;
    password: string;
    serveraddress: string;
  }): Promise<{ Status: string }>;
}
