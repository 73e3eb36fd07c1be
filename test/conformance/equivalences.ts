import { readFileSync } from 'node:fs';

/** What of a step is compared, after normalisation. */
export interface StepOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** A way in which Docker 28 differs from the engine of the recordings; applied to both sides, so that either is accepted. */
export interface Equivalence {
  readonly id: string;
  /** Where Docker 28's behaviour is to be seen. */
  readonly source: string;
  readonly field: keyof StepOutput;
  /** Only for commands like this. */
  readonly command?: string;
  /** Only for steps recorded with this client. */
  readonly client?: string;
  readonly pattern?: string;
  readonly with?: string;
  /** What the pattern finds is put into lower case. */
  readonly lowerCase?: boolean;
  /** The order of lines does not count. */
  readonly unordered?: boolean;
  /** The field is not compared. */
  readonly any?: boolean;
}

/** The list beside this file. */
export function readEquivalences(): Equivalence[] {
  return JSON.parse(readFileSync(new URL('./engine-28.json', import.meta.url), 'utf8')) as Equivalence[];
}

/** Rewrites a step's output by all equivalences that are for it. */
export function applyEquivalences(
  output: StepOutput,
  step: { readonly command: string; readonly client?: string },
  equivalences: readonly Equivalence[],
): StepOutput {
  const fields = { stdout: output.stdout, stderr: output.stderr, exitCode: String(output.exitCode) };
  for (const equivalence of equivalences) {
    const { command, client, field } = equivalence;
    if (command !== undefined && !new RegExp(command, 'm').test(step.command)) continue;
    if (client !== undefined && client !== step.client) continue;
    fields[field] = rewrite(fields[field], equivalence);
  }
  return { ...fields, exitCode: Number(fields.exitCode) };
}

function rewrite(text: string, equivalence: Equivalence): string {
  if (equivalence.any === true) return '';
  if (equivalence.unordered === true) return text.split('\n').sort().join('\n');
  if (equivalence.pattern === undefined) return text;
  const pattern = new RegExp(equivalence.pattern, 'gm');
  if (equivalence.lowerCase === true) return text.replace(pattern, (found) => found.toLowerCase());
  return text.replace(pattern, equivalence.with ?? '');
}
