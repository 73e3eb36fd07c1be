import { isNode, LineCounter, parse as parseYaml, parseDocument, YAMLParseError } from 'yaml';
import { isTooDeep } from '../lib/yaml-depth.ts';
import * as z from 'zod/mini';
import { checkSchema, kindsOf, type CheckBody, type LessonCheck } from './check-schema.ts';
import { BlockError, splitSteps, type Piece } from './pieces.ts';
import { questionJsonSchemas } from './questions.ts';

const text = z.string().check(z.minLength(1));

/** Shown on request, in this order; with a condition also by itself when it holds. */
const hint = z.strictObject({
  text,
  /** Seconds after the step began. */
  afterSeconds: z.optional(z.int()),
  /** A regular expression that matches what the terminal showed in this step. */
  onError: z.optional(text),
  /** The id of a check that is still unmet after `afterSeconds` or two commands. */
  onFail: z.optional(text),
});

const step = z.strictObject({
  id: text,
  checks: z.array(checkSchema),
  hints: z.optional(z.array(hint)),
});

const frontMatter = z.strictObject({
  title: text,
  summary: text,
  minutes: z.int(),
  /** Commands that are met here for the first time. */
  commands: z.optional(z.array(text)),
  tags: z.optional(z.array(text)),
  /** Shell lines that are run on the fresh machine before the lesson begins. */
  start: z.optional(text),
  /** How many machines there are, node1, node2, …; one unless given. A line "@node2 …" of a script is for that one. */
  machines: z.optional(z.int().check(z.gte(1), z.lte(5))),
  /** They are one swarm when the lesson begins, managed by node1. */
  swarm: z.optional(z.boolean()),
  /** A good number of commands for the whole lesson. */
  par: z.optional(z.int()),
  /** In the order of the text's `##` headings. */
  steps: z.array(step).check(z.minLength(1)),
});

export type Hint = z.infer<typeof hint>;
type FrontMatter = z.infer<typeof frontMatter>;

export interface LessonStep extends z.infer<typeof step> {
  /** The heading. */
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** Shell lines that do what the step asks. */
  readonly solution: string;
}

/** A lesson as read from its folder. */
export interface Lesson extends Omit<FrontMatter, 'steps'> {
  /** `01-first-containers/01-hello` */
  readonly id: string;
  /** The text before the first heading. */
  readonly intro: readonly Piece[];
  readonly steps: readonly LessonStep[];
  /** All of the text, as written. */
  readonly markdown: string;
  /** Files of the project folder: relative path → text. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a folder holds. */
export interface LessonSource {
  /** `lesson.md` */
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  /** `solution.sh`, with a line `# step ID` before what each step needs. */
  readonly solution: string;
}

/** What the index of lessons shows. */
export interface LessonHead {
  readonly id: string;
  /** `First containers` of `01-first-containers` */
  readonly part: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly commands: readonly string[];
  readonly tags: readonly string[];
}

/** A lesson's text is not as it should be; `message` says where. */
export class LessonError extends Error {
  /** What is wrong, without where. */
  readonly what: string;
  /** In `lesson.md`, counted from 1; undefined where it is about more than one place. */
  readonly line: number | undefined;

