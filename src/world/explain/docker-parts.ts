import { findCommand } from '../../cli/command-tree.ts';
import type { Command } from '../../cli/command.ts';
import { findComposeCommand } from '../../cli/compose/compose-commands.ts';
import { COMPOSE_FLAGS } from '../../cli/compose/compose-flags.ts';
import { GLOBAL_FLAGS } from '../../cli/global-flags.ts';
import { SHORT_FORMS } from '../../cli/short-forms.ts';
import type { Flag } from '../../cli/flags/flag.ts';
import { argumentWords, placeName } from './argument-words.ts';
import type { LinePart } from './explained.ts';
import { flagWords } from './flag-words.ts';
import { partOver, type LineWord } from './line-words.ts';
import { readFlags, type Piece } from './read-flags.ts';

type Shape = Pick<Command, 'name' | 'use' | 'short' | 'flags' | 'interspersed'>;

/** A docker command as it is given: which one, its flags and its arguments. */
export interface DockerCommand {
  /** `container run`, `compose up`; '' where there is none of that name. */
  readonly path: string;
  readonly pieces: readonly Piece[];
  readonly args: readonly string[];
  /** Values by the flag's long name; 'true' for a switch. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  /** Long names of the flags that the command has. */
  readonly known: readonly string[];
}

/** The words of `docker …` in pieces: flags before the command, the command, then its flags and arguments. */
interface Split {
  readonly program: LineWord;
  readonly before: readonly Piece[];
  readonly names: readonly LineWord[];
  readonly path: string;
  /** Of a command or a group of them; undefined where there is none. */
  readonly short: string | undefined;
  readonly shape: Shape | undefined;
  readonly pieces: readonly Piece[];
}

/** The words begin with `docker`. */
function split([program, ...words]: readonly [LineWord, ...LineWord[]]): Split {
  const [before, rest] = leading(GLOBAL_FLAGS, words);
  if (rest[0]?.value === 'compose') return splitCompose(program, before, rest);
  const found = findCommand(rest.map(({ value }) => value));
  const count = rest.length - (found.kind === 'unknown' ? 0 : found.rest.length);
  const names = rest.slice(0, found.kind === 'unknown' ? 1 : count);
  const tail = rest.slice(names.length);
  if (found.kind !== 'command')
    return {
      program,
      before,
      names,
      path: '',
      short: found.kind === 'group' ? found.group.short : undefined,
      shape: undefined,
      pieces: readFlags([], tail, true),
    };
  const { command } = found;
  const path = fullPath(
    names.map(({ value }) => value),
    command,
  );
  const pieces = readFlags(command.flags, tail, command.interspersed !== false);
  return { program, before, names, path, short: command.short, shape: command, pieces };
}

/** `run` and `container run` are one. */
function fullPath(names: readonly string[], command: Command): string {
  if (names.length > 1) return [...names.slice(0, -1), command.name].join(' ');
  return SHORT_FORMS[names[0] ?? '']?.join(' ') ?? command.name;
}

function splitCompose(program: LineWord, before: readonly Piece[], rest: readonly LineWord[]): Split {
  const [compose, ...words] = rest;
  const [own, [name, ...tail]] = leading(COMPOSE_FLAGS, words);
  const command = name && findComposeCommand(name.value);
  return {
    program,
    before: [...before, ...own],
    names: [...(compose ? [compose] : []), ...(name ? [name] : [])],
    path: command ? `compose ${command.name}` : '',
    short: command ? command.short : name ? undefined : COMPOSE_WORDS,
    shape: command || undefined,
    pieces: command ? readFlags(command.flags, tail, command.interspersed !== false) : [],
  };
}

/** The flags at the beginning, and the words after them. */
function leading(flags: readonly Flag[], words: readonly LineWord[]): [Piece[], LineWord[]] {
  const pieces = readFlags(flags, words, false);
  const end = pieces.findIndex(({ kind }) => kind === 'argument');
  const own = end < 0 ? pieces : pieces.slice(0, end);
  return [own, words.slice(own.reduce((sum, piece) => sum + piece.words.length, 0))];
}

