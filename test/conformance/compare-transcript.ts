import { isBuildProgress, readBuildMeaning } from './build-meaning.ts';
import { applyEquivalences, type Equivalence, type StepOutput } from './equivalences.ts';
import { alignImageTies } from './image-ties.ts';
import { KeptVolumes } from './kept-volumes.ts';
import { SameNames } from './same-names.ts';
import { normaliseSteps } from './normaliser/normalise.ts';
import type { Comparison } from './suite.ts';
import type { RecordedStep, Transcript, UnstableStep } from './transcript.ts';

/** What a session of ours gave; it may have ended early. */
export interface SessionOutcome {
  readonly results: readonly StepOutput[];
  readonly error?: string;
}

export interface Rules {
  readonly equivalences: readonly Equivalence[];
  readonly unstable: readonly UnstableStep[];
}

/** Holds a session against its recording, one comparison a step. */
export function compareTranscript(
  file: string,
  transcript: Transcript,
  { results, error }: SessionOutcome,
  rules: Rules,
): Comparison[] {
  const missing: StepOutput = { stdout: '', stderr: '', exitCode: Number.NaN };
  const pairs = transcript.steps.map((step, index) => alignStep(step, results[index] ?? missing));
  const ours = normaliseSteps(pairs.map(({ result }) => result));
  const recorded = normaliseSteps(pairs.map(({ step }) => step));
  const names = new SameNames();
  const volumes = new KeptVolumes();
  return recorded.map((step, index) => {
    const name = `${file}#${index + 1}`;
    const result = ours[index];
    if (!results[index] || !result) {
      return {
        name,
        actual: { command: step.command, missing: error ?? 'no result' },
        expected: viewOf(step),
      };
    }
    const expected = alternatives(file, index, step, rules.unstable);
    const stdout = volumes.withoutKept(step.command, step.stdout, result.stdout);
    volumes.note(step.command, step.stdout, result.stdout);
    return { name, ...compareStep(step, { ...result, stdout }, { expected, names }, rules) };
  });
}

/** What neither engine orders, in one order. */
function alignStep(
  step: RecordedStep,
  result: StepOutput,
): { readonly step: RecordedStep; readonly result: StepOutput & { readonly command: string } } {
  const [recorded, ours] = alignImageTies(step.command, step.stdout, result.stdout);
  return {
    step: { ...step, stdout: recorded },
    result: { ...result, command: step.command, stdout: ours },
  };
}

/** The recorded outputs that a step may have: usually one. */
function alternatives(
  file: string,
  index: number,
  step: RecordedStep,
  unstable: readonly UnstableStep[],
): StepOutput[] {
  const known = unstable.find((entry) => entry.file === file && entry.step === index + 1);
  const outputs: StepOutput[] = known
    ? [
        { ...step, ...known.run1 },
        { ...step, ...known.run2 },
      ]
    : [];
  return [viewOf(step), ...outputs.map(viewOf)];
}

function viewOf({ stdout, stderr, exitCode }: StepOutput): StepOutput {
  return { stdout, stderr, exitCode };
}

function compareStep(
  step: RecordedStep,
  result: StepOutput,
  { expected, names }: { readonly expected: readonly StepOutput[]; readonly names: SameNames },
  rules: Rules,
): Omit<Comparison, 'name'> {
  const { command, client } = step;
  const adjust = (output: StepOutput): unknown => {
    const applied = applyEquivalences(viewOf(output), step, rules.equivalences);
    return client === undefined ? applied : meaningOf(applied, step);
  };
  const actual = adjust(result);
  const candidates = expected.map(adjust);
  const same = candidates.some((candidate) => names.match(JSON.stringify(candidate), JSON.stringify(actual)));
  return {
    actual: { command, output: actual },
    expected: { command, output: same ? actual : candidates[0] },
  };
}

/** A build in an older client's progress format: what it did counts; of one that failed without progress, that it failed. */
function meaningOf(output: StepOutput, recorded: RecordedStep): unknown {
  const text = `${recorded.stdout}\n${recorded.stderr}`;
  if (isBuildProgress(text)) return readBuildMeaning(output);
  return recorded.exitCode === 0 ? output : { exitCode: output.exitCode };
}
