/**
 * Builds as the daemon remembers them, and why each step was not taken from the cache. A stand-in for BuildKit's `Control.ListenBuildHistory`, which has
 * no reasons. Times in milliseconds since the epoch, sizes in bytes.
 */

/** A finished build. */
export interface BuildRecord {
  /** Its number, from 1 in the order of their ends. */
  readonly id: string;
  readonly dockerfileName: string;
  readonly target: string;
  /** As they were given. */
  readonly tags: readonly string[];
  readonly status: 'done' | 'failed';
  /** What stopped it, '' where nothing did. */
  readonly error: string;
  readonly startedMs: number;
  /** When its stages could begin: what is known of their images, and the context, was there. None in records of an earlier version. */
  readonly preparedMs?: number;
  readonly endedMs: number;
  /** '' for one that failed. */
  readonly imageId: string;
  readonly contextBytes: number;
  /** Those of the Dockerfile, also the ones that were not needed. */
  readonly stages: readonly BuildStageRecord[];
  /** In the order in which they ended. */
  readonly steps: readonly BuildStepRecord[];
}

export interface BuildStageRecord {
  /** Its name, or its number. */
  readonly name: string;
  /** Indexes of the stages that it builds on, copies from or mounts. */
  readonly needs: readonly number[];
}

/** A step that makes a layer, or a FROM. */
export interface BuildStepRecord {
  /** Index in the build's stages. */
  readonly stage: number;
  /** As the progress names it: `[2/5] COPY . .`. */
  readonly name: string;
  /** On one line: `COPY . .`. */
  readonly instruction: string;
  /** Lines of the Dockerfile, from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** One that was stopped did not come to its end because another one failed. */
  readonly status: 'cached' | 'ran' | 'failed' | 'stopped';
  readonly startedMs: number;
  readonly endedMs: number;
  /** What its layer adds. */
  readonly sizeBytes: number;
  /** Of its layer; of the image for a FROM; '' for one that failed. */
  readonly chainId: string;
  readonly inputs: StepInputs;
  /** Of a step that ran. */
  readonly reason?: MissReason;
}

/** What a step depends on, in parts that can be compared with those of another run. */
export interface StepInputs {
  /** chainID of the layer below. */
  readonly parent: string;
  /** The instruction as written, here-documents included. */
  readonly text: string;
  /** `ARG name`, `ENV name`, `USER`, `WORKDIR` or `SHELL` → value, for those that count. */
  readonly values: Readonly<Record<string, string>>;
  /** Copied or mounted path → mode and content, shortened; only the first of many. */
  readonly files?: Readonly<Record<string, string>>;
  /** A digest of all of them. */
  readonly filesDigest?: string;
}

/** A path of what a step copies that is not as it was. */
export interface FileDifference {
  readonly path: string;
  readonly change: 'changed' | 'appeared' | 'vanished' | 'mode';
}

/** The first input in which two runs of a step differ. */
export type InputDifference =
  /** What lies below. */
  | { readonly kind: 'parent' }
  | { readonly kind: 'text'; readonly before: string; readonly after: string }
  /** Undefined: not set. */
  | { readonly kind: 'value'; readonly name: string; readonly before?: string; readonly after?: string }
  /** The first few; `count` of all that are known. None where the index did not reach that far. */
  | { readonly kind: 'files'; readonly files: readonly FileDifference[]; readonly count: number };

/** Why a step ran instead of coming from the cache. */
export type MissReason =
  | { readonly kind: 'noCache' }
  /** No former run of this step is remembered. */
  | { readonly kind: 'first' }
  /** It ran before with the same inputs, but its result was thrown away (`docker builder prune`). */
  | { readonly kind: 'evicted' }
  /** It ran before with the same inputs, but failed. */
  | { readonly kind: 'failed' }
  /** It ran before with the same inputs, but was stopped when another step failed. */
  | { readonly kind: 'stopped' }
  /** The base image is another; image IDs. */
  | { readonly kind: 'base'; readonly before: string; readonly after: string }
  /** The step before it, by its index in the build's steps, ran and left something else. */
  | { readonly kind: 'parent'; readonly step: number }
  | Exclude<InputDifference, { kind: 'parent' }>;

/** A step that ran again on its own account, and what that cost. */
export interface RerunCause {
  /** Indexes in the build's steps. */
  readonly step: number;
  /** Those that only ran because of it. */
  readonly later: readonly number[];
  readonly laterMs: number;
  readonly laterBytes: number;
}

/** A step of two builds, by its index in each; one of the two is missing where only one build has it. */
export interface StepComparison {
  readonly before?: number;
  readonly after?: number;
  /** Where their inputs differ. */
  readonly difference?: InputDifference;
}
