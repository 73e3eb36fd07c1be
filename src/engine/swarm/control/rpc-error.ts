import { ApiError, type ApiErrorKind } from '../../../api/api-error.ts';

const KINDS = {
  InvalidArgument: 'invalidParameter',
  NotFound: 'notFound',
  AlreadyExists: 'conflict',
  FailedPrecondition: 'invalidParameter',
  Unimplemented: 'notImplemented',
  Unknown: 'system',
} as const satisfies Record<string, ApiErrorKind>;

/** What a manager refuses, in the words it reaches the client with. @see moby v28 api/server/httpstatus/status.go */
export function rpcError(code: keyof typeof KINDS, message: string): ApiError {
  return new ApiError(KINDS[code], `rpc error: code = ${code} desc = ${message}`);
}

/** The object is not the one the client had seen. @see moby/swarmkit v2 manager/state/store/memory.go ErrSequenceConflict */
export function checkVersion(object: { readonly version: number }, version: number): void {
  if (object.version !== version) throw rpcError('Unknown', 'update out of sequence');
}
