/** `npm run lesson new|check|preview`: the author's side of a lesson. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LESSONS_FOLDER, lessonIds, readLessonFolder } from './lesson-folder.ts';
import {
  measureLesson,
  proveAttempt,
  proveBlocks,
  proveLength,
  proveLinks,
  proveLiterals,
  provePairs,
  proveSolution,
  proveStart,
} from './lesson-proof.ts';

const USAGE = `Usage: npm run lesson new PART/NAME     makes a lesson to begin with, such as 04-cache/01-order
       npm run lesson check [NAME…]    proves the lessons whose id contains NAME, or all
       npm run lesson preview [NAME]   checks the lesson, then serves the page with it
`;

const TEMPLATE = `---
title: A title
summary: One sentence for the index.
minutes: 2
commands: [docker run]
tags: []
steps:
  - id: run
    checks:
      - id: ran
        container: { image: hello-world, exitCode: 0 }
        hint: Type \`docker run hello-world\`.
    hints:
      - text: The name has a hyphen.
        onError: pull access denied
---

What the lesson is about, and why it matters.

## Run it

Say what to do, and what will be seen. Run hello-world:

\`\`\`console
docker run hello-world
\`\`\`

\`\`\`quiz
id: why
question: Is the container still there?
options: ['Yes, but it has ended', 'No']
answer: 0
why: It stays until it is removed.
\`\`\`
`;

function create(id: string | undefined): number {
  if (id === undefined || !/^\d\d-[a-z0-9-]+\/\d\d-[a-z0-9-]+$/.test(id)) return usage();
  const folder = join(LESSONS_FOLDER, id);
  if (existsSync(folder)) {
    console.error(`${id} is there already.`);
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  const files = {
    'lesson.md': TEMPLATE,
    'solution.sh': '# step run\ndocker run hello-world\n',
    'solution-other-way.sh': '# step run\ndocker container run --name hi hello-world:latest\n',
    'wrong-only-pulled.sh': '# step run\n# unmet: ran\ndocker pull hello-world\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  console.log(`Made ${folder}. Prove it with: npm run lesson check ${id}`);
  return 0;
}

async function check(names: readonly string[]): Promise<number> {
  const all = lessonIds();
  const ids = all.filter((id) => names.length === 0 || names.some((name) => id.includes(name)));
  if (ids.length === 0) {
    console.error(`No lesson is called like that. There are: ${all.join(', ')}`);
    return 1;
  }
  let complaints = 0;
  for (const id of ids) complaints += await checkOne(id, all);
  return complaints ? 1 : 0;
}

/** @returns how many complaints there are */
async function checkOne(id: string, all: readonly string[]): Promise<number> {
  const found: string[] = [];
  const wishes: string[] = [];
  try {
    const folder = readLessonFolder(id);
    wishes.push(...provePairs(folder));
    const { words, commands, minutes, wordsASentence } = measureLesson(folder);
    console.log(
      `${id}: ${words} words, ${wordsASentence} a sentence, ${commands} commands, about ${minutes} minutes (it says ${folder.lesson.minutes}), ${folder.attempts.length} other and wrong ways`,
    );
    found.push(...proveLiterals(folder), ...proveLinks(folder, all), ...proveLength(folder));
    for (const prove of [proveStart, proveSolution, proveBlocks]) found.push(...(await prove(folder)));
    for (const attempt of folder.attempts)
      found.push(
        ...(await proveAttempt(folder, attempt)).map((text) => `${attempt.name} (${attempt.step}): ${text}`),
      );
  } catch (error) {
    found.push(error instanceof Error ? error.message : String(error));
  }
  for (const complaint of found) console.log(`  ✗ ${complaint}`);
  for (const wish of wishes) console.log(`  · ${wish}`);
  return found.length;
}

async function preview(name: string | undefined): Promise<number> {
  const status = await check(name === undefined ? [] : [name]);
  if (status !== 0) return status;
  console.log(
    'Open the page that is served now, and choose the lesson from the list. Changes show after a reload.',
  );
  return spawnSync('node_modules/.bin/vite', [], { stdio: 'inherit' }).status ?? 1;
}

function usage(): number {
  console.error(USAGE);
  return 1;
}

const [command, ...rest] = process.argv.slice(2);
if (command === 'new') process.exitCode = create(rest[0]);
else if (command === 'check') process.exitCode = await check(rest);
else if (command === 'preview') process.exitCode = await preview(rest[0]);
else process.exitCode = usage();
