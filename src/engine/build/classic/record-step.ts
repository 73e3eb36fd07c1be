import type { BuildMessage } from '../../../api/build-types.ts';
import { ProcessKilled } from '../../../kernel/scheduler.ts';
import type { Build } from '../build-state.ts';
import type { Instruction, Stage } from '../dockerfile/types.ts';
import { IMAGE } from '../history/explain-miss.ts';
import { stepInputs } from '../history/step-inputs.ts';
import type { ClassicStage } from './classic-stage.ts';
import { performInstruction } from './perform-instruction.ts';

type Messages = AsyncGenerator<BuildMessage>;

/** Does an instruction, and notes in the history of builds what became of it where it makes a layer. @throws what performInstruction throws */
export async function* recordStep(
  build: Build,
  stage: ClassicStage,
  index: number,
  instruction: Instruction,
): Messages {
  const { kind, original, range } = instruction;
  const steps = performInstruction(build, stage, instruction);
  if (kind !== 'run' && kind !== 'copy' && kind !== 'add' && kind !== 'workdir') return yield* steps;
  const before = { ...stage.state };
  const startedMs = build.context.kernel.clock.now();
  const add = (status: 'cached' | 'ran' | 'failed', sizeBytes: number, chainId: string): void => {
    const inputs = stepInputs(before, instruction, stage.scope, stage.copies);
    const begun = { stage: index, name: original, instruction: original, range, startedMs, inputs };
    build.recorder?.add(begun, { status, sizeBytes, chainId });
  };
  try {
    yield* steps;
  } catch (error) {
    if (!(error instanceof ProcessKilled)) add('failed', 0, '');
    throw error;
  }
  const { chainId } = stage.state;
  const layer = chainId === before.chainId ? undefined : build.context.store.state.layers.get(chainId);
  add(stage.fromCache ? 'cached' : 'ran', layer?.sizeBytes ?? 0, chainId);
}

/** Notes a FROM that has begun a stage: an image that was here, or that was pulled. */
export function recordFrom(
  build: Build,
  made: ClassicStage,
  index: number,
  stage: Stage,
  startedMs: number,
): void {
  const { images } = build.context.store.state;
  const isPulled = build.context.kernel.clock.now() > startedMs;
  const { original, range } = stage;
  const inputs = { parent: '', text: original, values: { [IMAGE]: made.imageId } };
  const begun = { stage: index, name: original, instruction: original, range, startedMs, inputs };
  build.recorder?.add(begun, {
    status: isPulled ? 'ran' : 'cached',
    sizeBytes: isPulled ? (images.get(made.imageId)?.sizeBytes ?? 0) : 0,
    chainId: made.state.chainId,
  });
}
