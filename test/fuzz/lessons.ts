// Lesson packs, which anybody may have written.
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { stringify } from 'yaml';
import { readPack, type PackedLesson } from '../../src/app/packs/read-pack.ts';
import { toBytes } from '../../src/lib/bytes.ts';
import { parseLesson } from '../../src/lessons/lesson.ts';
import { isProjectPath } from '../../src/state/share.ts';
import { PreparationError } from '../../src/world/lessons/prepare-lesson.ts';
import { lessonIds, readOwnLesson } from '../support/lesson-folder.ts';
import { LessonMachine } from '../support/lesson-machine.ts';
import { path } from './files.ts';
import type { FuzzKind } from './kind.ts';
import { mixed, odd, replaceNth } from './text.ts';

const FRONT_MATTER = [
  'title: T\n', 'summary: S\n', 'minutes: 3\n', 'start: |\n  docker pull -q alpine\n', 'machines: 2\n', 'machines: 1e9\n', 'swarm: true\n', 'par: -1\n', 'tags: [a]\n', 'steps:\n', '  - id: a\n', '    checks:\n',
  '      - id: c\n', '        container: { name: web }\n', '        container: { name: { matches: "(a+)+$" } }\n', '        image: { name: alpine }\n', '        file: { path: ../../etc/passwd }\n', '        http: { url: "http://localhost" }\n',
  '        not: { container: { name: x } }\n', '        any: [{ volume: { name: x } }]\n', '        needs: [c]\n', '    hints:\n', '      - text: h\n', '        onError: "["\n', '&a ', '*a', '<<: ', '!!binary ', '{', '}', '[', ']', '- ', '? ',
  '"', "'", ': ', '\n', '  ', '|\n', '>\n', '# ', '---\n', '%YAML 1.1\n',
]; // prettier-ignore
const TEXT = [
  '## A\n', '## ', '### A\n', '```console\n', '```console fails inside interrupt terminal=99 machine=node9\n', '```dockerfile file=../../x\n', '```predict\n', '```quiz\n', '```answer\n', '```\n', '````\n', '~~~\n', 'question: q\n', 'id: a\n',
  'answer: "(a|a)*b"\n', 'options: [a, b]\n', 'right: 1\n', ':::aside T\n', ':::\n', '> [!TIP]\n', '> [!X]\n', '> ', 'docker ps\n', '\n', 'word ', '`', '<script>', '[a](javascript:x)',
]; // prettier-ignore

const written = fc
  .tuple(mixed(FRONT_MATTER), mixed(TEXT))
  .map(([head, text]) => `---\ntitle: T\nsummary: S\nminutes: 1\n${head}\n---\n${text}`);

const word = fc.oneof(fc.constantFrom('web', 'machine', 'alpine', 'alpine:3', 'container:web', 'image:alpine', 'volume:v', '/etc/hosts', '/', '..', '80/tcp', '(a+)+$', '['), odd); // prettier-ignore
const number = fc.constantFrom(0, 1, -1, 80, 2 ** 31, 1e15);
const flag = fc.boolean();
const optional = (fields: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[] = []) =>
  fc.record(fields, { requiredKeys });
const question = fc.oneof(
  fc.record({ container: optional({ name: word, image: word, label: word, status: fc.constantFrom('running', 'dead'), exitCode: number, env: fc.array(word), published: word, hostPort: number, mount: optional({ source: word, target: word }), network: word, command: word, logs: word, logOption: word, restartsAtLeast: number, count: number, exact: flag }) }),
  fc.record({ image: optional({ ref: word, sameAs: word, differsFrom: word, layersAtMost: number, cmd: word, env: word, exposes: word, label: word, inRegistry: flag, history: word, atLeast: number }, ['ref']) }),
  fc.record({ file: optional({ in: word, path: word, exists: flag, contains: word, equals: word }, ['path']) }),
  fc.record({ volume: optional({ name: word, driver: word, label: word, count: number, exact: flag }) }),
  fc.record({ network: optional({ name: word, driver: word, subnet: word, internal: flag, members: fc.array(word) }, ['name']) }),
  fc.record({ http: optional({ port: number, path: word, status: number, bodyContains: word }, ['port']) }),
  fc.record({ dns: optional({ from: word, name: word, resolves: flag, addresses: number }, ['from', 'name']) }),
  fc.record({ reachable: optional({ from: word, to: word, port: number, expect: flag }, ['from', 'to']) }),
  fc.record({ service: optional({ name: word, image: word, replicas: number, published: number, stack: word, secret: word, on: word, notOn: word }, ['name']) }),
  fc.record({ node: optional({ name: word, role: fc.constantFrom('manager', 'worker'), count: number }) }),
  fc.record({ compose: optional({ project: word, running: fc.array(word), scale: fc.dictionary(word, number) }) }),
  fc.record({ build: optional({ tag: word, failed: flag, cachedAtLeast: number, cachedSteps: word, error: word }) }),
  fc.record({ history: fc.record({ ran: word }) }),
); // prettier-ignore
const body = fc.oneof(
  { weight: 4, arbitrary: question },
  { weight: 1, arbitrary: fc.record({ not: question }) },
  { weight: 1, arbitrary: fc.record({ any: fc.array(question, { minLength: 1, maxLength: 3 }) }) },
);

