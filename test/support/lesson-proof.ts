/** What must hold of every lesson. Each proof gives its complaints; none is a proof. */
import type { LessonCheck } from '../../src/lessons/check-schema.ts';
import type { LessonStep } from '../../src/lessons/lesson.ts';
import type { CheckState } from '../../src/lessons/lesson-run.ts';
import { isRight } from '../../src/lessons/judge-prediction.ts';
import type { Prediction } from '../../src/lessons/questions.ts';
import type { Piece } from '../../src/lessons/pieces.ts';
import { isToFail } from '../../src/lib/script-line.ts';
import { splitCommands } from '../../src/shell/split-commands.ts';
import type { Attempt, LessonFolder } from './lesson-folder.ts';
import { idAt, textAt } from './lesson-lines.ts';
import { LessonMachine } from './lesson-machine.ts';

const unmetOf = (states: readonly CheckState[]): string[] =>
  states.filter(({ met }) => !met).map(({ id }) => id);
const metOf = (states: readonly CheckState[]): string[] =>
  states.filter(({ met }) => met).map(({ id }) => id);

/** The start state meets nothing of the last step that has checks. */
export async function proveStart(folder: LessonFolder): Promise<string[]> {
  const { lesson } = folder;
  const last = lesson.steps.findLast(({ checks }) => checks.length > 0);
  if (!last) return ['the lesson checks nothing'];
  const machine = await LessonMachine.at(lesson, 0);
  return metOf(await machine.check(last)).map(
    (id) => `${idAt(folder, id)}${id} is met before anything was done`,
  );
}

/** Step after step: each check is unmet before its step, the solution meets all, and only what is marked `# fails` fails. */
export async function proveSolution(folder: LessonFolder): Promise<string[]> {
  const { lesson } = folder;
  const machine = await LessonMachine.at(lesson, 0);
  const complaints: string[] = [];
  for (const step of lesson.steps) {
    machine.begin(step);
    for (const id of metOf(await machine.check()))
      complaints.push(`${idAt(folder, id)}${id} is met before its step ${step.id} begins`);
    for (const { command, exitCode, stderr, stdout } of await machine.runScript(step.solution))
      if ((exitCode !== 0) !== isToFail(command))
        complaints.push(`solution.sh: "${command}" ended with ${exitCode}: ${stderr || stdout}`);
    machine.answerAll();
    for (const id of unmetOf(await machine.check()))
      complaints.push(`${idAt(folder, id)}${id} is not met by what solution.sh does in step ${step.id}`);
  }
  return complaints;
}

/**
 * Every block of commands runs where it stands, fails only where it says so, and asks for nothing that is not simulated. What is declared right of a prediction is what a
 * copy does there.
 */
export async function proveBlocks(folder: LessonFolder): Promise<string[]> {
  const { lesson } = folder;
  const complaints: string[] = [];
  for (const [index, step] of lesson.steps.entries()) {
    if (!step.pieces.some(({ kind }) => kind === 'commands' || kind === 'predict')) continue;
    const machine = await LessonMachine.at(lesson, index);
    complaints.push(...(await runBlocks(folder, machine, step)));
    complaints.push(...machine.notices.map((text) => `${idAt(folder, step.id)}step ${step.id}: ${text}`));
  }
  if (lesson.intro.some(({ kind }) => kind === 'commands'))
    complaints.push('commands belong into a step, not before the first heading');
  return complaints;
}

async function runBlocks(folder: LessonFolder, machine: LessonMachine, step: LessonStep): Promise<string[]> {
  const { pieces, title } = step;
  const complaints: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'file') machine.writeFile(piece.path, piece.text);
    if (piece.kind === 'predict')
      complaints.push(...(await provePrediction(folder, machine, piece.question)));
    if (piece.kind !== 'commands' || piece.inside || piece.interrupt) continue;
    const keys = keysAfter(pieces, index);
    const at = piece.machine === undefined ? '' : `@${piece.machine} `;
    const commands = splitCommands(piece.text).map((command) => `${at}${command}`);
    let failed = false;
    for (const [place, command] of commands.entries()) {
      const isLast = place === commands.length - 1;
      const { exitCode, stderr, stdout } = await machine.run(command, isLast ? keys : undefined);
      if (exitCode === 0) continue;
      failed = true;
      if (!piece.fails)
        complaints.push(
          `${textAt(folder, title, command)}"${command}" ended with ${exitCode}: ${stderr || stdout}`,
        );
    }
    // A mistake on purpose may well be told of beside the terminal.
    if (piece.fails) machine.notices.length = 0;
    if (piece.fails && !failed)
      complaints.push(`${textAt(folder, title, piece.text)}"${piece.text}" was to fail, and did not`);
  }
  return complaints;
}