  constructor(id: string, what: string, line?: number) {
    super(`lesson ${id}${line === undefined ? '' : `, line ${line}`}: ${what}`);
    this.name = 'LessonError';
    this.what = what;
    this.line = line;
  }
}

/** Reads a lesson's folder. @throws LessonError */
export function parseLesson(id: string, source: LessonSource): Lesson {
  const { head, markdown } = splitFrontMatter(id, source.text);
  const { intro, steps } = readText(id, markdown, linesOf(source.text) - linesOf(markdown));
  const titles = steps.map(({ title }) => title);
  if (steps.length !== head.steps.length)
    throw new LessonError(
      id,
      `${head.steps.length} steps in the front matter, but ${steps.length} headings: ${titles.join(', ')}`,
    );
  checkIds(id, head);
  const solutions = splitSolution(source.solution);
  const unknown = [...solutions.keys()].find((name) => !head.steps.some((each) => each.id === name));
  if (unknown !== undefined) throw new LessonError(id, `solution.sh has a step ${unknown} that there is not`);
  return {
    ...head,
    id,
    markdown,
    intro,
    steps: head.steps.map((each, index) => ({
      ...each,
      title: titles[index] ?? '',
      pieces: steps[index]?.pieces ?? [],
      solution: solutions.get(each.id) ?? '',
    })),
    files: source.files,
  };
}

/** What the index shows of a lesson. @throws LessonError */
export function parseLessonHead(id: string, lessonText: string): LessonHead {
  const { title, summary, minutes, commands = [], tags = [] } = splitFrontMatter(id, lessonText).head;
  const [folder = ''] = id.split('/').slice(-2);
  const words = folder.replace(/^\d+-/, '').replaceAll('-', ' ');
  const part = words.slice(0, 1).toUpperCase() + words.slice(1);
  return { id, part, title, summary, minutes, commands, tags };
}

/** The JSON schema of the front matter, for editors; those of the text's questions are its `$defs`. */
export const frontMatterJsonSchema = (): object => {
  const schema = z.toJSONSchema(frontMatter);
  return { ...schema, $defs: { ...schema.$defs, ...questionJsonSchemas() } };
};

function splitFrontMatter(id: string, source: string): { head: FrontMatter; markdown: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n'));
  if (!match) throw new LessonError(id, 'it must begin with front matter between two lines of ---');
  const parsed = frontMatter.safeParse(readYaml(id, match[1] ?? ''));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LessonError(
      id,
      `${issue?.path.join('.') || 'front matter'}: ${issue?.message ?? 'not as it should be'}`,
      lineOf(match[1] ?? '', issue?.path ?? []),
    );
  }
  return { head: parsed.data, markdown: match[2] ?? '' };
}

/** `before`: lines of the file before the text. */
function readText(id: string, markdown: string, before: number): ReturnType<typeof splitSteps> {
  try {
    return splitSteps(markdown);
  } catch (error) {
    if (!(error instanceof BlockError)) throw error;
    throw new LessonError(id, error.message, before + linesOf(markdown.slice(0, error.at)));
  }
}

const linesOf = (text: string): number => text.split('\n').length;

/** Every check asks one thing, ids are unique, and what names an id names one that there is. @throws LessonError */
function checkIds(id: string, { steps }: FrontMatter): void {
  const seen = new Set<string>();
  for (const name of steps.flatMap((each) => [each.id, ...each.checks.map((check) => check.id)])) {
    if (seen.has(name)) throw new LessonError(id, `two things are called ${name}`);
    seen.add(name);
  }
  for (const { id: stepId, checks, hints = [] } of steps) {
    const own = new Set(checks.map((check) => check.id));
    for (const check of checks) {
      checkBody(id, check.id, check);
      for (const need of check.needs ?? [])
        if (!own.has(need)) throw new LessonError(id, `check ${check.id} needs ${need}, which step ${stepId} does not have`); // prettier-ignore
    }
    for (const { onFail, onError } of hints) {
      if (onFail !== undefined && !own.has(onFail))
        throw new LessonError(
          id,
          `a hint of step ${stepId} waits for a check ${onFail} that it does not have`,
        );
      if (onError !== undefined) readPattern(id, onError);
    }
  }
}

function checkBody(id: string, name: string, check: LessonCheck | CheckBody): void {
  const kinds = kindsOf(check);
  if (kinds.length !== 1)
    throw new LessonError(
      id,
      `check ${name} must ask exactly one thing, not ${kinds.join(' and ') || 'nothing'}`,
    );
  if (check.not) checkBody(id, name, check.not);
  for (const each of check.any ?? []) checkBody(id, name, each);
  if (check.history) readPattern(id, check.history.ran);
}

function readPattern(id: string, pattern: string): void {
  try {
    new RegExp(pattern);
  } catch {
    throw new LessonError(id, `not a regular expression: ${pattern}`);
  }
}

/** Step → its lines. What stands before the first mark belongs to no step. */
function splitSolution(script: string): Map<string, string> {
  const parts = script.split(/^# step (\S+)[ \t]*$/m);
  const found = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2)
    found.set(parts[index] ?? '', (parts[index + 1] ?? '').trim());
  return found;
}

function readYaml(id: string, yaml: string): unknown {
  if (isTooDeep(yaml)) throw new LessonError(id, 'lists in lists without end');
  try {
    return parseYaml(yaml);
  } catch (error) {
    if (error instanceof YAMLParseError)
      throw new LessonError(id, error.message, (error.linePos?.[0].line ?? 0) + 1);
    throw error;
  }
}

/** The line of the file in which a value of the front matter stands; that of what it is in where it is missing. */
function lineOf(yaml: string, path: readonly PropertyKey[]): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line + 1;
  }
  return 1;
}
