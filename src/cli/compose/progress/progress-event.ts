export type ProgressStatus = 'working' | 'done' | 'warning' | 'error';

/** What happens to one thing now. @see docker/compose v2.36.2 pkg/progress/event.go */
export interface ProgressEvent {
  /** `Container app-web-1` */
  readonly id: string;
  /** The thing that it is a part of, as a layer is of an image. */
  readonly parent?: string;
  readonly status: ProgressStatus;
  readonly text?: string;
  readonly statusText?: string;
}

/** Hears of progress, in order. */
export type Report = (event: ProgressEvent) => Promise<void>;

/** `working('Container a', 'Creating')` */
export function working(id: string, statusText: string): ProgressEvent {
  return { id, status: 'working', statusText };
}

export function done(id: string, statusText: string): ProgressEvent {
  return { id, status: 'done', statusText };
}

export function warning(id: string, statusText: string): ProgressEvent {
  return { id, status: 'warning', statusText };
}

export function failed(id: string, statusText = 'Error'): ProgressEvent {
  return { id, status: 'error', statusText };
}
