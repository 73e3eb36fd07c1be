/** `npm run lesson new|check|preview`: the author's side of a lesson. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLessons } from './lesson-check.ts';
import { LESSONS_FOLDER } from './lesson-folder.ts';
import { previewLessons } from './lesson-preview.ts';

const USAGE = `Usage: npm run lesson new PART/NAME             makes a lesson to begin with, such as 04-cache/01-order
       npm run lesson check [NAME|PATH…]       proves the lessons whose id contains NAME, those of a folder or a pack (.zip), or all
       npm run lesson preview [NAME|PATH]      checks the lesson, then serves the page with it
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
  console.log(`Made lessons/${id} with ${Object.keys(files).join(', ')}.
Look at it with:  npm run lesson preview ${id}
Prove it with:    npm run lesson check ${id}`);
  return 0;
}

async function check(names: readonly string[]): Promise<number> {
  const { complaints } = await checkLessons(names, console.log);
  return complaints ? 1 : 0;
}

async function preview(name: string | undefined): Promise<number> {
  if (name !== undefined) {
    const { complaints, isReadable } = await checkLessons([name], console.log);
    if (!isReadable) return 1;
    if (complaints > 0) console.log('The page shows it all the same; it is not ready to be given away.');
  }
  await previewLessons(name);
  return 0;
}

function usage(): number {
  console.error(USAGE);
  return 1;
}

async function run([command, ...rest]: readonly string[]): Promise<number> {
  try {
    if (command === 'new') return create(rest[0]);
    if (command === 'check') return await check(rest);
    if (command === 'preview') return await preview(rest[0]);
    return usage();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
