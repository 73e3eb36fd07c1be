import { readFileSync } from 'node:fs';
import type { SuiteResult } from './results.ts';

/** Cases that differ for one reason. */
export interface KnownDifference {
  /** For people: it stands on the page about Docker's commands. */
  readonly reason: string;
  readonly cases: readonly string[];
}

/** By suite; a suite that is not named here tells nothing of its failures. */
export type KnownDifferences = Readonly<Record<string, readonly KnownDifference[]>>;

/** The list beside this file. */
export function readKnownDifferences(): KnownDifferences {
  return JSON.parse(
    readFileSync(new URL('./known-differences.json', import.meta.url), 'utf8'),
  ) as KnownDifferences;
}

/** The recordings are the project's own copy of the suite `transcripts`. */
const listName = (suite: string): string => (suite === 'transcripts' ? 'recorded' : suite);

/** What is wrong with the list: cases that fail and are not on it, and those on it that pass. */
export function untoldFailures(
  suite: string,
  { failed }: Pick<SuiteResult, 'failed'>,
  differences: KnownDifferences,
): string[] {
  const list = differences[listName(suite)];
  if (!list) return [];
  const known = new Set(list.flatMap(({ cases }) => cases));
  const failing = new Set(failed);
  return [
    ...failed.filter((name) => !known.has(name)).map((name) => `${suite}: ${name} differs for no known reason`),
    ...[...known].filter((name) => !failing.has(name)).map((name) => `${suite}: ${name} is a known difference, and passes`),
  ]; // prettier-ignore
}

const TITLES: Readonly<Record<string, string>> = {
  recorded: 'Recorded sessions',
  errors: 'Error messages',
  'cli-output-live': 'Output of the client',
};

/** The part of the page that names every case that differs, and why. */
export function formatKnownDifferences(differences: KnownDifferences): string {
  const parts = Object.entries(differences).map(([suite, list]) => {
    const rows = list.map(({ reason, cases }) => `| ${reason} | ${cases.map((name) => `\`${name.replace('.json', '')}\``).join(' ')} |`);
    return `\n### ${TITLES[suite] ?? suite}\n\n| why | cases |\n|---|---|\n${rows.join('\n')}\n`;
  }); // prettier-ignore
  return `\n## Cases that differ\n\nThe simulation is held against sessions that were recorded from a real Docker engine, and against lists of messages and outputs. These cases come out differently; all others are the same. A test keeps the list complete.\n${parts.join('')}`;
}
