import { ApiError, type ApiErrorKind, type Available } from './api-error.ts';
import type { BuildErrorLocation } from './build-types.ts';

/** A build failed: `message` is what follows `ERROR: failed to solve: `; `location` is the instruction to show. */
export class BuildError extends ApiError {
  readonly location: BuildErrorLocation | undefined;

  constructor(kind: ApiErrorKind, message: string, location?: BuildErrorLocation, available?: Available) {
    super(kind, message, available);
    this.name = 'BuildError';
    this.location = location;
  }
}

/** A step of the classic builder failed: the client prints `message` alone and ends with `exitCode`. */
export class ClassicBuildError extends ApiError {
  readonly exitCode: number;

  constructor(message: string, exitCode: number, available?: Available) {
    super('system', message, available);
    this.name = 'ClassicBuildError';
    this.exitCode = exitCode;
  }
}
