import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { parseLesson } from '../../lessons/lesson.ts';
import type { LessonRecord, WorldChange } from '../mirror.ts';
import type { FromWorld, ToWorld } from '../protocol.ts';
import type { Queries, QueryName } from '../queries/queries.ts';
import { serveWorld } from '../serve-world.ts';
import { hostView } from '../machine-image.ts';
import { createWorld } from '../world.ts';
import { LessonRoom } from './lesson-room.ts';
import { MemoryStorage } from '../testing/memory-storage.ts';

const LESSON = parseLesson('01-a/01-b', {
  text: `---
title: T
summary: S
minutes: 3
start: echo prepared > mark
steps:
  - id: one
    checks: [{ id: file, file: { path: /root/site/note, contains: hi } }]
    hints: [{ text: No spaces., onError: command not found }]
  - id: two
    checks: [{ id: q, quiz: q }, { id: ran, history: { ran: ^ls } }]
---
## One
Write it.
\`\`\`predict
id: guess
question: How many?
try: touch note; ls
reveals: lines
answer: 2
why: So.
\`\`\`
## Two
\`\`\`quiz
id: q
question: Which?
options: [A, B]
answer: 1
why: So.
\`\`\`
`,
  files: { 'given.txt': 'given\n' },
  solution: '# step one\necho hi > note\n',
});

/** On machines that are a swarm, two of them; a third joins with the first step's solution. */
const FLEET = parseLesson('01-a/02-c', {
  text: `---
title: T
summary: S
minutes: 3
machines: 3
swarm: true
start: '@node3 docker swarm leave'
steps:
  - id: one
    checks: [{ id: three, node: { name: node3, state: ready } }]
  - id: two
    checks: [{ id: all, node: { state: ready, count: 3 } }]
---
## One
Join.
## Two
All.
`,
  files: {},
  solution: '# step one\n@node3 docker swarm join --token JOIN_TOKEN 192.168.0.18:2377\n',
});

/** Takes its time to be prepared. */
const SLOW = parseLesson('01-a/03-d', {
  text: `---
title: T
summary: S
minutes: 3
machines: 2
start: 'while sleep 1; do :; done'
steps:
  - id: one
    checks: [{ id: file, file: { path: /root/site/note, contains: hi } }]
---
## One
Write it.
`,
  files: {},
  solution: '# step one\necho hi > note\n',
});

/** A page over a world in real time: what it asks and what it is told. */
class Page {
  readonly told: FromWorld[] = [];
  #toWorld: (message: ToWorld) => void = () => undefined;
  #ids = 0;
  #heard = new Set<() => void>();

  constructor(storage: MemoryStorage) {
    serveWorld(
      {
        post: (message) => {
          this.told.push(message);
          for (const hear of this.#heard) hear();
        },
        listen: (handler) => (this.#toWorld = handler),
      },
      nodeHost,
      storage,
      (id) => Promise.resolve([LESSON, FLEET, SLOW].find((lesson) => lesson.id === id)),
    );
  }

  post(message: ToWorld): void {
    this.#toWorld(message);
  }

  /** Resolves once something that was told fits. */
  until<T>(find: (told: readonly FromWorld[]) => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = find(this.told);
        if (found === undefined) return;
        this.#heard.delete(look);
        resolve(found);
      };
      this.#heard.add(look);
      look();
    });
  }

  async query<Q extends QueryName>(query: Q, parameters: Queries[Q]['parameters']): Promise<unknown> {
    const id = (this.#ids += 1);
    this.post({ kind: 'query', id, query, parameters } as ToWorld);
    return this.until((told) =>
      told.find((message) => (message.kind === 'answer' || message.kind === 'refused') && message.id === id),
    );
  }

  type(line: string): void {
    const data = new TextEncoder().encode(`${line}\r`);
    this.post({ kind: 'terminal.input', terminal: 't', data });
  }

  /** What the lesson's record became, since so many messages. */
  lessons(since = 0): (LessonRecord | undefined)[] {
    const changes = this.told
      .slice(since)
      .flatMap((message) => (message.kind === 'changes' ? message.changes : []));
    return changes.flatMap((change) => (change.kind === 'lesson' ? [change.value] : []));
  }

  /** The lesson's record, once it fits. */
  lesson(fits: (record: LessonRecord) => boolean): Promise<LessonRecord> {
    return this.until(() => {
      const last = this.lessons().at(-1);
      return last && fits(last) ? last : undefined;
    });
  }

  /** Resolves once the terminal tells that it waits for a line. */
  prompt(): Promise<true> {
    const since = this.told.length;
    return this.until((told) => {
      const changes = told
        .slice(since)
        .flatMap((message) => (message.kind === 'changes' ? message.changes : []));
      return changes.some((change) => change.kind === 'terminal' && change.value?.atPrompt)
        ? true
        : undefined;
    });
  }
}

async function open(storage: MemoryStorage, restore: boolean): Promise<Page> {
  const page = new Page(storage);
  page.post({ kind: 'start', seed: 1, restore, speed: 1, epoch: 0 });
  await page.until((told) => told.find(({ kind }) => kind === 'ready'));
  page.post({ kind: 'terminal.open', terminal: 't', columns: 80, rows: 24 });
  return page;
}

