import { FIRST_MACHINE } from './mirror.ts';

/** A line that the learner ran. */
export interface JournalEntry {
  readonly line: string;
  /** Where that is not the first machine. */
  readonly machine?: string;
  /** The folder it was run in, where that is not the project: `./src` below it, `/tmp` elsewhere. */
  readonly cwd?: string;
  /** What it ended with, where that is not 0. */
  readonly status?: number;
}

/** A line that has ended. */
interface RanLine {
  readonly line: string;
  readonly machine: string;
  readonly cwd: string;
  readonly status: number;
}

/** More are not kept, nor longer ones: nobody could run them again from a link. */
const MOST_LINES = 200;
const MOST_LETTERS = 4000;

/** The journal with one line more; the oldest go. It is part of the world: who undoes a command takes it out of the journal too. */
export function addToJournal(
  journal: readonly JournalEntry[],
  { line, machine, cwd, status }: RanLine,
  project: string,
): readonly JournalEntry[] {
  const text = line.trim();
  if (text === '' || text.length > MOST_LETTERS) return journal;
  const entry = {
    line: text,
    ...(machine === FIRST_MACHINE ? {} : { machine }),
    ...(cwd === project
      ? {}
      : { cwd: cwd.startsWith(`${project}/`) ? `.${cwd.slice(project.length)}` : cwd }),
    ...(status === 0 ? {} : { status }),
  };
  return [...journal, entry].slice(-MOST_LINES);
}
