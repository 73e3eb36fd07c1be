import * as z from 'zod/mini';
import { checkReferences } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { FieldMistake, lineOf, readYaml, YamlMistake } from './mistakes.ts';
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
export type FrontMatter = z.infer<typeof frontMatter>;

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
  const { head, yaml, markdown } = splitFrontMatter(id, source.text);
  const { intro, steps } = readText(id, markdown, linesOf(source.text) - linesOf(markdown));
  const titles = steps.map(({ title }) => title);
  try {
    if (steps.length !== head.steps.length)
      throw new FieldMistake(
        `${head.steps.length} steps in the front matter, but ${steps.length} headings: ${titles.join(', ')}`,
        ['steps'],
      );
    checkReferences(
      head,
      steps.map(({ pieces }) => pieces),
    );
  } catch (error) {
    if (!(error instanceof FieldMistake)) throw error;
    throw new LessonError(id, error.message, lineOf(yaml, error.path) + 1);
  }
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

function splitFrontMatter(id: string, source: string): { head: FrontMatter; yaml: string; markdown: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n'));
  if (!match) throw new LessonError(id, 'it must begin with front matter between two lines of ---');
  const [, yaml = '', markdown = ''] = match;
  try {
    return { head: readYaml(frontMatter, yaml), yaml, markdown };
  } catch (error) {
    if (!(error instanceof YamlMistake)) throw error;
    throw new LessonError(id, error.message, error.line + 1);
  }
}

/** `before`: lines of the file before the text. */
function readText(id: string, markdown: string, before: number): ReturnType<typeof splitSteps> {
  try {
    return splitSteps(markdown);
  } catch (error) {
    if (!(error instanceof BlockError)) throw error;
    throw new LessonError(id, error.message, before + linesOf(markdown.slice(0, error.at)) + error.line);
  }
}

const linesOf = (text: string): number => text.split('\n').length;

/** Step → its lines. What stands before the first mark belongs to no step. */
function splitSolution(script: string): Map<string, string> {
  const parts = script.split(/^# step (\S+)[ \t]*$/m);
  const found = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2)
    found.set(parts[index] ?? '', (parts[index + 1] ?? '').trim());
  return found;
}