async function provePrediction(
  folder: LessonFolder,
  machine: LessonMachine,
  question: Prediction,
): Promise<string[]> {
  if (question.try === undefined) return [];
  const { truth, commands } = await machine.predict(question);
  if (truth !== undefined && isRight(truth, question.answer)) return [];
  const last = commands.at(-1);
  const did = `"${last?.command ?? ''}" ended with ${last?.exitCode ?? 0}${last?.output ? `: ${last.output.trimEnd()}` : ' and printed nothing'}`;
  const truly = truth === undefined ? 'not one option holds' : `the answer is ${truth}`;
  return [`${idAt(folder, question.id)}on the copy ${truly}, the block says ${question.answer}: ${did}`];
}

/** What the blocks marked `inside` and `interrupt` behind a block type into its last command; undefined without such a block. */
function keysAfter(pieces: readonly Piece[], index: number): string | undefined {
  let keys: string | undefined;
  for (const piece of pieces.slice(index + 1)) {
    if (piece.kind !== 'commands') continue;
    if (piece.interrupt) return `${keys ?? ''}\x03`;
    if (!piece.inside) break;
    keys = `${keys ?? ''}${piece.text.replaceAll('\n', '\r')}\r`;
  }
  return keys;
}

/** Another way that does the same passes; one that misses the point leaves the checks unmet that it names. */
export async function proveAttempt({ lesson }: LessonFolder, attempt: Attempt): Promise<string[]> {
  const where = `${attempt.name}, step ${attempt.step}: `;
  const index = lesson.steps.findIndex(({ id }) => id === attempt.step);
  if (index < 0) return [`${where}there is no such step`];
  const machine = await LessonMachine.at(lesson, index);
  machine.answerAll();
  await machine.runScript(attempt.script);
  const unmet = unmetOf(await machine.check());
  if (unmet.join() === attempt.unmet.join()) return [];
  const left = `it leaves ${unmet.join(' and ') || 'nothing'} open`;
  return [
    attempt.unmet.length === 0 ? `${where}${left}` : `${where}${left}, not ${attempt.unmet.join(' and ')}`,
  ];
}

const isAnswered = ({ quiz, answer }: LessonCheck): boolean => quiz !== undefined || answer !== undefined;

/** How many steps have both another solution and a way that misses the point. */
export const countPairs = ({ lesson, attempts }: LessonFolder): number =>
  lesson.steps.filter(({ id }) => {
    const own = attempts.filter(({ step }) => step === id);
    return own.some(({ unmet }) => unmet.length === 0) && own.some(({ unmet }) => unmet.length > 0);
  }).length;

/** Each step that asks for something done has another solution, and each such check is left open by some way that misses the point. */
export function provePairs({ lesson, attempts }: LessonFolder): string[] {
  return lesson.steps.flatMap(({ id, checks }) => {
    const own = attempts.filter(({ step }) => step === id);
    const open = new Set(own.flatMap(({ unmet }) => unmet));
    const asked = checks.filter((check) => !isAnswered(check));
    const alone = asked.length > 0 && own.every(({ unmet }) => unmet.length > 0);
    return [
      ...(alone ? [`${id} has no other solution (solution-NAME.sh)`] : []),
      ...asked
        .filter((check) => !open.has(check.id))
        .map((check) => `no wrong-NAME.sh leaves ${check.id} of ${id} open`),
    ];
  });
}

/** What a check says of how, not of what: these words need not be in the text. */
const NOT_NAMES = new Set(['status', 'health', 'type', 'restart', 'ran', 'id', 'text', 'hint', 'needs', 'quiz', 'answer', 'driver', 'role', 'availability', 'state', 'in', 'error', 'history', 'update', 'logs', 'command', 'bodyContains']); // prettier-ignore
const PROJECT = '/root/site/';

