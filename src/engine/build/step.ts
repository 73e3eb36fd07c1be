import type { BuildMessage } from '../../api/build-types.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import type {
  AddInstruction,
  CopyInstruction,
  RunInstruction,
  WorkdirInstruction,
} from './dockerfile/types.ts';
import type { CopyItem } from './plan-copy.ts';
import type { Vertex } from './progress.ts';

/** The instructions that make a layer. */
export type StepInstruction = AddInstruction | CopyInstruction | RunInstruction | WorkdirInstruction;

/** An instruction that makes a layer, ready to be done. */
export interface Step {
  /** What decides whether it must be done again. */
  readonly key: string;
  /** What `docker history` shows. */
  readonly createdBy: string;
  /** What it takes from the context, another stage or an image. */
  readonly copies?: readonly CopyItem[];
  /** Does it and gives the stage's files afterwards; yields what it prints. @throws BuildError */
  perform(vertex: Vertex): AsyncGenerator<BuildMessage, FrozenTree>;
}

/** The key of a step: the same for the same parts. */
export function stepKey(...parts: readonly unknown[]): string {
  return sha256Hex(JSON.stringify(parts));
}

/** For steps that print nothing. */
export async function* silently(make: () => FrozenTree): AsyncGenerator<BuildMessage, FrozenTree> {
  yield* [];
  return make();
}
