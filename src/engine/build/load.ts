import type { BuildMessage, BuildOptions } from '../../api/build-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Progress, Vertex } from './progress.ts';

/** An archive is fetched and unpacked before anything is read of it. @see buildkit v0.22 frontend/dockerui/context.go */
export async function* loadDefinition(
  context: EngineContext,
  progress: Progress,
  { isArchive, dockerfileName, dockerfile }: BuildOptions,
): AsyncGenerator<BuildMessage, Vertex> {
  if (isArchive) {
    yield* load(context, progress, '[internal] load remote build context');
    return yield* load(context, progress, 'copy /context /');
  }
  const name = `[internal] load build definition from ${dockerfileName}`;
  return yield* load(context, progress, name, { what: 'transferring dockerfile', bytes: dockerfile.length });
}

/** One of the steps that bring what a build starts from; its vertex. `bytes` are what is sent to the builder for it. */
export async function* load(
  context: EngineContext,
  progress: Progress,
  name: string,
  transfer?: { readonly what: string; readonly bytes: number },
): AsyncGenerator<BuildMessage, Vertex> {
  const { vertex, message } = progress.begin(name);
  yield message;
  await context.kernel.clock.sleep(15);
  if (transfer) yield progress.status(vertex, transfer.what, { current: transfer.bytes });
  yield progress.end(vertex);
  return vertex;
}
