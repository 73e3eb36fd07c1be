import { describe, expect, it } from 'vitest';
import type { Probe } from '../api/probe.ts';
import { Judge, judge, topicsOf } from './judge.ts';
import { isImage } from './checks/container.ts';
import { judgeAmount } from './checks/verdict.ts';
import { advance, judgeStep, LESSON_BEGIN, passOver } from './lesson-run.ts';
import { dueHints } from './hints.ts';
import { sentence } from './describe-check.ts';
import type { CheckBody } from './check-schema.ts';
import type { Lesson } from './lesson.ts';

const request = { method: 'GET', port: 8080, target: '/a?b', direct: false, status: 404, body: 'none' };
const build = {
  tags: ['docker.io/library/app:latest'],
  instructions: [
    { text: 'COPY package.json ./', cached: true },
    { text: 'RUN npm install', cached: true },
    { text: 'COPY . .', cached: false },
  ],
};

function probe(parts: Partial<Probe> = {}): Probe {
  const files: Record<string, string> = { '/root/site/a': 'hello' };
  return {
    engine: {} as Probe['engine'],
    readFile: (_, path) => Promise.resolve(files[path]),
    network: { resolve: () => [], reaches: () => false },
    requests: [request],
    builds: [build],
    commands: ['docker ps -a'],
    answers: new Map([['q', true]]),
    version: () => 0,
    ...parts,
  };
}

describe('judge', () => {
  it.each<[CheckBody, boolean]>([
    [{ file: { path: '/root/site/a', contains: 'ell' } }, true],
    [{ file: { path: '/root/site/a', equals: 'hell' } }, false],
    [{ file: { path: '/root/site/b' } }, false],
    [{ file: { path: '/root/site/b', exists: false } }, true],
    [{ http: { port: 8080 } }, true],
    [{ http: { port: 8080, path: '/a', status: 404, bodyContains: 'on' } }, true],
    [{ http: { port: 8080, status: 200 } }, false],
    [{ http: { port: 80 } }, false],
    [{ build: { tag: 'app', cachedAtLeast: 2 } }, true],
    [{ build: { tag: 'app', cachedAtMost: 1 } }, false],
    [{ build: { tag: 'other' } }, false],
    [{ build: { failed: true } }, false],
    [{ build: { cachedSteps: 'npm install', freshSteps: ['COPY . .'] } }, true],
    [{ build: { cachedSteps: 'COPY' } }, false],
    [{ build: { freshSteps: 'npm install' } }, false],
    [{ build: { freshSteps: 'COPY' } }, true],
    [{ build: { cachedSteps: 'RUN apk' } }, false],
    [{ history: { ran: '^docker ps' } }, true],
    [{ quiz: 'q' }, true],
    [{ answer: 'r' }, false],
    [{ not: { quiz: 'q' } }, false],
    [{ any: [{ quiz: 'r' }, { quiz: 'q' }] }, true],
  ])('%j: %s', async (check, met) => {
    expect((await judge(check, probe())).met).toBe(met);
  });

  it('takes what was asked of a container itself for no answer of a published port', async () => {
    const past = probe({ requests: [{ ...request, direct: true }] });
    expect((await judge({ http: { port: 8080 } }, past)).met).toBe(false);
  });

  it.each<[CheckBody, boolean]>([
    [{ dns: { from: 'web', name: 'db' } }, true],
    [{ dns: { from: 'web', name: 'db', addresses: 2 } }, true],
    [{ dns: { from: 'web', name: 'db', addresses: 1 } }, false],
    [{ dns: { from: 'web', name: 'nobody', resolves: false } }, true],
    [{ dns: { from: 'gone', name: 'db', resolves: false } }, false],
    [{ reachable: { from: 'web', to: 'db' } }, true],
    [{ reachable: { from: 'web', to: 'db', port: 5432 } }, true],
    [{ reachable: { from: 'web', to: 'db', port: 80 } }, false],
    [{ reachable: { from: 'web', to: 'db', port: 80, expect: false } }, true],
    [{ reachable: { from: 'gone', to: 'db', expect: false } }, false],
  ])('%j of a network: %s', async (check, met) => {
    const network: Probe['network'] = {
      resolve: (from, name) => (from === 'web' ? (name === 'db' ? ['10.0.0.2', '10.0.0.3'] : []) : undefined),
      reaches: (from, to, port) => (from === 'web' ? to === 'db' && (port ?? 5432) === 5432 : undefined),
    };
    expect((await judge(check, probe({ network }))).met).toBe(met);
  });

  it('looks again only when something it names changed', async () => {
    let looks = 0;
    const versions = { files: 0, requests: 0 };
    const watched = probe({
      readFile: () => Promise.resolve(String((looks += 1))),
      version: (topic) => versions[topic as 'files'] ?? 0,
    });
    const judging = new Judge();
    const check = { file: { path: '/x' } };
    await judging.judge(check, watched);
    versions.requests = 1;
    await judging.judge(check, watched);
    expect(looks).toBe(1);
    versions.files = 1;
    await judging.judge(check, watched);
    expect(looks).toBe(2);
    expect(topicsOf({ any: [{ not: { http: { port: 1 } } }, { quiz: 'q' }] })).toEqual([
      'requests',
      'answers',
    ]);
  });

  it('takes a repository for any of its tags, and a tag for itself alone', () => {
    const cases = [
      ['nginx:alpine', 'nginx', true],
      ['nginx', 'nginx:latest', true],
      ['docker.io/library/nginx:alpine', 'nginx:alpine', true],
      ['nginx:alpine', 'nginx:1.27', false],
      ['localhost:5000/app', 'localhost:5000/app', true],
      ['nginx', 'ngin', false],
    ] as const;
    for (const [is, wanted, same] of cases)
      expect([is, wanted, isImage(is, wanted)]).toEqual([is, wanted, same]);
  });
});

