import type { PartKind } from './explained.ts';
import { imageWords } from './value-words.ts';

/** An argument by its place in the usage line. */
export interface ArgumentWords {
  readonly kind: PartKind;
  readonly words: string;
}

/** The word of the usage line for the argument at that place; the last one may repeat. Choices in brackets and `A | B` are one place. */
export function placeName(use: string, position: number): string {
  const names = (use.split('\n')[0] ?? '')
    .replace(/\[OPTIONS\]\s*/g, '')
    .replace(/ \| /g, '|')
    .split(' ')
    .filter((word) => word !== '');
  return names[position] ?? (names.at(-1)?.includes('...') ? (names.at(-1) ?? '') : '');
}

type Row = readonly [pattern: RegExp, kind: PartKind, words: (value: string) => string];

/** By what the usage line calls it; the first that fits. */
const PLACES: readonly Row[] = [
  [/CONTAINER:SRC|SRC_PATH|SERVICE:SRC/, 'argument', (value) => fromWords(value)],
  [/DEST_PATH/, 'argument', (value) => `to ${pathWords(value)}`],
  [/SOURCE_IMAGE/, 'image', (value) => `${imageWords(value)}, which is there`],
  [
    /TARGET_IMAGE/,
    'image',
    (value) => `its further name: ${value.includes(':') ? value : `${value}:latest`}`,
  ],
  [/PATH\|URL/, 'argument', (value) => contextWords(value)],
  [/REPOSITORY\[/, 'image', (value) => `the name that it has: ${value}`],
  [/IMAGE|NAME\[:TAG/, 'image', (value) => imageWords(value)],
  [/NEW_NAME/, 'name', (value) => `the new name: ${value}`],
  [/SERVICE=/, 'name', (value) => value.replace(/^([^=]*)=(.*)$/, 'the service $1 shall have $2 containers')],
  [/CONTAINER/, 'name', (value) => `the container ${value}`],
  [/NETWORK/, 'name', (value) => `the network ${value}`],
  [/VOLUME/, 'name', (value) => `the volume ${value}`],
  [/SERVICE/, 'name', (value) => `the service ${value}`],
  [/NODE/, 'name', (value) => (value === 'self' ? 'this node' : `the node ${value}`)],
  [/STACK/, 'name', (value) => `the stack ${value}`],
  [/SECRET/, 'name', (value) => `the secret ${value}`],
  [/CONFIG/, 'name', (value) => `the config ${value}`],
  [/HOST:PORT/, 'argument', (value) => `a manager of the swarm, at ${value}`],
  [/PRIVATE_PORT/, 'argument', (value) => `the port ${value} in the container`],
  [/TERM/, 'argument', (value) => `what to look for: ${value}`],
  [/NAME\|ID/, 'name', (value) => `the container, image, volume or network ${value}`],
];

/** What an argument is at that place of the usage line. */
export function argumentWords(place: string, value: string): ArgumentWords {
  const row = PLACES.find(([pattern]) => pattern.test(place));
  return row
    ? { kind: row[1], words: row[2](value) }
    : { kind: 'argument', words: 'an argument of the command' };
}

function contextWords(value: string): string {
  if (value === '.') return 'the build context: COPY can take files of this folder, and only those';
  if (value === '-') return 'the Dockerfile comes from STDIN, and there are no files to copy';
  return `the build context: COPY can take files of ${value}, and only those`;
}

const fromWords = (value: string): string => `from ${pathWords(value)}`;

function pathWords(value: string): string {
  const colon = value.indexOf(':');
  if (value === '-') return 'STDIN or STDOUT, as a tar archive';
  return colon > 0
    ? `${value.slice(colon + 1)} in the container ${value.slice(0, colon)}`
    : `${value} on the machine`;
}
