import type { FileDifference, InputDifference, StepInputs } from '../../../api/build-history-types.ts';
import { MAX_PATHS } from './file-index.ts';

/** So many paths are named; the rest is counted. */
const NAMED = 8;

/** The first input that two runs of a step do not share, in the order in which they decide: below, text, values, files. */
export function firstDifference(before: StepInputs, after: StepInputs): InputDifference | undefined {
  if (before.parent !== after.parent) return { kind: 'parent' };
  if (before.text !== after.text) return { kind: 'text', before: before.text, after: after.text };
  return differentValue(before.values, after.values) ?? differentFiles(before, after);
}

function differentValue(
  before: StepInputs['values'],
  after: StepInputs['values'],
): InputDifference | undefined {
  const name = [...Object.keys(after), ...Object.keys(before)].find((key) => before[key] !== after[key]);
  if (name === undefined) return undefined;
  return {
    kind: 'value',
    name,
    ...(before[name] === undefined ? {} : { before: before[name] }),
    ...(after[name] === undefined ? {} : { after: after[name] }),
  };
}

function differentFiles(before: StepInputs, after: StepInputs): InputDifference | undefined {
  if (before.filesDigest === after.filesDigest) return undefined;
  const files = compareFiles(before.files ?? {}, after.files ?? {});
  return { kind: 'files', files: files.slice(0, NAMED), count: files.length };
}

type FileIndex = NonNullable<StepInputs['files']>;

/** Paths that differ, in order. A folder is not named where something in it is. */
function compareFiles(before: FileIndex, after: FileIndex): FileDifference[] {
  const limit = [endOf(before), endOf(after)].filter((end) => end !== undefined).sort()[0];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path] && (limit === undefined || path <= limit))
    .sort();
  return paths
    .filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
    .map((path) => ({ path, change: changeOf(before[path], after[path]) }));
}

/** The last path of an index that was cut: nothing is known of what comes after it. */
function endOf(index: FileIndex): string | undefined {
  const paths = Object.keys(index);
  return paths.length < MAX_PATHS ? undefined : paths.sort().at(-1);
}

function changeOf(before: string | undefined, after: string | undefined): FileDifference['change'] {
  if (before === undefined) return 'appeared';
  if (after === undefined) return 'vanished';
  const content = (entry: string): string => entry.slice(entry.indexOf(' '));
  return content(before) === content(after) ? 'mode' : 'changed';
}
