import { parse as parseYaml, YAMLParseError } from 'yaml';
import * as z from 'zod/mini';

const containerCheck = z.strictObject({
  name: z.optional(z.string()),
  /** As `docker ps` shows it, or a repository without tag. */
  image: z.optional(z.string()),
  status: z.optional(z.enum(['created', 'running', 'paused', 'exited'])),
  exitCode: z.optional(z.int()),
  /** Container port that must be published: `80/tcp`. */
  published: z.optional(z.string()),
});

const imageCheck = z.strictObject({
  ref: z.string(),
  /** One of its history lines contains this. */
  history: z.optional(z.string()),
});

const fileCheck = z.strictObject({
  path: z.string(),
  contains: z.optional(z.string()),
});

const check = z.strictObject({
  id: z.string(),
  text: z.string(),
  hint: z.string(),
  container: z.optional(containerCheck),
  image: z.optional(imageCheck),
  file: z.optional(fileCheck),
});

const frontMatter = z.strictObject({
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  checks: z.array(check),
});

export type LessonCheck = z.infer<typeof check>;

/** A lesson as read from its folder. */
export interface Lesson extends z.infer<typeof frontMatter> {
  /** `01-first-steps/01-run-build-publish` */
  readonly id: string;
  /** The text after the front matter. */
  readonly markdown: string;
  /** Files it puts into the project folder: relative path → text. */
  readonly files: Readonly<Record<string, string>>;
}

/** A lesson's text is not as it should be; `message` says where. */
export class LessonError extends Error {
  constructor(id: string, message: string) {
    super(`lesson ${id}: ${message}`);
    this.name = 'LessonError';
  }
}

/** Reads `lesson.md`. @throws LessonError */
export function parseLesson(id: string, text: string, files: Readonly<Record<string, string>>): Lesson {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'));
  if (!match) throw new LessonError(id, 'it must begin with front matter between two lines of ---');
  const parsed = frontMatter.safeParse(readYaml(id, match[1] ?? ''));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LessonError(
      id,
      `${issue?.path.join('.') || 'front matter'}: ${issue?.message ?? 'not as it should be'}`,
    );
  }
  for (const item of parsed.data.checks) {
    if ([item.container, item.image, item.file].filter(Boolean).length !== 1) {
      throw new LessonError(id, `check ${item.id} must look at exactly one of container, image, file`);
    }
  }
  return { ...parsed.data, id, markdown: match[2] ?? '', files };
}

function readYaml(id: string, text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof YAMLParseError) throw new LessonError(id, error.message);
    throw error;
  }
}
