import type { EngineApi } from '../../../src/api/engine-api.ts';

export type Operation = keyof EngineApi;

/** Operations whose answer is a stream; the others give a promise. */
const STREAMS = new Set<Operation>([
  'ContainerLogs',
  'ContainerStats',
  'ImageCreate',
  'ImagePush',
  'ImageLoad',
  'ImageBuild',
  'ServiceLogs',
  'SystemEvents',
  'TaskLogs',
]);

/** An API of which every operation is answered by one function; streams by an iterable of what it resolves. */
export function createApi(
  answer: (operation: Operation, args: readonly unknown[]) => Promise<unknown>,
): EngineApi {
  return new Proxy({} as EngineApi, {
    get: (_, operation: Operation | 'then') =>
      // It is awaited, and is no promise.
      operation === 'then'
        ? undefined
        : (...args: unknown[]) =>
            STREAMS.has(operation) ? stream(answer(operation, args)) : answer(operation, args),
  });
}

async function* stream(answer: Promise<unknown>): AsyncGenerator {
  yield* (await answer) as Iterable<unknown>;
}
