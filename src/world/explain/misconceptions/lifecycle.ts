import { rerun } from '../rerun.ts';
import { lastNote, type SceneContainer } from '../scene.ts';
import { dockerCommandsOf, justMade, justRan, noticed, type Misconception } from './misconception.ts';

/** A container that ended so soon after its start did not have anything to stay for. */
const AT_ONCE_MS = 3000;
const RECENT_COMMANDS = 6;

const isShell = ({ command }: SceneContainer): boolean =>
  command.length === 1 && /^(?:\/bin\/)?(?:ba|a|da)?sh$/.test(command[0] ?? '');

/** `sh -c "…"`, as a shell form of CMD is run. */
const runsByShell = ({ command: [program = '', flag] }: SceneContainer): boolean =>
  /^(?:\/bin\/)?(?:ba|a|da)?sh$/.test(program) && flag === '-c';

export const LIFECYCLE_MISCONCEPTIONS: readonly Misconception[] = [
  {
    id: 'ends-with-its-command',
    title: 'A container lives as long as its command',
    detect(scene) {
      const recent = scene.history.slice(-RECENT_COMMANDS);
      const since = recent[0]?.startedMs ?? Infinity;
      const detached = recent.some((note) =>
        dockerCommandsOf(note).some(({ path, flags }) => path === 'container run' && flags.has('detach')),
      );
      const looked = justRan(
        scene,
        'container run',
        'container ls',
        'container exec',
        'container logs',
        'container inspect',
        'container stop',
      );
      const ended = scene.containers.find(
        ({ status, exitCode, createdMs, startedMs, finishedMs, labels }) =>
          status === 'exited' &&
          exitCode === 0 &&
          createdMs >= since &&
          finishedMs - startedMs < AT_ONCE_MS &&
          labels['com.docker.compose.project'] === undefined,
      );
      if (!detached || !looked || !ended) return undefined;
      const isEmpty = isShell(ended) && !ended.tty;
      return noticed(
        ended.id,
        isEmpty
          ? `${ended.name} has ended: its command is a shell, and a shell without a terminal and without input has nothing to do. -d needs a command that stays, such as a server; -it gives a shell a terminal.`
          : `${ended.name} has ended, and nothing is wrong: its command had done its work. A container runs as long as its main process does; one that sends itself to the background ends it, too.`,
        [
          { command: `docker logs ${ended.name}`, words: 'See what it wrote' },
          ...(isEmpty
            ? [{ command: `docker run -it --rm ${ended.image}`, words: 'Run a shell with a terminal' }]
            : []),
        ],
      );
    },
  },
  {
    id: 'ps-lists-running-only',
    title: 'docker ps lists running containers only',
    detect(scene) {
      const command = justRan(scene, 'container ls');
      if (!command || ['all', 'latest', 'last', 'filter'].some((flag) => command.flags.has(flag)))
        return undefined;
      if (scene.containers.some(({ status }) => status === 'running' || status === 'paused'))
        return undefined;
      const since = scene.history.slice(-RECENT_COMMANDS)[0]?.startedMs ?? Infinity;
      const stopped = scene.containers.filter(
        ({ createdMs, finishedMs }) => Math.max(createdMs, finishedMs) >= since,
      );
      if (stopped.length === 0) return undefined;
      return noticed(
        stopped.map(({ id }) => id).join(),
        `Nothing is running, but ${stopped.length === 1 ? `${stopped[0]?.name ?? 'a container'} is` : `${stopped.length} containers are`} still there, stopped. -a shows those too.`,
        [{ command: 'docker ps -a', words: 'See all containers' }],
      );
    },
  },
  {
    id: 'failed-run-leaves-a-container',
    title: 'A run that fails can leave a container behind',
    detect(scene) {
      // While it runs it has no status: its container may be about to start.
      if (!justRan(scene, 'container run') || !lastNote(scene)?.status) return undefined;
      const made = justMade(scene).find(({ status }) => status === 'created');
      if (!made) return undefined;
      return noticed(
        made.id,
        `docker run first makes the container, then starts it. Starting failed, so ${made.name} is there in the state Created${/^[a-z]+_[a-z]+$/.test(made.name) ? ', under a name that docker made up' : ' and has the name'}.`,
        [{ command: `docker rm ${made.name}`, words: `Remove ${made.name}` }],
      );
    },
  },
  {
    id: 'stop-waits-for-the-program',
    title: 'docker stop waits ten seconds for a program that does not listen',
    detect(scene) {
      const note = lastNote(scene);
      const command = justRan(scene, 'container stop', 'container restart');
      const [name = ''] = command?.args ?? [];
      if (
        !command ||
        note?.endedMs === undefined ||
        note.endedMs - note.startedMs < 9500 ||
        ['time', 'timeout'].some((flag) => command.flags.has(flag))
      )
        return undefined;
      const container = scene.containers.find((each) => each.name === name || each.id.startsWith(name));
      if (!container || (command.path === 'container stop' && container.exitCode !== 137)) return undefined;
      return noticed(
        container.id,
        runsByShell(container)
          ? `The main process of ${name} is a shell, which does not pass the signal TERM on to the program. Write CMD as a list, ["program", "argument"]: then the program itself is the main process.`
          : `The main process of ${name} did not react to the signal TERM, so it was killed after ten seconds. As process 1 a program must handle it itself; --init puts a small process before it that does.`,
        [
          { command: `docker stop -t 1 ${name}`, words: 'Wait only one second the next time', isDraft: true },
          ...(runsByShell(container)
            ? []
            : [
                {
                  command: `docker rm -f ${name} && ${rerun(container).replace('docker run ', 'docker run --init ')}`,
                  words: 'Make it again with --init',
                  isDraft: true,
                },
              ]),
        ],
      );
    },
  },
];
