/** A canned world for developing the page and testing its parts: `npm run dev`, then `?fake`. Nothing of it is in a build. */
import type { WorldPort } from '../../state/world-port.ts';
import type { WorldChange } from '../../world/mirror.ts';
import type { FromWorld, ToWorld } from '../../world/protocol.ts';
import type { Queries, QueryName } from '../../world/queries/queries.ts';
import { fakeExplain, FAKE_NOTE } from './fake-explain.ts';
import { createFakeFiles } from './fake-files.ts';
import { FAKE_LESSON } from './fake-lesson.ts';
import { BUILD, container, HELLO, NGINX, REPORT, SITE } from './fake-records.ts';

const PROMPT = '\x1b[1;32mroot@node1\x1b[0m:\x1b[1;34m~/site\x1b[0m# ';
export function createFakePort(): WorldPort {
  let emit: (message: FromWorld) => void = () => undefined;
  let alive: ReturnType<typeof setInterval> | undefined;
  const lines = new Map<string, string>();
  const change = (...changes: WorldChange[]): void => emit({ kind: 'changes', changes });
  let revision = 0;
  const files = createFakeFiles((path, present) =>
    change({
      kind: 'file',
      id: path,
      ...(present ? { value: { path, type: 'file', revision: (revision += 1) } } : {}),
    }),
  );
  let published = false;
  const ran: string[] = [];

  const print = (terminal: string, text: string): void =>
    emit({
      kind: 'terminal.output',
      terminal,
      data: new TextEncoder().encode(text.replaceAll('\n', '\r\n')),
    });
  const prompt = (terminal: string, atPrompt: boolean): void =>
    change({
      kind: 'terminal',
      id: terminal,
      value: { id: terminal, machine: 'node1', title: 'bash', cwd: '/root/site', atPrompt },
    });
  let lessonStep = 0;
  const lessonRecord = (met: readonly string[]): WorldChange => ({
    kind: 'lesson',
    id: 'lesson',
    value: {
      lesson: '01-first/01-run',
      step: lessonStep,
      skipped: [],
      checks: ['pulled', 'published'].map((id) => ({
        id,
        text: `Do \`${id}\``,
        met: met.includes(id),
        hint: `Type \`${id}\``,
      })),
      shownHints: [],
      answers: [],
    },
  });

  function run(command: string): string {
    if (command.startsWith('docker build')) {
      change(
        { kind: 'image', id: NGINX.id, value: NGINX },
        { kind: 'image', id: SITE.id, value: SITE },
        { kind: 'build', id: BUILD.id, value: BUILD },
      );
      return '[+] Building 2.1s (7/7) FINISHED\n => naming to docker.io/library/friendlyhello\n';
    }
    if (command.startsWith('docker run -d')) {
      published = true;
      change(
        { kind: 'container', id: 'web', value: container('web', SITE, 'running') },
        lessonRecord(['pulled', 'published']),
      );
      return 'web0123456789abcdef\n';
    }
    if (command === 'docker run hello-world') {
      change(
        { kind: 'image', id: HELLO.id, value: HELLO },
        { kind: 'container', id: 'h', value: container('eager_boat', HELLO, 'exited') },
      );
      return '\nHello from Docker!\n';
    }
    if (command === 'fail')
      emit({ kind: 'error', error: { message: 'a test of the dialog', report: 'the report' } });
    if (command === 'hang') clearInterval(alive);
    return command ? `bash: ${command.split(' ')[0]}: command not found\n` : '';
  }

  function type(terminal: string, data: Uint8Array): void {
    for (const key of new TextDecoder().decode(data)) {
      const line = lines.get(terminal) ?? '';
      if (key === '\r') {
        print(terminal, `\n${run(line)}${PROMPT}`);
        ran.push(line);
        change({ kind: 'activity', id: 'activity', value: { count: ran.length } });
        lines.set(terminal, '');
      } else if (key === '\x15') lines.set(terminal, '');
      else if (key >= ' ') {
        lines.set(terminal, line + key);
        print(terminal, key);
      }
    }
  }

  const answers: {
    [Q in QueryName]: (parameters: Queries[Q]['parameters']) => Queries[Q]['answer'] | Error;
  } = {
    readFolder: ({ path }) => files.list(path),
    readFile: ({ path }) => {
      const text = files.read(path);
      return text === undefined ? new Error(`${path}: no such file`) : { text, sizeBytes: text.length };
    },
    writeFile: ({ path, text }) => {
      files.write(path, text);
      return { sizeBytes: text.length };
    },
    deleteFile: ({ path }) => {
      files.remove(path);
      return {};
    },
    renameFile: ({ from, to }) => {
      files.rename(from, to);
      return {};
    },
    createFolder: () => ({}),
    diagnostics: ({ text }) =>
      text.split('\n').flatMap((line, index) =>
        line.startsWith('COPPY')
          ? [
              {
                startLine: index + 1,
                startColumn: 1,
                endLine: index + 1,
                endColumn: line.length + 1,
                severity: 'error' as const,
                message: 'unknown instruction: COPPY (did you mean COPY?)',
              },
            ]
          : [],
      ),
    complete: ({ column }) => ({ startColumn: column, items: [] }),
    composeHover: () => ({}),
    outline: () => ({ stages: [], instructions: [] }),
    instructionWords: () => ({}),
    formatDockerfile: ({ text }) => ({ text }),
    contextReport: () => ({
      count: 1,
      sizeBytes: 600,
      sent: [{ path: 'index.html', sizeBytes: 600 }],
      ignoredCount: 0,
      ignoredBytes: 0,
      ignored: [],
    }),
    httpRequest: ({ host, target }) =>
      published && host === 'localhost:4000'
        ? files.respond(target)
        : {
            tookMs: 0,
            failed: 'refused',
            message: `Nothing listens on ${host} of this machine. Is a container publishing it (-p …)?`,
          },
    lesson: () => FAKE_LESSON,
    lessonStart: ({ fresh }) => {
      lessonStep = fresh?.step ?? 0;
      change(lessonRecord(published ? ['pulled', 'published'] : ['pulled']));
      return {};
    },
    lessonPass: () => {
      lessonStep += 1;
      change(lessonRecord([]));
      return {};
    },
    lessonAnswer: ({ text }) => ({ right: text === '0' }),
    lessonCommand: ({ command }) => ({ command }),
    predict: ({ answer }) => ({ right: answer === '1', truth: '1', asExpected: true, tried: [] }),
    lessonLeave: () => {
      change({ kind: 'lesson', id: 'lesson' });
      return {};
    },
    save: () => ({ saved: true }),
    exportWorld: () => ({ body: new Uint8Array(0) }),
    project: () => ({ files: [], journal: [], machines: 1 }),
    putFiles: ({ files: put }) => ({ written: put.length }),
    presentPaths: () => ({ paths: [] }),
    fileBytes: ({ path }) => ({ bytes: new TextEncoder().encode(files.read(path) ?? '') }),
    travelPlan: () => new Error('There is nothing to undo.'),
    namePoint: () => ({}),
    explain: ({ terminal, off }) => fakeExplain(ran, terminal, off),
    misconceptions: () => [{ id: FAKE_NOTE.id, title: FAKE_NOTE.title }],
    details: ({ name }) => ({
      groups: [
        {
          title: 'Overview',
          facts: [
            { label: 'State', value: 'running', command: `docker inspect -f '{{.State.Status}}' ${name}` },
          ],
        },
      ],
      json: { text: '{}', command: `docker inspect ${name}` },
    }),
    containerLogs: () => ({ text: 'started\n' }),
    related: ({ name }) => ({ things: [], command: `docker inspect ${name}` }),
    imageBuild: () => ({}),
    containerStats: () => ({
      cpu: '1.50%',
      memory: '3MiB / 8GiB',
      memoryPercent: '0.04%',
      network: '0B / 0B',
      processes: '1',
    }),
    inspect: () => ({ json: '{}' }),
    build: () => REPORT,
    layers: () => ({ layers: [], wastedBytes: 0, efficiency: 1, mounts: [] }),
    pathPlaces: ({ path }) => ({ path, places: [] }),
  };

  function open(terminal: string): void {
    print(terminal, `Welcome to the machine. This is http://localhost:4000\n${PROMPT}`);
    prompt(terminal, true);
  }

  function begin(epoch: number): void {
    emit({ kind: 'ready', epoch, restored: false, seed: 1 });
    change(
      ...files
        .paths()
        .map((path): WorldChange => ({ kind: 'file', id: path, value: { path, type: 'file', revision: 0 } })),
      {
        kind: 'network',
        id: 'bridge',
        value: { machine: 'node1', id: 'bridge', name: 'bridge', driver: 'bridge', subnet: '172.17.0.0/16' },
      },
      { kind: 'volume', id: 'data', value: { machine: 'node1', name: 'data', driver: 'local' } },
    );
    alive = setInterval(() => emit({ kind: 'alive' }), 300);
  }

  function receive(message: ToWorld): void {
    if (message.kind === 'start' || message.kind === 'reset') begin(message.epoch);
    else if (message.kind === 'terminal.open') open(message.terminal);
    else if (message.kind === 'terminal.input') type(message.terminal, message.data);
    else if (message.kind === 'query') {
      const { id, query, parameters } = message;
      const answer = answers[query](parameters as never);
      if (answer instanceof Error) emit({ kind: 'refused', id, message: answer.message });
      else emit({ kind: 'answer', id, query, answer } as FromWorld);
    }
  }

  return {
    post: (message) => void setTimeout(() => receive(message), 0),
    listen: (onMessage) => {
      emit = onMessage;
    },
    end: () => {
      clearInterval(alive);
      emit = () => undefined;
    },
  };
}
