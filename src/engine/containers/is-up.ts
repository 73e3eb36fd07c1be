import type { ContainerRecord } from '../state.ts';

/** Whether a container counts as running: one that rests between two attempts does, too. @see moby v28 container/state.go IsRunning */
export function isUp({ status }: Pick<ContainerRecord, 'status'>): boolean {
  return status === 'running' || status === 'paused' || status === 'restarting';
}
