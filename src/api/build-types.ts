/**
 * A build as BuildKit tells it: nodes of the graph (vertexes) that start, progress and end.
 * Times in milliseconds since the epoch. @see moby/buildkit v0.22 client/graph.go
 */
import type { FileSource } from './file-source.ts';

export interface BuildVertex {
  digest: string;
  name: string;
  startedMs?: number;
  completedMs?: number;
  cached?: boolean;
  error?: string;
}

/** Progress inside of a vertex: a layer that is fetched, a context that is transferred. */
export interface BuildVertexStatus {
  id: string;
  vertex: string;
  name: string;
  current: number;
  total: number;
  startedMs?: number;
  completedMs?: number;
}

export interface BuildVertexLog {
  vertex: string;
  stream: 1 | 2;
  data: Uint8Array;
  timeMs: number;
}

/** A finding of the checks on the Dockerfile. @see buildkit frontend/dockerfile/linter */
export interface BuildWarning {
  vertex: string;
  rule: string;
  /** `JSONArgsRecommended: JSON arguments recommended for CMD …`, the part after the rule. */
  message: string;
  url: string;
  /** 1-based lines in `filename`. */
  startLine: number;
  endLine: number;
}

export type BuildMessage =
  | {
      vertexes?: BuildVertex[];
      statuses?: BuildVertexStatus[];
      logs?: BuildVertexLog[];
      warnings?: BuildWarning[];
      /** The classic builder's text, which has no vertexes. */
      stream?: string;
    }
  | { result: BuildResult };

export interface BuildResult {
  imageId: string;
}

/** Where in the Dockerfile a build failed. */
export interface BuildErrorLocation {
  filename: string;
  source: string;
  startLine: number;
  endLine: number;
}

export interface BuildOptions {
  /** The build context, after .dockerignore. */
  context: FileSource;
  /** The context came as an archive, which the builder unpacks; the Dockerfile is one of its files. */
  isArchive?: boolean;
  /** Text of the Dockerfile. */
  dockerfile: string;
  /** Its name for messages: `Dockerfile`. */
  dockerfileName: string;
  /** Size in bytes of the .dockerignore that was loaded, 2 where there is none (as BuildKit shows). */
  dockerignoreBytes: number;
  tags: string[];
  buildArgs: Record<string, string>;
  labels: Record<string, string>;
  target?: string;
  noCache: boolean;
  /** Stages that don't use it. */
  noCacheFilter?: string[];
  pull: boolean;
  /** `linux/arm64`; amd64 where there is none. */
  platform?: string;
  network?: string;
  secrets: Record<string, Uint8Array>;
  extraHosts: string[];
  shmSizeBytes?: number;
  /** Named contexts (`--build-context name=…`). */
  namedContexts: Record<string, FileSource | string>;
  /** `--check`: only warnings, no image. */
  checkOnly?: boolean;
  /** DOCKER_BUILDKIT=0: the classic builder, which tells its steps as `stream`. */
  classic?: boolean;
}
