import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../src/host/node.ts';
import { evaluateLesson } from '../src/lessons/evaluate.ts';
import { parseLesson, type Lesson } from '../src/lessons/lesson.ts';
import { splitCommands } from '../src/shell/split-commands.ts';
import { hostView, writeFiles } from '../src/world/machine-image.ts';
import { openCommandSession, type CommandResult } from '../src/world/run-commands.ts';
import { createWorld, PROJECT_FOLDER, type World } from '../src/world/world.ts';

const LESSONS = fileURLToPath(new URL('../lessons', import.meta.url));

function filesUnder(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const FOLDERS = (readdirSync(LESSONS, { recursive: true }) as string[])
  .filter((name) => name.endsWith('lesson.md'))
  .map((name) => join(LESSONS, name, '..'));

function readLesson(folder: string): Lesson {
  const text = readFileSync(join(folder, 'lesson.md'), 'utf8');
  return parseLesson(relative(LESSONS, folder), text, filesUnder(join(folder, 'files')));
}

/** A fresh machine as a learner has it when the lesson begins. */
function begin(lesson: Lesson): { world: World; run: (script: string) => Promise<CommandResult[]> } {
  const world = createWorld({ host: nodeHost, seed: 1, mode: 'virtual' });
  const [machine] = world.machines;
  writeFiles(hostView(machine.kernel), PROJECT_FOLDER, lesson.files, true);
  const session = openCommandSession(world, machine, { cwd: PROJECT_FOLDER });
  const run = async (script: string): Promise<CommandResult[]> => {
    const results: CommandResult[] = [];
    for (const command of splitCommands(script)) results.push(await session.run({ command }));
    return results;
  };
  return { world, run };
}

/** The checks that are met, by id. */
async function metChecks(lesson: Lesson, world: World): Promise<string[]> {
  const [{ kernel, engine }] = world.machines;
  const view = hostView(kernel);
  const results = await evaluateLesson(lesson, {
    engine: engine.api,
    readFile: (path) => (view.statIfAny(path)?.type === 'file' ? view.readText(path) : undefined),
  });
  return results.filter(({ met }) => met).map(({ check }) => check.id);
}

function commandBlocks({ markdown }: Lesson): string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, text = '']) => text);
}

it('there are lessons', () => {
  expect(FOLDERS.length).toBeGreaterThan(0);
});

describe.each(FOLDERS.map((folder) => [relative(LESSONS, folder), folder] as const))('%s', (_, folder) => {
  const lesson = readLesson(folder);
  const all = lesson.checks.map(({ id }) => id);

  it('starts with every check unmet', async () => {
    const { world, run } = begin(lesson);
    await run('true');
    expect(await metChecks(lesson, world)).toEqual([]);
  });

  it('is solved by its solution, check after check', async () => {
    const { world, run } = begin(lesson);
    const failed = (await run(readFileSync(join(folder, 'solution.sh'), 'utf8'))).filter(
      ({ exitCode }) => exitCode !== 0,
    );
    expect(failed).toEqual([]);
    expect(await metChecks(lesson, world)).toEqual(all);
  });

  it('has only commands that run', async () => {
    const { world, run } = begin(lesson);
    for (const block of commandBlocks(lesson)) {
      const failed = (await run(block)).filter(({ exitCode }) => exitCode !== 0);
      expect(failed).toEqual([]);
    }
    expect(await metChecks(lesson, world)).toEqual(all);
  });
});