/** As the schema has it, about anything. */
const wellFormed = fc
  .record({
    checks: fc.array(body, { minLength: 1, maxLength: 6 }),
    start: fc.constantFrom(
      undefined,
      'docker run -d --name web alpine sleep 9',
      'docker swarm init',
      'false',
    ),
    machines: fc.constantFrom(1, 2),
    title: word.filter((text) => text !== ''),
    text: mixed(TEXT, { most: 10 }),
  })
  .map(({ checks, text, ...head }) => {
    const steps = [{ id: 'a', checks: checks.map((check, index) => ({ id: `c${index}`, ...check })) }];
    return `---\n${stringify({ ...head, summary: 'S', minutes: 1, steps })}---\n## A\n\n${text}`;
  });

const real = fc
  .tuple(
    fc.constantFrom(...lessonIds()),
    fc.array(
      fc.tuple(
        fc.constantFrom('container', 'image', 'name', 'id: ', 'checks', 'steps', 'text', '```', '## ', ':::', '---', '{', '}', '[', ']', ': ', '"', '\n', '  ', '- ', 'docker'),
        fc.oneof(fc.constantFrom('', 'x', '[', '{', '\n', '  ', '-1', 'null', '&a [*a]', '(a+)+$', 'not', '__proto__: 1, '), odd),
        fc.nat(300),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([id, wounds]) =>
    wounds.reduce((text, [find, put, nth]) => replaceNth(text, find, put, nth), readOwnLesson(id).text),
  ); // prettier-ignore

/** Every problem is told in words, and a lesson that is taken can be prepared, looked at and judged. */
export const LESSON_PACK: FuzzKind<{ text: string; folder: string; solution: string; other: string }> = {
  name: 'pack',
  input: fc.record({
    text: fc.oneof(real, wellFormed, written),
    folder: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('', 'a/', '01-a/02-b/') }, { weight: 1, arbitrary: path }),
    solution: fc.oneof(fc.constantFrom('', '# step a\ndocker ps\n'), mixed(['# step ', 'a', '\n', '@node2 ', '@off node1'])),
    other: path,
  }), // prettier-ignore
  holds: async ({ text, folder, solution, other }) => {
    const { lessons, problems } = readPack('p', [
      { path: `${folder}lesson.md`, bytes: toBytes(text) },
      { path: `${folder}solution.sh`, bytes: toBytes(solution) },
      { path: `${folder}files/${other}`, bytes: toBytes('x') },
    ]);
    if (lessons.length === 0 && problems.length === 0) throw new Error('neither a lesson nor a problem');
    if (problems.some((problem) => problem.trim() === '')) throw new Error('a problem without words');
    for (const lesson of lessons) await play(lesson);
  },
  gateRuns: 60,
};

async function play({ head, source }: PackedLesson): Promise<void> {
  if (!/^pack:p\/[a-z0-9-]+\/[a-z0-9-]+$/.test(head.id)) throw new Error(`the id ${head.id}`);
  if (!Object.keys(source.files).every(isProjectPath)) throw new Error('a file that leads out');
  const lesson = parseLesson(head.id, source);
  try {
    const machine = await LessonMachine.at(lesson, 0);
    for (const step of lesson.steps) {
      machine.begin(step);
      const states = await machine.check();
      if (!states.every(({ text }) => text !== '')) throw new Error('a check without words');
    }
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
  }
}

const MARKDOWN_WORDS = [
  '<script>', '</script>', '<img src=x onerror=a()>', '<svg><animate onbegin=a()>', '<math><mtext><style>', '<a href="', 'javascript:', 'java&#x0a;script:', 'data:text/html,', '">', '<!--', '-->', '<![CDATA[', '<iframe srcdoc="', '<form action=', '<base href=',
  '<style>@import "//x"', '[a](', '![a](', ')', '[a]: ', '<http://x>', 'lesson:a/b', '`', '```\n', '~~~', '*', '**', '_', '~~', '|a|b|\n|-|-|\n', '- ', '1. ', '> ', '# ', '\n', '\n\n', '    ', '\\', '&#106;', '&colon;', 'https://x ', 'www.x.y', '[^1]', '- [ ] ',
]; // prettier-ignore

/** Of every element in the page: nothing that runs, leads elsewhere by itself, or asks for input. */
export const MARKDOWN: FuzzKind<string> = {
  name: 'markdown',
  input: mixed(MARKDOWN_WORDS, { most: 60 }),
  holds: async (markdown) => {
    const { window, render } = await renderer();
    const page = window.document.createElement('div');
    page.innerHTML = render(markdown) ?? '';
    for (const element of page.querySelectorAll('*')) {
      if (/^(script|style|form|input|iframe|object|embed|link|meta|base)$/i.test(element.tagName))
        throw new Error(`<${element.tagName}> in ${page.innerHTML}`);
      for (const { name, value } of element.attributes)
        if (/^on|^style$|^srcdoc$/i.test(name) || /^[\s\0-\x20]*(javascript|vbscript):/i.test(value))
          throw new Error(`${name}=${value} in ${page.innerHTML}`);
    }
  },
  gateRuns: 300,
};

let loaded:
  Promise<{ window: JSDOM['window']; render: (markdown: string) => string | undefined }> | undefined;

/** The page's own, which takes the window that is there when it is loaded. */
function renderer(): NonNullable<typeof loaded> {
  loaded ??= (async () => {
    const { window } = new JSDOM('');
    const shared = globalThis as { window?: unknown };
    shared.window = window;
    try {
      return { window, render: (await import('../../src/ui/parts/render-markdown.ts')).renderMarkdown };
    } finally {
      delete shared.window;
    }
  })();
  return loaded;
}
