import { ApiError } from '../../../api/api-error.ts';
import { ClassicBuildError } from '../../../api/build-error.ts';
import type { BuildMessage, BuildOptions } from '../../../api/build-types.ts';
import { formatFamiliar, parseImageReference, withDefaultTag } from '../../../lib/image-reference.ts';
import type { EngineContext } from '../../engine-context.ts';
import { withTag } from '../../images/tag.ts';
import type { Build } from '../build-state.ts';
import { createBuild } from '../create-build.ts';
import { expandBase } from '../build-stage.ts';
import { DockerfileError } from '../dockerfile/dockerfile-error.ts';
import { globalVariables } from '../dockerfile/lint-from.ts';
import { parseDockerfile, parseTrigger } from '../dockerfile/parse-dockerfile.ts';
import { parseNodes } from '../dockerfile/parse-nodes.ts';
import { ExpansionError } from '../dockerfile/shell-words.ts';
import { neededStages } from '../dockerfile/stage-graph.ts';
import type { Instruction, ParsedDockerfile, Stage } from '../dockerfile/types.ts';
import { BuildRecorder } from '../history/build-recorder.ts';
import { platformArgs } from '../variables.ts';
import { beginStage, resolveFrom } from './begin-stage.ts';
import type { ClassicStage } from './classic-stage.ts';
import { performInstruction } from './perform-instruction.ts';
import { recordFrom, recordStep } from './record-step.ts';

/**
 * The builder before BuildKit (DOCKER_BUILDKIT=0): every instruction, one after the other, makes an image. Those that were made stay when a later
 * one fails. @throws ApiError for what the daemon refuses before the first step, ClassicBuildError for a step that failed
 * @see moby v28 builder/dockerfile/builder.go
 */
export async function* imageBuildClassic(
  context: EngineContext,
  options: BuildOptions,
): AsyncGenerator<BuildMessage> {
  const startedMs = context.kernel.clock.now();
  const file = readFile(options);
  const stages = wantedStages(file, options);
  const steps = new StepCounter(file, stages);
  const recorder = new BuildRecorder(context, file, options, startedMs);
  const build = createBuild(context, options, file, { recorder });
  recorder.preparedMs = startedMs;
  try {
    yield* buildStages(build, stages, steps);
  } catch (error) {
    if (error instanceof ApiError || error instanceof ClassicBuildError)
      context.store.commit((state) =>
        recorder.remember(state, { status: 'failed', error: error.message, imageId: '' }),
      );
    throw error;
  }
}

async function* buildStages(
  build: Build,
  stages: readonly Stage[],
  steps: StepCounter,
): AsyncGenerator<BuildMessage> {
  const { file, options, context, recorder } = build;
  const globals = globalVariables(file, platformArgs(), options.buildArgs);
  if (recorder)
    recorder.stages = file.stages.map(({ name }, index) => ({
      name: name || `stage-${index}`,
      needs: neededStages(file.stages, index, (stage) => expandBase(build, stage, globals)),
    }));
  for (const { original } of file.metaArgs) yield steps.next(original);
  const results: ClassicStage[] = [];
  for (const [index, stage] of stages.entries()) {
    yield steps.next(stage.node.original);
    const begunMs = context.kernel.clock.now();
    const made = yield* beginStage(build, stage, index, results, globals);
    if (made.imageId) recordFrom(build, made, index, stage, begunMs);
    yield arrow(made);
    yield* triggers(build, made, index, stage);
    for (const instruction of stage.instructions) {
      yield steps.next(instruction.original);
      yield* resolveFrom(build, instruction);
      yield* recordStep(build, made, index, expand(made, instruction));
      yield arrow(made);
    }
    if (index === stages.length - 1) yield* addLabels(build, made, steps);
    results.push(made);
    build.stages.set(index, made.state);
  }
  yield* finish(build, results);
}

function arrow({ imageId }: ClassicStage): BuildMessage {
  return { stream: ` ---> ${imageId.slice('sha256:'.length, 'sha256:'.length + 12)}\n` };
}

/** @throws ApiError invalidParameter */
function readFile(options: BuildOptions): ParsedDockerfile {
  if (options.dockerfile === '')
    throw new ApiError('invalidParameter', `the Dockerfile (${options.dockerfileName}) cannot be empty`);
  checkSyntax(options);
  try {
    const file = parseDockerfile(options.dockerfile);
    if (file.stages.length === 0) throw new ApiError('invalidParameter', 'no build stage in current context');
    return file;
  } catch (error) {
    if (error instanceof DockerfileError) throw new ApiError('invalidParameter', error.message);
    throw error;
  }
}

