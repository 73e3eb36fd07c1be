import { ClassicBuildError } from '../../../api/build-error.ts';
import type { BuildMessage } from '../../../api/build-types.ts';
import type { ContainerCreateRequest } from '../../../api/container-types.ts';
import { ApiError } from '../../../api/api-error.ts';
import { toText } from '../../../lib/bytes.ts';
import type { FrozenTree } from '../../../kernel/files/mem-fs.ts';
import { containerAttach } from '../../containers/attach.ts';
import { containerCreate } from '../../containers/create.ts';
import { containerDelete } from '../../containers/delete.ts';
import { cellOf } from '../../containers/find.ts';
import { containerStart } from '../../containers/start.ts';
import { containerWait } from '../../containers/wait.ts';
import type { EngineContext } from '../../engine-context.ts';

/** A step's container. It is left behind where the step fails, so that one can look into it. */
export async function* createStepContainer(
  context: EngineContext,
  request: ContainerCreateRequest,
): AsyncGenerator<BuildMessage, string> {
  const { Id } = await containerCreate(context, {
    ...request,
    Entrypoint: [''],
    Healthcheck: { Test: ['NONE'] },
  });
  yield { stream: ` ---> Running in ${Id.slice(0, 12)}\n` };
  return Id;
}

/** Runs it to its end; stderr is shown in red. @throws ClassicBuildError for any status but 0 @see moby v28 builder/dockerfile/containerbackend.go Run */
export async function* runStepContainer(
  context: EngineContext,
  id: string,
  words: readonly string[],
): AsyncGenerator<BuildMessage, FrozenTree> {
  const output = containerAttach(context, id, { stdout: true, stderr: true, stream: true });
  const end = containerWait(context, id, 'next-exit');
  try {
    await containerStart(context, id);
  } catch (error) {
    output.close();
    if (error instanceof ApiError) throw new ClassicBuildError(error.message, 1);
    throw error;
  }
  let status: number | undefined;
  try {
    for (let chunk = await output.read(); chunk; chunk = await output.read()) {
      const text = toText(chunk.data);
      yield { stream: chunk.stream === 'stderr' ? `\x1b[91m${text}\x1b[0m` : text };
    }
    status = (await end.done()).StatusCode;
  } finally {
    // Nobody listens any more: the build is cancelled.
    if (status === undefined)
      context.kernel.task('cancelled step', () => containerDelete(context, id, { force: true, v: true }));
  }
  if (status !== 0) {
    const message = `The command '${words.join(' ')}' returned a non-zero code: ${status}`;
    throw new ClassicBuildError(message, status);
  }
  return cellOf(context, id).fs.freeze();
}

/** Takes it away once its files are an image. */
export async function* removeStepContainer(context: EngineContext, id: string): AsyncGenerator<BuildMessage> {
  await containerDelete(context, id, { force: true, v: true });
  yield { stream: `Removing intermediate container ${id.slice(0, 12)}\n` };
}
