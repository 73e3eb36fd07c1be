import { ApiError, type ApiErrorKind } from './api-error.ts';
import type { BuildErrorLocation } from './build-types.ts';

/** A build failed: `message` is what follows `ERROR: failed to solve: `; `location` is the instruction to show. */
export class BuildError extends ApiError {
  readonly location: BuildErrorLocation | undefined;

  constructor(kind: ApiErrorKind, message: string, location?: BuildErrorLocation) {
    super(kind, message);
    this.name = 'BuildError';
    this.location = location;
  }
}

/** A step of the classic builder failed: the client prints `message` alone and ends with `exitCode`. */
export class ClassicBuildError extends ApiError {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super('system', message);
    this.name = 'ClassicBuildError';
    this.exitCode = exitCode;
  }
}
