import { tableOf } from '../../lib/table.ts';
import type { GivenFlag } from './read-flags.ts';
import {
  environmentWords,
  imageWords,
  mountWords,
  networkWords,
  publishWords,
  restartWords,
  volumeWords,
} from './value-words.ts';

/** What a flag with this value asks for, by the flag's long name. */
const VALUES: Readonly<Record<string, (value: string) => string>> = tableOf({
  publish: publishWords,
  volume: volumeWords,
  mount: mountWords,
  env: environmentWords,
  network: networkWords,
  net: networkWords,
  restart: restartWords,
  name: (value) => `its name is ${value}`,
  hostname: (value) => `inside, the machine calls itself ${value}`,
  tag: (value) => `the result is called ${value.includes(':') ? value : `${value}:latest`}`,
  file: (value) => `the file to read is ${value}`,
  target: (value) => `it ends after the stage ${value}`,
  'build-arg': (value) => `the build argument ${value.replace('=', ' is ')}, for ARG in the Dockerfile`,
  'env-file': (value) => `environment variables come from the file ${value}`,
  user: (value) => `it runs as the user ${value}`,
  workdir: (value) => `it starts in the folder ${value}`,
  entrypoint: (value) => `${value || 'nothing'} runs in place of the image’s ENTRYPOINT`,
  memory: (value) => `it may use ${value} of memory; a process that wants more is killed`,
  cpus: (value) => `it may use ${value} CPUs`,
  platform: (value) => `the image is the one for ${value}`,
  label: (value) => `the label ${value}, by which it can be found`,
  'network-alias': (value) => `in its network it is found as ${value} too`,
  alias: (value) => `in the network it is found as ${value} too`,
  'volumes-from': (value) => `it has the volumes of the container ${value}`,
  link: (value) =>
    `it finds the container ${value.split(':')[0] ?? value} by name (an old way: networks do it today)`,
  filter: (value) => `only what fits ${value}`,
  format: (value) => `it prints ${value === 'json' ? 'JSON' : `only this: ${value}`}`,
  tail: (value) => `only the last ${value} lines`,
  since: (value) => `only from ${value} on`,
  timeout: (value) => `it has ${value} seconds to end by itself, then it is killed`,
  time: (value) => `it has ${value} seconds to end by itself, then it is killed`,
  signal: (value) => `the signal is ${value}`,
  replicas: (value) => `${value} containers of it shall run`,
  scale: (value) => `${value.replace('=', ' shall have ')} containers`,
  image: (value) => `it runs ${imageWords(value)}`,
  driver: (value) => `the driver is ${value}`,
  subnet: (value) => `its addresses are those of ${value}`,
  'project-name': (value) =>
    `the project is called ${value}: its containers, networks and volumes begin with that`,
  profile: (value) => `services of the profile ${value} take part`,
  message: (value) => `the note in its history: ${value}`,
  change: (value) => `the image also has ${value}`,
  'add-host': (value) => `the line ${value.replace(/[:=]/, ' is ')} in /etc/hosts`,
  tmpfs: (value) => `${value.split(':')[0] ?? value} is kept in memory, and gone when it stops`,
});

/** Switches whose meaning a few words more make clear, by `command name` or name. */
const SWITCHES: Readonly<Record<string, string>> = tableOf({
  'run detach': 'it runs in the background; the prompt comes back at once',
  'up detach': 'the containers run in the background; the prompt comes back when they are started',
  'exec detach': 'it runs in the background',
  interactive: 'what you type goes to the program (STDIN stays open)',
  tty: 'the program has a terminal, as a shell needs',
  rm: 'the container is removed when it ends, and its unnamed volumes with it',
  'publish-all': 'each port that the image exposes gets some free port of the machine',
  'rm force': 'a running one is killed first',
  'rm volumes': 'its unnamed volumes are removed too',
  'down volumes': 'named volumes are removed too, and their data with them',
  'ls all': 'stopped ones too',
  'ps all': 'stopped ones too',
  'images all': 'also images that only others are built on',
  'ls quiet': 'only the IDs',
  'ps quiet': 'only the IDs',
  'prune all': 'also what has a name but is not used',
  follow: 'it goes on with what comes; Ctrl+C ends that',
  'up build': 'images are built again first',
  'build no-cache': 'every step runs again',
  'build pull': 'the registry is asked for newer base images',
  privileged: 'it may do nearly all that the machine itself may',
  'read-only': 'its files can’t be changed; volumes still can',
  init: 'a small first process passes signals on and clears up after others',
});

/** What a flag does, with its value. */
export function flagWords(command: string, { flag, value }: GivenFlag): string {
  if (flag.type === 'bool') {
    const words = SWITCHES[`${command} ${flag.name}`] ?? SWITCHES[flag.name] ?? flag.help;
    return value === 'false' ? `switched off: ${words}` : words;
  }
  if (value === undefined) return `${flag.help}; its value is missing`;
  // `docker logs --format` and the like differ: words for values are for the flags that mean the same everywhere.
  return VALUES[flag.name]?.(value) ?? `${flag.help}: ${value}`;
}