/** Undefined where the words are no docker command. */
export function dockerCommand(words: readonly LineWord[]): DockerCommand | undefined {
  const [first, ...rest] = words;
  if (first?.value !== 'docker') return undefined;
  const { path, pieces, before, shape } = split([first, ...rest]);
  const flags = new Map<string, string[]>();
  for (const piece of [...before, ...pieces])
    if (piece.kind === 'flags')
      for (const { flag, value } of piece.given)
        flags.set(flag.name, [...(flags.get(flag.name) ?? []), value ?? 'true']);
  const args = pieces.flatMap((piece) => (piece.kind === 'argument' ? [piece.words[0].value] : []));
  return { path, pieces, args, flags, known: shape?.flags.map(({ name }) => name) ?? [] };
}

/** Each part of a docker command in words; `words` begin with `docker`. */
export function dockerParts(words: readonly [LineWord, ...LineWord[]]): LinePart[] {
  const { program, before, names, short, shape, pieces } = split(words);
  const between = before.flatMap((piece) => pieceParts('docker', piece));
  const text =
    names.length === 0
      ? 'The docker command: alone it lists what it can do'
      : (short ?? `Docker has no command ${names.map(({ value }) => value).join(' ')}`);
  const own = shape ? commandParts(shape, pieces) : pieces.flatMap((piece) => pieceParts('', piece));
  return [...headParts([program, ...names], between, text), ...between, ...own].sort(
    (a, b) => a.start - b.start,
  );
}

/** `docker` and the command's names: one part, unless flags stand between them. */
function headParts(names: readonly LineWord[], between: readonly LinePart[], text: string): LinePart[] {
  const runs: LineWord[][] = [];
  for (const name of names) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last && !between.some(({ start }) => start > last.start && start < name.start);
    if (isNext) runs.at(-1)?.push(name);
    else runs.push([name]);
  }
  return runs.map((run, index) => partOver(run, 'command', index < runs.length - 1 ? headWords(run) : text));
}

const headWords = (run: readonly LineWord[]): string =>
  run.at(-1)?.value === 'compose' ? COMPOSE_WORDS : 'The docker command';

const COMPOSE_WORDS = 'Compose: several containers as one project, from a file';

function commandParts(shape: Shape, pieces: readonly Piece[]): LinePart[] {
  const parts: LinePart[] = [];
  const args: LineWord[] = [];
  const inside: LineWord[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'argument') {
      parts.push(...pieceParts(shape.name, piece));
      continue;
    }
    const [word] = piece.words;
    const place = placeName(shape.use, args.length);
    args.push(word);
    if (/COMMAND|^\[?ARGS?\b/.test(place)) inside.push(word);
    else parts.push(argumentPart(place, word));
  }
  if (inside.length > 0) parts.push(partOver(inside, 'inside', insideWords(shape.name)));
  return parts;
}

const insideWords = (command: string): string =>
  command === 'exec'
    ? 'The command that runs in the container, beside what runs there already'
    : 'The command that runs in the container, in place of the image’s own';

function argumentPart(place: string, word: LineWord): LinePart {
  const { kind, words } = argumentWords(place, word.value);
  if (word.from === undefined) return partOver([word], kind, sentence(words));
  return partOver([word], 'shell', fromWords(word.from));
}

/** A word that the shell fills in. */
export function fromWords(from: string): string {
  return from.startsWith('$')
    ? `The shell puts the value of ${from} here`
    : `The shell puts here what \`${from}\` prints`;
}

function pieceParts(command: string, piece: Piece): LinePart[] {
  switch (piece.kind) {
    case 'flags':
      return [
        partOver(
          piece.words,
          'flag',
          piece.given.map((each) => sentence(flagWords(command, each))).join('. '),
        ),
      ];
    case 'end':
      return [partOver(piece.words, 'flag', 'No flags from here on')];
    case 'unknown':
      return [partOver(piece.words, 'flag', `The command has no flag ${piece.words[0].value}`)];
    case 'argument':
      return [partOver(piece.words, 'argument', 'An argument of the command')];
  }
}

export const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
