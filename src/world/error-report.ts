import { isLoadFailure } from '../lib/load-failure.ts';
import type { FromWorld } from './protocol.ts';

/** Where something threw that nobody waited for. */
export interface ErrorPlace {
  /** The command line of a program, or the name of a task of ours. */
  readonly where: string;
  readonly seed: number;
  /** What was typed last, the oldest first. */
  readonly commands: readonly string[];
}

/** What the page is told of it: a bug of ours, with what helps to find it, or a word about a file of ours that did not come. */
export function errorReport(error: unknown, { where, seed, commands }: ErrorPlace): FromWorld {
  if (isLoadFailure(error)) return { kind: 'notice', text: notFetched(where) };
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const report = `Drydock, seed ${seed}\nin ${where}\n${stack || message}\nlast commands:\n${commands.join('\n')}`;
  return { kind: 'error', error: { message, report } };
}

function notFetched(where: string): string {
  const [what, again] = outcome(where);
  return `A file of Drydock could not be fetched, so ${what}. Is the network there? Then ${again}: nothing is lost.`;
}

function outcome(where: string): [what: string, again: string] {
  if (/^(lesson( checks)?$|query lesson)/.test(where)) return ['the lesson could not go on', 'try again'];
  if (where.startsWith('query ')) return ['that did not work', 'try again'];
  return ['that program ended', 'run it again'];
}
