import type {
  FileDifference,
  InputDifference,
  MissReason,
  RerunCause,
} from '../../api/build-history-types.ts';
import type { BuildReport, BuildView } from '../../world/queries/queries.ts';
import { code, type Phrase } from '../parts/phrase.tsx';
import { showDuration, showSize } from '../parts/show-amount.ts';
import { shortId } from '../world/layer-view.ts';

/** Longer instructions are cut in a sentence; the list of steps has them whole. */
const SHOWN = 64;
/** So many files are named in a sentence. */
const NAMED = 3;

type Steps = BuildView['steps'];

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
};

/** Why a step ran: `it ran because …`, without the beginning. */
export function reasonPhrase(reason: MissReason, steps: Steps): Phrase {
  switch (reason.kind) {
    case 'noCache':
      return [code('--no-cache'), ' asked for it'];
    case 'first':
      return ['it was not built before'];
    case 'evicted':
      return ['nothing changed, but its cached result was pruned'];
    case 'failed':
      return ['it failed the last time'];
    case 'stopped':
      return ['it was stopped the last time, when another step failed'];
    case 'base':
      return [
        'the base image is another: ',
        code(shortId(reason.after)),
        ', before ',
        code(shortId(reason.before)),
      ];
    case 'parent':
      return parentPhrase(steps[reason.step]);
    default:
      return differencePhrase(reason);
  }
}

function parentPhrase(below: Steps[number] | undefined): Phrase {
  if (!below) return ['what it builds on is not what it was'];
  const name = code(cut(below.instruction));
  return below.status === 'cached'
    ? [name, ' before it came from another build’s cache']
    : [name, ' before it ran again'];
}

/** In what two runs of a step differ. */
export function differencePhrase(difference: InputDifference): Phrase {
  switch (difference.kind) {
    case 'parent':
      return ['what it builds on is not what it was'];
    case 'text':
      return difference.before === difference.after
        ? ['its text changed']
        : ['its text changed; it was ', code(cut(difference.before))];
    case 'value':
      return valuePhrase(difference);
    case 'files':
      return filesPhrase(difference);
  }
}

function valuePhrase({ name, before, after }: Extract<InputDifference, { kind: 'value' }>): Phrase {
  const what = describeValue(name);
  if (after === undefined) return [...what, ' is no longer set; it was ', code(cut(before ?? ''))];
  if (before === undefined) return [...what, ' is set now: ', code(cut(after))];
  return [...what, ' is ', code(cut(after)), ', before ', code(cut(before))];
}

function describeValue(name: string): Phrase {
  const [kind = '', variable = ''] = name.split(' ');
  if (kind === 'ARG') return ['build argument ', code(variable)];
  if (kind === 'ENV') return ['environment variable ', code(variable)];
  return [code(name)];
}

const CHANGES: Record<FileDifference['change'], string> = {
  changed: ' changed',
  appeared: ' is new',
  vanished: ' is gone',
  mode: ' has other permissions',
};

function filesPhrase({ files, count }: Extract<InputDifference, { kind: 'files' }>): Phrase {
  if (files.length === 0) return ['one of its many files changed'];
  const named = files.slice(0, NAMED);
  const rest = count - named.length;
  return [
    ...named.flatMap(({ path, change }, index) => [
      index === 0 ? '' : index === named.length - 1 && rest === 0 ? ' and ' : ', ',
      code(path),
      CHANGES[change],
    ]),
    rest > 0 ? ` and ${rest} more differ` : '',
  ].filter((part) => part !== '');
}

/** What a build did, in a sentence or a few. */
export function explainBuild({ build, causes }: Pick<BuildReport, 'build' | 'causes'>): Phrase[] {
  const { steps } = build;
  const ran = steps.filter(({ status }) => status !== 'cached');
  const failed = steps.find(({ status }) => status === 'failed');
  const end = failed ? [failurePhrase(failed)] : [];
  if (ran.length === 0) return [[`Nothing had changed: all ${steps.length} steps came from the cache.`]];
  if (ran.some(({ reason }) => reason?.kind === 'noCache'))
    return [[code('--no-cache'), ` was given, so ${countSteps(ran.length)} ran again.`], ...end];
  if (causes.length === 0) {
    const isFirst = ran.length === steps.filter(({ instruction }) => !isFrom(instruction)).length;
    const text = `${countSteps(ran.length)} ran, not built before`;
    return [[isFirst ? `The first build: ${text}.` : `${text}; the rest came from the cache.`], ...end];
  }
  return [...causes.map((cause) => causePhrase(cause, steps)), ...end];
}

const isFrom = (instruction: string): boolean => /^from\s/i.test(instruction);

function causePhrase({ step: index, later, laterMs, laterBytes }: RerunCause, steps: Steps): Phrase {
  const step = steps[index];
  if (!step?.reason) return [];
  const name = code(cut(step.instruction));
  const begin: Phrase =
    step.reason.kind === 'first'
      ? [name, ' is new']
      : [name, ' ran again because ', ...reasonPhrase(step.reason, steps)];
  if (later.length === 0) return [...begin, '.'];
  const cost = `+${showDuration(laterMs)}, +${showSize(laterBytes)}`;
  return [...begin, `; therefore ${countSteps(later.length, 'later ')} ran again (${cost}).`];
}

function failurePhrase({ instruction, startLine }: Steps[number]): Phrase {
  return [code(cut(instruction)), ` (line ${startLine}) failed; the steps before it stay in the cache.`];
}

const countSteps = (count: number, kind = ''): string => `${count} ${kind}step${count === 1 ? '' : 's'}`;