/** What the daemon finds before it knows any instruction. @throws ApiError invalidParameter @see moby v28 builder/remotecontext/detect.go */
function checkSyntax({ dockerfile, dockerfileName }: BuildOptions): void {
  try {
    parseNodes(dockerfile);
  } catch (error) {
    if (!(error instanceof DockerfileError)) throw error;
    throw new ApiError('invalidParameter', `failed to parse ${dockerfileName}: ${error.message}`);
  }
}

/** All stages up to the target, needed or not. @throws ApiError invalidParameter */
function wantedStages(file: ParsedDockerfile, { target }: BuildOptions): readonly Stage[] {
  if (!target) return file.stages;
  const index = file.stages.findIndex((stage) => stage.name.toLowerCase() === target.toLowerCase());
  if (index < 0)
    throw new ApiError('invalidParameter', `failed to reach build target ${target} in Dockerfile`);
  return file.stages.slice(0, index + 1);
}

/** `Step 2/5 : RUN make` */
class StepCounter {
  readonly #total: number;
  #count = 0;

  constructor(file: ParsedDockerfile, stages: readonly Stage[]) {
    this.#total = stages.reduce((sum, stage) => sum + 1 + stage.instructions.length, file.metaArgs.length);
  }

  next(text: string, more = 0): BuildMessage {
    return { stream: `Step ${++this.#count}/${this.#total + more} : ${text}\n` };
  }
}

/** @throws ClassicBuildError */
function expand(stage: ClassicStage, instruction: Instruction): Instruction {
  try {
    return stage.scope.expand(instruction, stage.state.config);
  } catch (error) {
    if (error instanceof ExpansionError) throw new ClassicBuildError(error.message, 1);
    throw error;
  }
}

/** ONBUILD instructions of the base. */
async function* triggers(
  build: Build,
  made: ClassicStage,
  index: number,
  stage: Stage,
): AsyncGenerator<BuildMessage> {
  const texts = made.state.config.OnBuild ?? [];
  if (texts.length === 0) return;
  made.state.config = { ...made.state.config, OnBuild: null };
  yield { stream: `# Executing ${texts.length} build trigger${texts.length === 1 ? '' : 's'}\n` };
  for (const text of texts) {
    const instruction = { ...parseTrigger(text), range: stage.range };
    yield* recordStep(build, made, index, expand(made, instruction));
  }
}

/** `--label`: instructions at the end of the last stage. */
async function* addLabels(
  build: Build,
  made: ClassicStage,
  steps: StepCounter,
): AsyncGenerator<BuildMessage> {
  const labels = Object.entries(build.options.labels).sort(([a], [b]) => (a < b ? -1 : 1));
  const [last] = build.file.stages.slice(-1);
  if (!last) return;
  for (const [key, value] of labels) {
    const original = `LABEL ${key}=${value}`;
    const label = { key, value, noDelimiter: false };
    yield steps.next(original, labels.length);
    const { node, range } = last;
    yield* performInstruction(build, made, { kind: 'label', labels: [label], original, node, range });
    yield arrow(made);
  }
}

async function* finish(build: Build, results: readonly ClassicStage[]): AsyncGenerator<BuildMessage> {
  const { context, options, file } = build;
  const imageId = results.at(-1)?.imageId ?? '';
  if (imageId === '') throw new ClassicBuildError('No image was generated. Is your Dockerfile empty?', 1);
  const declared = new Set([
    ...file.metaArgs.flatMap(({ args }) => args.map(({ key }) => key)),
    ...results.flatMap(({ scope }) => [...scope.args.keys()]),
  ]);
  const unused = Object.keys(options.buildArgs).filter((name) => !declared.has(name));
  if (unused.length)
    yield { stream: `[Warning] One or more build-args [${unused.sort().join(' ')}] were not consumed\n` };
  yield { stream: `Successfully built ${imageId.slice('sha256:'.length, 'sha256:'.length + 12)}\n` };
  for (const tag of options.tags) {
    const reference = withDefaultTag(parseImageReference(tag));
    const name = formatFamiliar(reference);
    context.store.commit(
      (state) => withTag(state, reference, imageId),
      [{ Type: 'image', Action: 'tag', Actor: { ID: imageId, Attributes: { name } } }],
    );
    yield { stream: `Successfully tagged ${name}\n` };
  }
  build.context.store.commit(
    (state) => build.recorder?.remember(state, { status: 'done', error: '', imageId }) ?? state,
  );
  yield { result: { imageId } };
}
