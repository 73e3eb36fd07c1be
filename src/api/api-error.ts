/** moby's errdefs kinds; `notSimulated` is ours: a client says it beside the terminal. */
export type ApiErrorKind =
  | 'invalidParameter'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'notModified'
  | 'notImplemented'
  | 'unavailable'
  | 'system'
  | 'cancelled'
  | 'notSimulated';

/** @see moby v28 api/server/httpstatus/status.go */
const STATUS: Readonly<Record<ApiErrorKind, number>> = {
  invalidParameter: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  notModified: 304,
  notImplemented: 501,
  unavailable: 503,
  system: 500,
  cancelled: 499,
  notSimulated: 501,
};

/** Repositories, or the tags of one. */
export interface Available {
  readonly repository: string | undefined;
  readonly names: readonly string[];
}

/** The daemon refuses: `message` is its own text, without any prefix the client adds. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** What the registry has instead of the image that it lacks: for words beside the terminal. */
  readonly available: Available | undefined;

  constructor(kind: ApiErrorKind, message: string, available?: Available) {
    super(message);
    this.name = 'ApiError';
    this.kind = kind;
    this.available = available;
  }

  /** The HTTP status of the answer. */
  get status(): number {
    return STATUS[this.kind];
  }
}
