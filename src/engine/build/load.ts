import type { BuildMessage, BuildOptions } from '../../api/build-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Progress, Vertex } from './progress.ts';
import { SENT_BYTES_PER_MS } from './pace.ts';

/**
 * What the Dockerfile is read from; its vertex, which goes on until the file is checked. An archive is fetched and unpacked before anything is read of it.
 * @see buildkit v0.22 frontend/dockerui/context.go
 */
export async function* loadDefinition(
  context: EngineContext,
  progress: Progress,
  { isArchive, dockerfileName, dockerfile }: BuildOptions,
): AsyncGenerator<BuildMessage, Vertex> {
  if (isArchive) {
    yield* load(context, progress, '[internal] load remote build context');
    return yield* begin(context, progress, 'copy /context /');
  }
  const name = `[internal] load build definition from ${dockerfileName}`;
  return yield* begin(context, progress, name, { what: 'transferring dockerfile', bytes: dockerfile.length });
}

interface Transfer {
  readonly what: string;
  /** What is sent to the builder. */
  readonly bytes: number;
}

/** One of the steps that bring what a build starts from. */
export async function* load(
  context: EngineContext,
  progress: Progress,
  name: string,
  transfer?: Transfer,
): AsyncGenerator<BuildMessage> {
  yield progress.end(yield* begin(context, progress, name, transfer));
}

async function* begin(
  { kernel: { clock } }: EngineContext,
  progress: Progress,
  name: string,
  transfer?: Transfer,
): AsyncGenerator<BuildMessage, Vertex> {
  const { vertex, message } = progress.begin(name);
  yield message;
  await clock.sleep(15 + (transfer?.bytes ?? 0) / SENT_BYTES_PER_MS);
  if (transfer) yield progress.status(vertex, transfer.what, { current: transfer.bytes });
  return vertex;
}
