/** moby's errdefs kinds. */
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
  | 'cancelled';

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
};

/** The daemon refuses: `message` is its own text, without any prefix the client adds. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;

  constructor(kind: ApiErrorKind, message: string) {
    super(message);
    this.name = 'ApiError';
    this.kind = kind;
  }

  /** The HTTP status of the answer. */
  get status(): number {
    return STATUS[this.kind];
  }
}
