import { readdirSync, readFileSync } from 'node:fs';

/** What a program did. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** A program of ours with what CPython was recorded to do. */
export interface Recording extends Outcome {
  readonly script: string;
}

/** A file of programs about one topic, separated by lines of `%%`, and the recordings beside it. */
export interface Topic {
  readonly name: string;
  readonly scripts: readonly string[];
  readonly recordings: readonly Recording[];
}

const here = new URL('.', import.meta.url);

/** All programs, in the order of their files. */
export function readTopics(): Topic[] {
  return readdirSync(here)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.txt'.length);
      const scripts = readFileSync(new URL(file, here), 'utf8').split('\n%%\n');
      return {
        name,
        scripts: scripts.map((script) => script.replace(/^\n+|\n+$/g, '')),
        recordings: JSON.parse(readFileSync(new URL(`${name}.json`, here), 'utf8')) as Recording[],
      };
    });
}

/** A program that is known to run otherwise here, by its topic and its place there (from 1), and why. */
export interface KnownDifference {
  readonly topic: string;
  readonly number: number;
  readonly reason: string;
}

export function readKnownDifferences(): KnownDifference[] {
  return JSON.parse(readFileSync(new URL('known-differences.json', here), 'utf8')) as KnownDifference[];
}