describe('a lesson in a running world', () => {
  it('prepares the machine, follows the learner, and goes on after a reload', async () => {
    const storage = new MemoryStorage();
    const page = await open(storage, false);
    // As the page does: the machine is thrown away first.
    page.post({ kind: 'reset', epoch: 1 });
    await page.until((told) => (told.filter(({ kind }) => kind === 'ready').length > 1 ? true : undefined));
    page.post({ kind: 'terminal.open', terminal: 't', columns: 80, rows: 24 });
    await page.query('lessonStart', { id: LESSON.id, fresh: { step: 0 } });
    const begun = await page.lesson(() => true);
    expect(begun).toMatchObject({ step: 0, checks: [{ id: 'file', met: false }], shownHints: [] });
    expect(await page.query('readFolder', { place: 'machine', path: '/root/site' })).toMatchObject({
      answer: [{ name: 'given.txt' }, { name: 'mark' }],
    });
    page.type('ehco hi');
    await page.lesson(({ shownHints }) => shownHints.length === 1);
    page.type('echo hi > note');
    expect(await page.lesson(({ step }) => step === 1)).toMatchObject({ commands: 2 });
    expect(await page.query('lessonAnswer', { question: 'q', text: '0' })).toMatchObject({
      answer: { right: false },
    });
    await page.query('lessonAnswer', { question: 'q', text: '1' });
    await page.lesson(({ checks }) => checks.map(({ met }) => met).join() === 'true,false');

    const saves = page.told.filter(({ kind }) => kind === 'saved').length;
    page.post({ kind: 'save' });
    await page.until((told) =>
      told.filter(({ kind }) => kind === 'saved').length > saves ? true : undefined,
    );
    const other = await open(new MemoryStorageCopy(storage), true);
    await other.query('lessonStart', { id: LESSON.id });
    await other.lesson(({ step }) => step === 1);
    await other.query('lessonPass', {});
    expect(await other.lesson(({ step }) => step === 2)).toMatchObject({ skipped: ['two'], checks: [] });
    await other.query('lessonLeave', {});
    other.post({ kind: 'reset', epoch: 1 });
  });

  it('gives stars for few commands once all is done, those of earlier steps counted', async () => {
    const page = await open(new MemoryStorage(), false);
    await page.query('lessonStart', { id: LESSON.id, fresh: { step: 1, commands: 1 } });
    await page.lesson(({ step }) => step === 1);
    page.type('ls');
    await page.lesson(({ checks }) => checks[1]?.met === true);
    await page.query('lessonAnswer', { question: 'q', text: '1' });
    // One is good: that of the solution.
    expect(await page.lesson(({ step }) => step === 2)).toMatchObject({ commands: 2, stars: 1 });
    page.post({ kind: 'reset', epoch: 1 });
  });

  it('begins at a later step with the steps before it solved', async () => {
    const page = await open(new MemoryStorage(), false);
    await page.query('lessonStart', { id: LESSON.id, fresh: { step: 1 } });
    await page.lesson(({ step }) => step === 1);
    expect(await page.query('readFile', { place: 'machine', path: '/root/site/note' })).toMatchObject({
      answer: { text: 'hi\n' },
    });
    // What was prepared is nothing that could be undone.
    const points = page.told
      .flatMap((message) => (message.kind === 'changes' ? message.changes : []))
      .flatMap((change) => (change.kind === 'point' && change.value ? [change.value] : []));
    expect(points.at(-1)).toMatchObject({ id: 0, label: 'The lesson begins: T' });
    expect(await page.query('lessonStart', { id: 'no/no' })).toMatchObject({
      message: 'There is no lesson no/no.',
    });
    page.post({ kind: 'reset', epoch: 1 });
  });

  it('goes on while the machine is off, and follows the one that boots again', async () => {
    const page = await open(new MemoryStorage(), false);
    await page.query('lessonStart', { id: LESSON.id });
    await page.lesson(({ checks }) => checks.length > 0);
    page.post({ kind: 'machine', machine: 'node1', action: 'off' });
    expect(await page.query('readFolder', { place: 'machine', path: '/root' })).toMatchObject({
      message: 'node1 is switched off.',
    });
    expect(await page.query('lesson', { id: LESSON.id })).toMatchObject({ answer: { title: 'T' } });
    page.post({ kind: 'machine', machine: 'node1', action: 'on' });
    await page.prompt();
    page.type('echo hi > note');
    await page.lesson(({ step }) => step === 1);
    page.post({ kind: 'reset', epoch: 1 });
  });

  it('is not begun where the power goes while it is prepared, and that is nobody’s bug', async () => {
    const page = await open(new MemoryStorage(), false);
    const started = page.query('lessonStart', { id: SLOW.id, fresh: { step: 0 } });
    // Its second machine is there: it is being prepared.
    const isThere = (change: WorldChange): boolean => change.kind === 'machine' && change.id === 'node2';
    await page.until(
      (told) =>
        told.some((message) => message.kind === 'changes' && message.changes.some(isThere)) || undefined,
    );
    page.post({ kind: 'machine', machine: 'node1', action: 'off' });
    expect(await started).toMatchObject({
      message: 'A machine lost its power while the lesson was being prepared. Begin it again.',
    });
    expect(page.told.filter(({ kind }) => kind === 'error')).toEqual([]);
    page.post({ kind: 'reset', epoch: 1 });
  });

  it('is the one that was asked for last, or none where that was left', async () => {
    const page = await open(new MemoryStorage(), false);
    const [, last] = await Promise.all([
      page.query('lessonStart', { id: LESSON.id, fresh: { step: 0 } }),
      page.query('lessonStart', { id: LESSON.id, fresh: { step: 1 } }),
    ]);
    expect(last).toMatchObject({ kind: 'answer' });
    await page.lesson(({ step }) => step === 1);
    const told = page.told.length;
    await Promise.all([page.query('lessonStart', { id: LESSON.id }), page.query('lessonLeave', {})]);
    await page.query('readFolder', { place: 'machine', path: '/root' });
    expect(page.lessons(told).at(-1)).toBeUndefined();
    expect(page.told.filter(({ kind }) => kind === 'error')).toEqual([]);
    page.post({ kind: 'reset', epoch: 1 });
  });

  it('tells what a prediction comes to, and does nothing of it', async () => {
    const page = await open(new MemoryStorage(), false);
    await page.query('lessonStart', { id: LESSON.id, fresh: { step: 0 } });
    await page.lesson(({ step }) => step === 0);
    const asked = { question: 'guess', answer: '3', terminal: 't' };
    expect(await page.query('predict', asked)).toMatchObject({
      answer: {
        right: true,
        truth: '3',
        asExpected: false,
        tried: [{ command: 'touch note; ls', exitCode: 0, output: 'given.txt\nmark\nnote\n' }],
      },
    });
    expect(await page.query('readFile', { place: 'machine', path: '/root/site/note' })).toMatchObject({ kind: 'refused' }); // prettier-ignore
    expect(await page.query('predict', { ...asked, question: 'q' })).toMatchObject({
      kind: 'refused',
      message: 'The lesson asks no such question.',
    });
    page.post({ kind: 'reset', epoch: 1 });
  });

  it('begins with as many machines as it asks for, and tells what they join with', async () => {
    const page = await open(new MemoryStorage(), false);
    await page.query('lessonStart', { id: FLEET.id, fresh: { step: 1 } });
    expect(
      await page.query('lessonCommand', { command: 'docker swarm join --token JOIN_TOKEN x' }),
    ).toMatchObject({
      answer: { command: expect.stringMatching(/^docker swarm join --token SWMTKN-1-\S+ x$/) as string },
    });
    const names = page.told.flatMap((message) =>
      message.kind === 'changes' ? message.changes.filter(({ kind }) => kind === 'machine') : [],
    );
    expect(new Set(names.map(({ id }) => id))).toEqual(new Set(['node1', 'node2', 'node3']));
    // The one that left and came again is there twice, once as ready.
    await page.lesson(({ step }) => step === 2);
    page.post({ kind: 'reset', epoch: 1 });
  });
});

