import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What a script did. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** A script of ours with what a real shell was recorded to do. */
export interface Recording extends Outcome {
  readonly script: string;
}

/** Shells that scripts are written for, each a folder of .txt files with the .json recorded from them. */
export type ShellName = 'bash' | 'dash' | 'ash';

/** A file of scripts about one topic, separated by lines of `%%`. */
export interface Topic {
  readonly name: string;
  readonly scripts: readonly string[];
  readonly recordings: ReadonlyMap<string, Recording>;
}

/** All scripts of a shell, in the order of their files. */
export function readTopics(shell: ShellName): Topic[] {
  const folder = new URL(`./${shell}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.txt'.length);
      const text = readFileSync(new URL(file, folder), 'utf8');
      const recorded = new URL(`${name}.json`, folder);
      const rows = existsSync(recorded) ? (JSON.parse(readFileSync(recorded, 'utf8')) as Recording[]) : [];
      return {
        name,
        scripts: text
          .split('\n%%\n')
          .map((script) => script.replace(/^\n+|\n+$/g, ''))
          .filter((script) => script !== ''),
        recordings: new Map(rows.map((row) => [row.script, row])),
      };
    });
}

/** The topic of scripts that we know to run otherwise; one that is mended moves to where it belongs. */
export const KNOWN_DIFFERENCES = 'known-differences';

/**
 * What two shells must agree on. Process IDs are left out; a script says in its first line (`# stderr differs: …`) where our messages are known
 * to be worded otherwise.
 */
export function comparable(script: string, outcome: Outcome | undefined): Partial<Outcome> | undefined {
  if (!outcome) return undefined;
  const { stdout, status } = outcome;
  if (script.startsWith('# stderr differs')) return { stdout, status };
  const stderr = outcome.stderr
    .replace(/(line \d+: ) *\d+ (?=Killed|Terminated|Hangup|Aborted|User)/g, '$1PID ')
    .replace(/\(\d+\) - No such process/g, '(PID) - No such process');
  return { stdout, stderr, status };
}
