import type { DockerCommand } from '../docker-parts.ts';
import type { ExplainedError, Fix } from '../explained.ts';
import type { CommandNote, Scene } from '../scene.ts';

/** A command that failed, and the machine after it. */
export interface Failure {
  readonly note: CommandNote;
  /** The last docker command of its line. */
  readonly command: DockerCommand | undefined;
  readonly scene: Pick<Scene, 'containers' | 'images'>;
}

/** An error by what it prints. `explain` may find that it is another one: then the next rule is tried. */
export interface ErrorRule {
  readonly pattern: RegExp;
  explain(match: RegExpExecArray, failure: Failure): ExplainedError | undefined;
}

/** The typed line with a word of it replaced: a command to run, or a draft where that changes nothing. */
export function instead({ line }: CommandNote, from: string, to: string, words: string): Fix {
  const at = line.lastIndexOf(from);
  return at < 0
    ? { command: line, words, isDraft: true }
    : { command: line.slice(0, at) + to + line.slice(at + from.length), words };
}

export const fix = (command: string, words: string): Fix => ({ command, words });
export const draft = (command: string, words: string): Fix => ({ command, words, isDraft: true });

/** A container of the scene by its name, its ID, or the beginning of it. */
export function containerOf(
  { containers }: Failure['scene'],
  name: string,
): Scene['containers'][number] | undefined {
  return (
    containers.find((each) => each.name === name) ??
    containers.find(({ id }) => name.length >= 4 && id.startsWith(name))
  );
}

/** The one of these names that needs the fewest changes to become the other; undefined where none is close. */
export function closest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = name.length <= 3 ? 1.5 : 2.5;
  for (const each of names) {
    const count = distance(name, each);
    if (count < least) [best, least] = [each, count];
  }
  return best;
}

/** Letters to insert, remove, replace or swap with the next one. */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
