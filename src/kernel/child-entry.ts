import type { KernelServices } from './kernel-services.ts';
import type { ChildOptions } from './process.ts';
import type { ProcessEntry } from './process-entry.ts';

/** A child in the table of processes: it has what its parent has, but for what the options say. */
export function addChild(
  table: KernelServices['table'],
  parent: ProcessEntry,
  options: ChildOptions,
): ProcessEntry {
  return table.add({
    parent,
    namespace: parent.namespace,
    ...(options.pgid === undefined ? {} : { pgid: options.pgid }),
    newSession: options.newSession ?? false,
    argv: options.argv ?? parent.argv,
    env: options.env ?? parent.env,
    umask: parent.umask,
    uid: options.uid ?? parent.uid,
    realUid: options.uid ?? parent.realUid,
    gid: options.gid ?? parent.gid,
    groups: parent.groups,
    busybox: parent.busybox,
    release: parent.release,
    executable: parent.executable,
    fds: options.fds ?? parent.fds,
    mounts: parent.mounts,
    makeView: (owner) => parent.view.copyFor(owner),
    network: parent.network,
    uts: parent.uts,
    tty: parent.tty,
    actions: parent.actions,
    capabilities: parent.capabilities,
    cgroup: parent.cgroup,
    limits: parent.limits,
  });
}

/** A handler is a part of the program that set it: for another program a signal does what it does by default. */
export function resetHandlers(entry: ProcessEntry): void {
  const kept = [...entry.actions].filter(([, action]) => typeof action !== 'function');
  entry.actions = kept.length > 0 ? new Map(kept) : NO_ACTIONS;
}

/** What each signal does by default. */
export const NO_ACTIONS: ProcessEntry['actions'] = new Map();
