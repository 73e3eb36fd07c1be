import type { CommandNote, Scene, SceneContainer } from '../scene.ts';

/** Scenes for tests: a machine on which nothing happened, and changes to it. */
export function createScene(changes: Partial<Scene> = {}): Scene {
  return {
    nowMs: 100_000,
    history: [],
    requests: [],
    containers: [],
    images: [],
    builds: [],
    volumes: [],
    removed: [],
    listeners: () => [],
    written: () => [],
    imageEntries: () => 0,
    logTail: () => '',
    isEmptyFolder: () => false,
    newerFile: () => undefined,
    ...changes,
  };
}

/** A command that has just ended well, unless it is told otherwise: it began at 90 000. */
export function ran(line: string, changes: Partial<CommandNote> = {}): CommandNote {
  return {
    number: 1,
    terminal: 'terminal-1',
    machine: 'node1',
    line,
    cwd: '/root/site',
    status: 0,
    output: '',
    startedMs: 90_000,
    endedMs: 91_000,
    ...changes,
  };
}

/** A running container called web, made by the command at hand. */
export function container(changes: Partial<SceneContainer> = {}): SceneContainer {
  return {
    id: 'a1b2c3d4e5f6',
    name: 'web',
    image: 'nginx',
    imageId: 'sha256:1',
    status: 'running',
    exitCode: 0,
    oomKilled: false,
    createdMs: 90_100,
    startedMs: 90_200,
    finishedMs: 0,
    command: ['nginx', '-g', 'daemon off;'],
    args: [],
    tty: false,
    ports: [],
    exposed: [],
    networks: ['bridge'],
    mounts: [],
    env: [],
    labels: {},
    ...changes,
  };
}
