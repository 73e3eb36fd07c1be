import type {
  BuildRecord,
  BuildStageRecord,
  BuildStepRecord,
  StepInputs,
} from '../../../api/build-history-types.ts';
import type { BuildOptions } from '../../../api/build-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import type { EngineState } from '../../state.ts';
import { isCacheOff } from '../cache-off.ts';
import type { LineRange } from '../dockerfile/dockerfile-error.ts';
import type { ParsedDockerfile } from '../dockerfile/types.ts';
import { explainMiss } from './explain-miss.ts';
import { formerBuilds } from './former-builds.ts';

/** So many builds are remembered. */
const MAX_BUILDS = 20;

/** A step that has begun. */
export interface BegunStep {
  readonly stage: number;
  readonly name: string;
  readonly instruction: string;
  readonly range: LineRange;
  readonly inputs: StepInputs;
  readonly startedMs: number;
}

/** What a step left. */
export type StepEnd = Pick<BuildStepRecord, 'status' | 'sizeBytes' | 'chainId'>;

/** Writes down what a build does, with the reason for each step that runs. */
export class BuildRecorder {
  readonly #context: EngineContext;
  readonly #options: BuildOptions;
  readonly #instructions: ReadonlySet<string>;
  readonly #startedMs: number;
  readonly #former: readonly BuildRecord[];
  readonly #steps: BuildStepRecord[] = [];
  /** Known once the variables in FROM are. */
  stages: readonly BuildStageRecord[] = [];
  contextBytes = 0;
  /** When the stages could begin; 0 before that. */
  preparedMs = 0;

  constructor(context: EngineContext, file: ParsedDockerfile, options: BuildOptions, startedMs: number) {
    this.#context = context;
    this.#options = options;
    this.#instructions = new Set(
      file.stages.flatMap(({ instructions }) => instructions.map(({ original }) => original)),
    );
    this.#startedMs = startedMs;
    this.#former = formerBuilds(context.store.state);
  }

  /** A step has ended now. */
  add({ range, ...step }: BegunStep, end: StepEnd): void {
    const { tags } = this.#options;
    const soFar = {
      tags,
      noCache: isCacheOff(this.#options, this.stages[step.stage]?.name),
      stages: this.stages,
      steps: this.#steps,
      instructions: this.#instructions,
    };
    const isCached = end.status === 'cached';
    this.#steps.push({
      ...step,
      ...end,
      startLine: range.start,
      endLine: range.end,
      endedMs: isCached ? step.startedMs : this.#context.kernel.clock.now(),
      ...(isCached ? {} : { reason: explainMiss(step, soFar, this.#former) }),
    });
  }

  /** The state that remembers this build, and forgets the oldest. */
  remember(state: EngineState, outcome: Pick<BuildRecord, 'status' | 'error' | 'imageId'>): EngineState {
    const former = formerBuilds(state);
    const id = String(Number(former[0]?.id ?? 0) + 1);
    const { dockerfileName, target = '', tags } = this.#options;
    const record: BuildRecord = {
      id,
      dockerfileName,
      target,
      tags,
      ...outcome,
      startedMs: this.#startedMs,
      preparedMs: this.preparedMs || this.#context.kernel.clock.now(),
      endedMs: this.#context.kernel.clock.now(),
      contextBytes: this.contextBytes,
      stages: this.stages,
      steps: this.#steps,
    };
    const kept = former
      .slice(MAX_BUILDS - 1)
      .reduce((builds, { id: oldest }) => builds.delete(oldest), state.builds);
    return { ...state, builds: kept.set(id, record) };
  }
}
