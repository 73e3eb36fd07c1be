import type { SceneContainer, ScenePort } from './scene.ts';

/** What a container that is made anew has in place of the old one's. */
export interface Changes {
  readonly ports?: readonly ScenePort[];
  readonly networks?: readonly string[];
  readonly mounts?: SceneContainer['mounts'];
}

/** The `docker run` that makes such a container, with some things other than they were. */
export function rerun(container: SceneContainer, changes: Changes = {}): string {
  const { name, image, args, env, tty } = container;
  const { ports, networks, mounts } = { ...container, ...changes };
  const words = [
    'docker run',
    tty ? '-dit' : '-d',
    `--name ${name}`,
    ...ports.map(({ host, container: inside }) => `-p ${host === undefined ? '' : `${host}:`}${inside}`),
    ...mounts
      .filter(({ anonymous, type }) => !anonymous && type !== 'tmpfs')
      .map((mount) => `-v ${quote(`${mount.name}:${mount.destination}${mount.readOnly ? ':ro' : ''}`)}`),
    ...networks.filter((network) => network !== 'bridge').map((network) => `--network ${network}`),
    ...env.map((each) => `-e ${quote(each)}`),
    image,
    ...args.map(quote),
  ];
  return words.join(' ');
}

/** The same in place of the old one: the old one goes first. */
export const replace = (container: SceneContainer, changes: Changes = {}): string =>
  `docker rm -f ${container.name} && ${rerun(container, changes)}`;

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** A port of the machine from this one on that no container publishes. */
export function freePort(containers: readonly SceneContainer[], from: number): number {
  const taken = new Set(containers.flatMap(({ ports }) => ports.map(({ host }) => host)));
  let port = from;
  while (taken.has(port)) port += 1;
  return port;
}
