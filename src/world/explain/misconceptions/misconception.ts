import { commandsOf } from '../explain-line.ts';
import { dockerCommand, type DockerCommand } from '../docker-parts.ts';
import type { Fix, Note } from '../explained.ts';
import { lastNote, type CommandNote, type Scene, type SceneContainer } from '../scene.ts';

/** Something that is often believed and is not so. Its detector is pure: state, what was typed, what was asked for. */
export interface Misconception {
  readonly id: string;
  /** What is so, in a few words; also the name under which it is switched on and off. */
  readonly title: string;
  /** What it was noticed about, with words for the learner; undefined where nothing speaks for it. */
  detect(scene: Scene): Noticed | undefined;
}

export type Noticed = Omit<Note, 'id' | 'title'>;

export const noticed = (about: string, words: string, fixes: readonly Fix[] = []): Noticed => ({
  about,
  words,
  fixes,
});

/** The docker commands of a line. */
export function dockerCommandsOf({ line }: Pick<CommandNote, 'line'>): DockerCommand[] {
  return commandsOf(line).flatMap((words) => dockerCommand(words) ?? []);
}

/** The docker command at hand, if it is one of these; it is the last one of the line. */
export function justRan(scene: Scene, ...paths: readonly string[]): DockerCommand | undefined {
  const note = lastNote(scene);
  const command = note && dockerCommandsOf(note).at(-1);
  return command && paths.includes(command.path) ? command : undefined;
}

/** Containers that the command at hand made. */
export function justMade(scene: Scene): SceneContainer[] {
  const since = lastNote(scene)?.startedMs ?? Infinity;
  return scene.containers.filter(({ createdMs }) => createdMs >= since);
}

export interface FailedRequest {
  readonly port: number;
  /** Nothing listened, or a connection was made and dropped. */
  readonly how: 'refused' | 'reset';
}

const CURL = new Map<number, FailedRequest['how']>([
  [7, 'refused'],
  [52, 'reset'],
  [56, 'reset'],
]);

/** The request to a port of this machine that just failed: in the browser panel, or of `curl`. */
export function failedRequest(scene: Scene): FailedRequest | undefined {
  const note = lastNote(scene);
  const request = scene.requests.at(-1);
  if (request && request.atMs >= (note?.endedMs ?? note?.startedMs ?? 0)) {
    const { outcome, port } = request;
    return outcome === 'refused' || outcome === 'reset' ? { port, how: outcome } : undefined;
  }
  const how = CURL.get(note?.status ?? 0);
  const words = how && commandsOf(note?.line ?? '').at(-1);
  if (!how || words?.[0]?.value !== 'curl') return undefined;
  for (const { value } of words.slice(1)) {
    const [, port] =
      /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::(\d+))?(?:\/.*)?$/.exec(value) ?? [];
    if (/localhost|127\.0|0\.0\.0\.0/.test(value) && !value.startsWith('-'))
      return { port: Number(port ?? 80), how };
  }
  return undefined;
}

export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

/** Ports on which a container can be reached from outside of it. */
export function openPorts(scene: Scene, container: SceneContainer): number[] {
  return [
    ...new Set(
      scene.listeners(container.id).flatMap(({ address, port }) => (isLoopback(address) ? [] : [port])),
    ),
  ];
}

export const isRunning = ({ status }: SceneContainer): boolean => status === 'running';

/** `1, 2 and 3` */
export function list(items: readonly (string | number)[]): string {
  const words = items.map(String);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