it('says nothing more once it has ended, also of what it was about to look at', async () => {
  const { queue, machines } = createWorld({ host: nodeHost, seed: 1, mode: 'virtual' });
  const told: LessonRecord[] = [];
  const tell = (record: LessonRecord): void => void told.push(record);
  const options = {
    machine: machines[0],
    host: nodeHost,
    progress: undefined,
    tell,
    changed: () => undefined,
  };
  const rooms = [0, 1].map(() => new LessonRoom({ ...options, lesson: LESSON }));
  queue.start();
  for (const room of rooms) room.look();
  rooms[0]?.end();
  await queue.whenIdle();
  expect(told).toHaveLength(1);
  rooms[1]?.end();
});

it('looks again when a terminal shows something: a shell in a container may have done what is asked', async () => {
  const { queue, machines } = createWorld({ host: nodeHost, seed: 1, mode: 'virtual' });
  const [machine] = machines;
  const later: (() => void)[] = [];
  const after = (_: number, then: () => void) => (later.push(then), () => undefined);
  const told: LessonRecord[] = [];
  const room = new LessonRoom({
    machine,
    host: { after, monotonicMs: () => 0 },
    lesson: LESSON,
    progress: undefined,
    tell: (record) => told.push(record),
    changed: () => undefined,
  });
  queue.start();
  const view = hostView(machine.kernel);
  view.mkdirAll('/root/site');
  view.writeFile('/root/site/note', 'hi');
  for (const text of ['/ # ', 'echo']) room.wrote(new TextEncoder().encode(text));
  expect(later).toHaveLength(1);
  later[0]?.();
  await queue.whenIdle();
  expect(told.at(-1)).toMatchObject({ step: 1 });
  room.end();
});

/** What was stored at one moment. */
class MemoryStorageCopy extends MemoryStorage {
  constructor({ entries }: MemoryStorage) {
    super();
    for (const [key, bytes] of entries) this.entries.set(key, bytes);
  }
}