describe('the run of a lesson', () => {
  const check = (id: string, body: CheckBody, needs?: string[]) => ({
    id,
    ...body,
    ...(needs ? { needs } : {}),
  });
  const step = {
    id: 's',
    title: 'S',
    pieces: [],
    solution: '',
    checks: [check('made', { quiz: 'a' }), check('gone', { not: { quiz: 'a' } }, ['made'])],
  };
  const lesson = { steps: [step, { ...step, id: 't', checks: [] }] } as unknown as Lesson;

  it('does not look at what needs another check first, and keeps that one once it was met', async () => {
    const answers = new Map<string, boolean>();
    const world = probe({ answers });
    const look = async (met: readonly string[]) => {
      const states = await judgeStep(step, met, world, new Judge());
      return [states.filter((state) => state.met).map(({ id }) => id), states] as const;
    };
    expect((await look([]))[0]).toEqual([]);
    answers.set('a', true);
    const [met, states] = await look([]);
    expect(met).toEqual(['made']);
    const on = advance(lesson, LESSON_BEGIN, states);
    expect(on).toEqual({ step: 0, met: ['made'], skipped: [], commands: 0 });
    answers.delete('a');
    const [both, then] = await look(on.met);
    expect(both).toEqual(['made', 'gone']);
    expect(advance(lesson, on, then, 3)).toEqual({ step: 1, met: [], skipped: [], commands: 3 });
  });

  it('passes over a step; one without checks is read, not skipped', () => {
    const second = passOver(lesson, LESSON_BEGIN);
    expect(second).toEqual({ step: 1, met: [], skipped: ['s'], commands: 0 });
    expect(passOver(lesson, second, 2)).toEqual({ step: 2, met: [], skipped: ['s'], commands: 2 });
    expect(passOver(lesson, { step: 2, met: [], skipped: [] })).toEqual({ step: 2, met: [], skipped: [] });
  });
});

