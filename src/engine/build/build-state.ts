import type { BuildOptions } from '../../api/build-types.ts';
import type { Available } from '../../api/api-error.ts';
import { BuildError } from '../../api/build-error.ts';
import type { ContainerConfig } from '../../api/container-types.ts';
import type { LayerRecord, ImageHistoryRecord, BuildCacheEntry } from '../state.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import type { EngineContext, FetchedFile } from '../engine-context.ts';
import type { FetchedImage } from '../images/pull.ts';
import type { LineRange } from './dockerfile/dockerfile-error.ts';
import type { ParsedDockerfile } from './dockerfile/types.ts';
import type { CopySource } from './plan-copy.ts';
import type { BuildRecorder } from './history/build-recorder.ts';
import type { Progress } from './progress.ts';
import type { SharedWork } from './shared-work.ts';

/** What a stage has become so far. */
export interface StageState {
  config: Partial<ContainerConfig>;
  history: ImageHistoryRecord[];
  diffIds: string[];
  chainId: string;
  tree: FrozenTree;
  architecture: string;
}

/** An image that stages begin with or copy from. */
export interface BaseImage {
  readonly imageId: string;
  readonly fetched: FetchedImage | undefined;
  readonly state: StageState;
  /** With the digest where a registry was asked. */
  readonly name: string;
}

/** A build under way. What it makes goes into the daemon's state only at its end. */
export interface Build {
  readonly context: EngineContext;
  readonly options: BuildOptions;
  readonly file: ParsedDockerfile;
  readonly progress: Progress;
  /** New layers by chainID. */
  readonly layers: Map<string, { record: LayerRecord; tree: FrozenTree }>;
  readonly cache: Map<string, BuildCacheEntry>;
  readonly bases: Map<string, BaseImage>;
  /** What ADD has fetched, by URL. */
  readonly remote: Map<string, FetchedFile>;
  readonly stages: Map<number, StageState>;
  readonly buildContext: CopySource;
  /** What stages that are built at the same time do only once. */
  readonly shared: SharedWork;
  readonly recorder?: BuildRecorder;
}

/** A stage as shared work: it ends when the stage is in `stages`. */
export const stageKey = (index: number): string => `stage ${index}`;

/** An error of one instruction, with its place in the file. */
export function buildErrorAt(
  options: BuildOptions,
  range: LineRange,
  message: string,
  available?: Available,
): BuildError {
  const location = {
    filename: options.dockerfileName,
    source: options.dockerfile,
    startLine: range.start,
    endLine: range.end,
  };
  return new BuildError('invalidParameter', message, location, available);
}
