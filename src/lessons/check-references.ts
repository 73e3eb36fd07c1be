/** What a lesson's front matter names has to be there. */
import { compileGlob } from '../lib/glob.ts';
import { withSuggestion } from '../lib/suggest.ts';
import { kindsOf, type CheckBody } from './check-schema.ts';
import type { FrontMatter } from './lesson.ts';
import { FieldMistake } from './mistakes.ts';
import { readPattern } from './pattern.ts';
import type { Piece } from './pieces.ts';

type Step = FrontMatter['steps'][number];
type Path = readonly PropertyKey[];

/** Every check asks one thing, ids are unique, and what names an id names one that there is. `texts`: the pieces of each step. @throws FieldMistake */
export function checkReferences({ steps }: FrontMatter, texts: readonly (readonly Piece[])[]): void {
  checkUnique(
    steps.flatMap(({ id, checks }, step) => [
      { id, path: ['steps', step, 'id'] },
      ...checks.map((check, index) => ({ id: check.id, path: ['steps', step, 'checks', index, 'id'] })),
    ]),
  );
  const questions = texts.map((pieces) => pieces.flatMap((piece) => ('question' in piece ? [piece] : [])));
  checkUnique(
    questions.flatMap((own, step) => own.map(({ question }) => ({ id: question.id, path: ['steps', step] }))),
  );
  for (const [index, step] of steps.entries()) {
    const asked = (kind: Piece['kind']): string[] =>
      (questions[index] ?? []).flatMap((piece) => (piece.kind === kind ? [piece.question.id] : []));
    checkStep(step, ['steps', index], { quiz: asked('quiz'), answer: asked('answer') });
  }
}

function checkUnique(named: readonly { id: string; path: Path }[]): void {
  const seen = new Set<string>();
  for (const { id, path } of named) {
    if (seen.has(id)) throw new FieldMistake(`two things are called ${id}`, path);
    seen.add(id);
  }
}

type Asked = Readonly<Record<'quiz' | 'answer', readonly string[]>>;

function checkStep({ id, checks, hints = [] }: Step, path: Path, asked: Asked): void {
  const own = checks.map((check) => check.id);
  for (const [index, check] of checks.entries()) {
    const place = [...path, 'checks', index];
    checkBody(check.id, id, check, place, asked);
    for (const need of check.needs ?? [])
      if (!own.includes(need))
        throw new FieldMistake(missing(`check ${check.id} needs ${need}, which step ${id} does not have`, need, own), [...place, 'needs']); // prettier-ignore
  }
  for (const [index, { onFail, onError }] of hints.entries()) {
    const place = [...path, 'hints', index];
    if (onFail !== undefined && !own.includes(onFail))
      throw new FieldMistake(missing(`a hint of step ${id} waits for a check ${onFail} that it does not have`, onFail, own), [...place, 'onFail']); // prettier-ignore
    if (onError !== undefined) checkPattern(onError, [...place, 'onError']);
  }
}

function checkBody(name: string, step: string, check: CheckBody, path: Path, asked: Asked): void {
  const kinds = kindsOf(check);
  if (kinds.length !== 1)
    throw new FieldMistake(
      `check ${name} must ask exactly one thing, not ${kinds.join(' and ') || 'nothing'}`,
      path,
    );
  for (const kind of ['quiz', 'answer'] as const) {
    const id = check[kind];
    if (id !== undefined && !asked[kind].includes(id))
      throw new FieldMistake(missing(`check ${name} waits for the ${kind} ${id}, which the text of step ${step} does not have`, id, asked[kind]), [...path, kind]); // prettier-ignore
  }
  if (check.history) checkPattern(check.history.ran, [...path, 'history', 'ran']);
  for (const field of ['ref', 'sameAs', 'differsFrom', 'smallerThan'] as const)
    checkReference(check.image?.[field], [...path, 'image', field]);
  if (check.not) checkBody(name, step, check.not, [...path, 'not'], asked);
  for (const [index, each] of (check.any ?? []).entries())
    checkBody(name, step, each, [...path, 'any', index], asked);
}

const missing = (what: string, name: string, known: readonly string[]): string =>
  withSuggestion(what, name, known, true);

/** The daemon finds images by a shell's pattern. */
function checkReference(reference: string | undefined, path: Path): void {
  if (reference === undefined) return;
  try {
    compileGlob(reference);
  } catch {
    throw new FieldMistake(`${reference} is neither the name of an image nor a pattern`, path);
  }
}

function checkPattern(pattern: string, path: Path): void {
  try {
    readPattern(pattern);
  } catch (error) {
    throw new FieldMistake(error instanceof Error ? error.message : String(error), path);
  }
}
