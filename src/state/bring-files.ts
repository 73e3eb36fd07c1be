/** What is decided about files that come in from the learner's computer. */
import type { TargetFolder } from '../world/queries/queries.ts';
import { FIRST_MACHINE, machineOf, type Session } from './session.ts';

/** Of all that comes in at a time. */
export const MOST_BROUGHT_BYTES = 64 * 1024 * 1024;
export const MOST_BROUGHT_FILES = 5000;

/** What computers leave in folders and zips, and what a project's history is: nobody wants it here. */
export function isLeftOut(path: string): boolean {
  return /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db|\.git|node_modules)(\/|$)/.test(path);
}

/** Why so much can't come in, in words for the learner; undefined where it can. */
export function tooMuch(
  files: readonly { readonly path: string; readonly sizeBytes: number }[],
): string | undefined {
  const large = files.find(({ sizeBytes }) => sizeBytes > MOST_BROUGHT_BYTES);
  if (large) return `${large.path} is too large: over 64 MB.`;
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total > MOST_BROUGHT_BYTES) return 'These files are too large together: over 64 MB.';
  if (files.length > MOST_BROUGHT_FILES) return 'These are too many files at a time: over 5,000.';
  return undefined;
}

/** Where files go that are dropped on a terminal: the folder of its shell, once that is known; undefined for the project. */
export function folderOf(
  session: Pick<Session, 'terminalMachines'>,
  terminal: string,
  cwd: string | undefined,
): TargetFolder | undefined {
  const machine = machineOf(session, terminal);
  if (cwd !== undefined) return { machine, path: cwd };
  return machine === FIRST_MACHINE ? undefined : { machine, path: '/root' };
}

/** `/root/site/app`, with its machine where that is not the first. */
export function folderText({ machine, path }: TargetFolder): string {
  return machine === FIRST_MACHINE ? path : `${path} on ${machine}`;
}

/** The file that is worth looking at first: a compose file, else a Dockerfile; undefined where there is neither. */
export function fileToOpen(paths: readonly string[]): string | undefined {
  const byDepth = [...paths].sort((a, b) => a.split('/').length - b.split('/').length);
  const find = (pattern: RegExp): string | undefined => byDepth.find((path) => pattern.test(path));
  return (
    find(/(^|\/)(docker-)?compose\.ya?ml$/) ??
    find(/(^|\/)(Dockerfile|[^/]+\.Dockerfile|Dockerfile\.[^/]+)$/i)
  );
}

/** The first of `name`, `name-2`, `name-3` … that is not taken. */
export function freeName(name: string, taken: readonly string[]): string {
  let found = name;
  for (let number = 2; taken.includes(found); number += 1) found = `${name}-${number}`;
  return found;
}