/** Every name, path and port that a check asks for stands in the text. */
export function proveLiterals(folder: LessonFolder): string[] {
  const { lesson } = folder;
  const wanted = lesson.steps.flatMap(({ checks }) => checks.flatMap((check) => literalsOf(check).map((name) => [check.id, name] as const))); // prettier-ignore
  return wanted
    .filter(([, name]) => !lesson.markdown.includes(name.replace(PROJECT, '')))
    .map(([id, name]) => `${idAt(folder, id)}${id} asks for ${name}, which the text does not mention`);
}

function literalsOf(value: unknown, key = ''): string[] {
  if (NOT_NAMES.has(key)) return [];
  // In exec form the words of a command stand apart.
  if (typeof value === 'string') return key === 'cmd' || key === 'entrypoint' ? value.split(' ') : [value];
  if (typeof value === 'number') return /port|published/i.test(key) ? [String(value)] : [];
  if (Array.isArray(value)) return value.flatMap((item) => literalsOf(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => literalsOf(item, name));
}

/** Links lead to https pages or to lessons of the course (`lesson:PART/NAME`); images are not shown. */
export function proveLinks(folder: LessonFolder, ids: readonly string[]): string[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  const prose = folder.text.replace(/^---\n[\s\S]*?\n---$|^```[\s\S]*?^```|`[^`\n]*`/gm, blank);
  return [...prose.matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)].flatMap(
    ([link, image, target = ''], index, all) => {
      const line = prose.slice(0, all[index]?.index).split('\n').length;
      const found = linkComplaint(image !== '', target, ids);
      return found === undefined ? [] : [`lesson.md:${line}: ${link}: ${found}`];
    },
  );
}

function linkComplaint(isImage: boolean, target: string, ids: readonly string[]): string | undefined {
  if (isImage) return 'images are not shown';
  if (/^https:\/\//.test(target)) return undefined;
  if (!target.startsWith('lesson:')) return 'a link is https://… or lesson:PART/NAME';
  return ids.includes(target.slice('lesson:'.length)) ? undefined : 'the course has no such lesson';
}

const WORDS_A_MINUTE = 180;
const MINUTES_A_COMMAND = 0.4;
const MINUTES_A_QUESTION = 0.4;
/** A step that asks for a result and gives no command. */
const MINUTES_A_TASK = 1.2;

/** How long a lesson takes to read and do. */
export function measureLesson({ lesson }: LessonFolder): {
  words: number;
  commands: number;
  minutes: number;
  wordsASentence: number;
} {
  const prose = lesson.markdown.replace(/^```[\s\S]*?^```/gm, '');
  const words = prose.split(/\s+/).filter(Boolean).length;
  const pieces = lesson.steps.flatMap((step) => step.pieces);
  const commands = pieces.flatMap((piece) =>
    piece.kind === 'commands' ? piece.text.split('\n') : [],
  ).length;
  const questions = pieces.filter(
    ({ kind }) => kind === 'quiz' || kind === 'predict' || kind === 'answer',
  ).length;
  const tasks = lesson.steps.filter(
    ({ checks, pieces: own }) =>
      checks.some(({ quiz, answer }) => quiz === undefined && answer === undefined) &&
      !own.some(({ kind }) => kind === 'commands' || kind === 'file'),
  ).length;
  const minutes =
    words / WORDS_A_MINUTE +
    commands * MINUTES_A_COMMAND +
    questions * MINUTES_A_QUESTION +
    tasks * MINUTES_A_TASK;
  const sentences = prose.split(/[.?!:](?:\s|$)/).filter((text) => /\w/.test(text)).length;
  return {
    words,
    commands,
    minutes: Math.round(minutes * 10) / 10,
    wordsASentence: Math.round(words / sentences),
  };
}

const SHORTEST = 2;
const LONGEST = 10;

/** A lesson takes 2 to 10 minutes, about as long as it says, in sentences that a beginner can read. */
export function proveLength(folder: LessonFolder): string[] {
  const { minutes, wordsASentence } = measureLesson(folder);
  const says = folder.lesson.minutes;
  return [
    ...(says < SHORTEST || says > LONGEST ? [`${says} minutes are not ${SHORTEST} to ${LONGEST}`] : []),
    ...(minutes > says * 1.3 || minutes < says / 3 ? [`it takes about ${minutes} minutes, not ${says}`] : []),
    ...(wordsASentence > 20 ? [`its sentences have ${wordsASentence} words on average: 20 at most`] : []),
  ];
}