it('hints show themselves after a time, an error, or tries without success', () => {
  const hints = [
    { text: 'manual' },
    { text: 'late', afterSeconds: 60 },
    { text: 'error', onError: '^Error: no .* there$' },
    { text: 'fail', onFail: 'c' },
  ];
  const step = { seconds: 1, commands: 0, output: '', unmet: ['c'] };
  expect(dueHints(hints, step)).toEqual([]);
  expect(dueHints(hints, { ...step, seconds: 60 })).toEqual([1]);
  expect(dueHints(hints, { ...step, output: 'x\nError: no one there\n$ ' })).toEqual([2]);
  expect(dueHints(hints, { ...step, commands: 2 })).toEqual([3]);
  expect(dueHints(hints, { ...step, commands: 2, unmet: [] })).toEqual([]);
});

it.each<[CheckBody, string]>([
  [
    { container: { name: 'web', status: 'running', published: '80/tcp' } },
    'The container `web` is running and publishes its port 80/tcp',
  ],
  [{ container: { image: 'alpine', exitCode: 0 } }, 'A container of `alpine` has ended with status 0'],
  [{ container: { image: 'alpine', count: 2, status: 'running' } }, '2 containers of `alpine` are running'],
  [
    { container: { image: 'alpine', atLeast: 2, status: 'exited' } },
    'At least 2 containers of `alpine` have ended',
  ],
  [{ container: { count: 0 } }, 'No container exists'],
  [{ image: { ref: 'app', cmd: 'python app.py' } }, 'The image `app` has the CMD `python app.py`'],
  [{ not: { image: { ref: 'app' } } }, 'Not any more: the image `app` exists'],
  [
    { file: { path: '/a', in: 'container:web', contains: 'x' } },
    'The file `/a` in the container `web` contains `x`',
  ],
  [{ http: { port: 8080, bodyContains: 'Hi' } }, 'You asked `localhost:8080` and got a page with `Hi`'],
  [{ build: { tag: 'app', cachedAtLeast: 2 } }, 'You built `app` with at least 2 steps from the cache'],
  [
    { build: { cachedSteps: 'RUN a', freshSteps: ['COPY b', 'RUN c'] } },
    'You built an image with `RUN a` from the cache and `COPY b` and `RUN c` carried out',
  ],
  [{ reachable: { from: 'machine', to: 'web', port: 80 } }, 'The machine reaches `web` on port 80'],
  [{ dns: { from: 'a', name: 'b', addresses: 2 } }, '`a` finds the name `b`, with 2 addresses'],
  [
    { container: { name: 'a', hostPort: 80, hostIp: '127.0.0.1' } },
    'The container `a` is published on port 80 at 127.0.0.1 alone',
  ],
  [{ image: { ref: 'a:2', smallerThan: 'a:1' } }, 'The image `a:2` is smaller than `a:1`'],
  [{ answer: 'a' }, 'The right answer to the question is written'],
  [{ not: { quiz: 'a' } }, 'Not any more: the right answer to the question is chosen'],
  [{ volume: { name: 'data' } }, 'The volume `data` exists'],
  [{ network: { name: 'n', members: ['a', 'b'] } }, 'The network `n` has `a` and `b` in it'],
  [
    { any: [{ quiz: 'a' }, { history: { ran: 'x' } }] },
    'The right answer to the question is chosen, or you ran the command that the text asks for',
  ],
])('%j in words', (check, words) => {
  expect(sentence(check)).toBe(words);
});

it('counts exactly, or at least', () => {
  const three = [undefined, undefined, undefined];
  expect(judgeAmount({ atLeast: 2 }, three, 3)).toEqual({ met: true });
  expect(judgeAmount({ atLeast: 4 }, three, 3)).toEqual({ met: false, now: 'there are 3' });
  expect(judgeAmount({ count: 2 }, [undefined], 1)).toEqual({ met: false, now: 'there is 1' });
  expect(judgeAmount({ exact: true }, [undefined], 2)).toEqual({ met: false, now: 'there is 1 more' });
});
