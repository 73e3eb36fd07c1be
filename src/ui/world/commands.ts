import type { ContainerRecord, ImageRecord } from '../../world/mirror.ts';
import { shortId } from './layer-view.ts';

/** A button of the world panel: what it says and the command it types. */
export interface TypedCommand {
  readonly label: string;
  readonly command: string;
}

/** What one would do next with a container in this state, most likely first. */
export function containerCommands({ name, state }: ContainerRecord): TypedCommand[] {
  const logs = { label: 'logs', command: `docker logs ${name}` };
  const inspect = { label: 'inspect', command: `docker inspect ${name}` };
  const start = { label: 'start', command: `docker start ${name}` };
  const remove = { label: 'rm', command: `docker rm ${name}` };
  switch (state) {
    case 'running':
    case 'restarting':
      return [
        { label: 'stop', command: `docker stop ${name}` },
        logs,
        { label: 'exec sh', command: `docker exec -it ${name} sh` },
        inspect,
        { label: 'rm -f', command: `docker rm -f ${name}` },
      ];
    case 'paused':
      return [{ label: 'unpause', command: `docker unpause ${name}` }, logs, inspect];
    case 'created':
      return [start, inspect, remove];
    case 'exited':
      return [start, logs, inspect, remove];
    case 'removing':
    case 'dead':
      return [inspect, remove];
  }
}

export function imageCommands({ tags, id }: ImageRecord): TypedCommand[] {
  const name = tags[0] ?? shortId(id);
  return [
    { label: 'history', command: `docker history ${name}` },
    { label: 'inspect', command: `docker image inspect ${name}` },
    { label: 'rmi', command: `docker rmi ${name}` },
  ];
}
