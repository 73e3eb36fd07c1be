import { tableOf } from '../../lib/table.ts';
import { INSTRUCTION_NAMES } from '../../engine/build/dockerfile/parse-arguments.ts';
import type { Completion, Completions } from '../completion.ts';
import { INSTRUCTION_FLAGS, INSTRUCTION_WORDS } from './instruction-words.ts';
import { endsInHeredoc, nodesOf } from './nodes-of.ts';
import { stagesOf, variablesAt } from './scope.ts';

/** What is known outside of the file. Both are asked only where they are needed. */
export interface CompletionSources {
  /** Names of the repositories that can be pulled. */
  images(): Promise<readonly string[]>;
  /** Tags of a repository. */
  tags(repository: string): Promise<readonly string[]>;
  /** What is in a folder of the build context, relative to it; '' is the context itself. */
  files(folder: string): readonly { name: string; isFolder: boolean }[];
}

/** A place in an instruction that is being written. */
interface Place {
  /** All of it up to the cursor, on one line. */
  readonly before: string;
  /** The word at the cursor, up to there. */
  readonly word: string;
  /** The words between the instruction's name and that one. */
  readonly words: readonly string[];
  /** The file up to the instruction. */
  readonly above: string;
  readonly sources: CompletionSources;
}

const PLATFORMS = ['linux/amd64', 'linux/arm64', '$BUILDPLATFORM', '$TARGETPLATFORM'];
const FLAG_VALUES: Readonly<Record<string, readonly string[]>> = tableOf({
  platform: PLATFORMS,
  network: ['default', 'none', 'host'],
  mount: ['type=bind', 'type=cache', 'type=secret', 'type=ssh', 'type=tmpfs'],
});
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH', 'SIGKILL'];

/** What may be written at a place of a Dockerfile, which need not be whole. Line and column 1-based. */
export async function completeDockerfile(
  text: string,
  line: number,
  column: number,
  sources: CompletionSources,
): Promise<Completions> {
  const lines = text.split('\n');
  const first = firstLineOf(lines, line);
  const current = (lines[line - 1] ?? '').slice(0, column - 1);
  const none: Completions = { startColumn: column, items: [] };
  if (first === undefined || /^\s*#/.test(current)) return none;
  const before = [...lines.slice(first - 1, line - 1).map((part) => part.replace(/\\\s*$/, '')), current]
    .join(' ')
    .trimStart()
    .replace(/^onbuild\s+/i, '');
  const above = lines.slice(0, first - 1).join('\n');
  const found = await itemsAt(before, above, sources);
  return { startColumn: column - found.typed.length, items: found.items };
}

/** Where the instruction of a line begins; undefined inside of a here-document. */
function firstLineOf(lines: readonly string[], line: number): number | undefined {
  const above = lines.slice(0, line - 1).join('\n');
  if (endsInHeredoc(above)) return undefined;
  const { escape } = nodesOf(above);
  let first = line;
  while (first > 1 && (lines[first - 2] ?? '').trimEnd().endsWith(escape)) first -= 1;
  return first;
}

interface Found {
  /** What is typed of it. */
  readonly typed: string;
  readonly items: Completion[];
}

async function itemsAt(before: string, above: string, sources: CompletionSources): Promise<Found> {
  if (/^[A-Za-z]*$/.test(before)) return { typed: before, items: instructions(above) };
  const variable = /\$\{?(\w*)$/.exec(before);
  if (variable) {
    const isFrom = /^from\s/i.test(before);
    return {
      typed: variable[1] ?? '',
      items: variables(above, isFrom, before.endsWith(`{${variable[1] ?? ''}`)),
    };
  }
  const [name = '', ...rest] = before.split(/\s+/);
  const place: Place = { before, word: rest.at(-1) ?? '', words: rest.slice(0, -1), above, sources };
  const flagValue = /^--([\w-]+)=(.*)$/.exec(place.word);
  if (flagValue) return flagValues(flagValue[1] ?? '', flagValue[2] ?? '', place);
  if (place.word.startsWith('-') && place.words.every((word) => word.startsWith('--')))
    return { typed: place.word, items: flags(name) };
  return (await ARGUMENTS[name.toLowerCase()]?.(place)) ?? { typed: '', items: [] };
}

const ARGUMENTS: Readonly<Record<string, (place: Place) => Found | Promise<Found>>> = tableOf({
  from: fromArguments,
  copy: pathArguments,
  add: pathArguments,
  healthcheck: ({ word, words }) => ({
    typed: word,
    items: words.every((before) => before.startsWith('--'))
      ? [
          { label: 'CMD', kind: 'value', detail: 'the command that checks', insert: 'CMD ' },
          { label: 'NONE', kind: 'value', detail: 'no check, not even the base image’s' },
        ]
      : [],
  }),
  stopsignal: ({ word }) => ({
    typed: word,
    items: SIGNALS.map((label): Completion => ({ label, kind: 'value' })),
  }),
});

function instructions(above: string): Completion[] {
  const { nodes } = nodesOf(above);
  const lower = nodes.filter(({ name }) => name === name.toLowerCase()).length;
  const isLower = lower > nodes.length - lower;
  return INSTRUCTION_NAMES.filter((name) => name !== 'maintainer').map((name) => {
    const label = isLower ? name : name.toUpperCase();
    return {
      label,
      kind: 'instruction',
      detail: INSTRUCTION_WORDS[name]?.brief ?? '',
      insert: `${label} `,
      goesOn: ['from', 'copy', 'add'].includes(name),
    };
  });
}

const flags = (instruction: string): Completion[] =>
  Object.entries(INSTRUCTION_FLAGS[instruction.toLowerCase()] ?? {}).map(([name, { detail, isSwitch }]) => ({
    label: `--${name}`,
    kind: 'flag',
    detail,
    insert: isSwitch ? `--${name} ` : `--${name}=`,
    goesOn: name === 'from' || Object.hasOwn(FLAG_VALUES, name),
  }));

function variables(above: string, isFrom: boolean, isBraced: boolean): Completion[] {
  return variablesAt(nodesOf(above).nodes, isFrom).map(({ name, from }) => ({
    label: name,
    kind: 'variable',
    detail: from,
    ...(isBraced ? { insert: `${name}}` } : {}),
  }));
}

async function flagValues(flag: string, typed: string, { above, sources }: Place): Promise<Found> {
  if (flag === 'from') return images(typed, above, sources);
  const values = FLAG_VALUES[flag] ?? [];
  return { typed, items: values.map((label): Completion => ({ label, kind: 'value' })) };
}

function fromArguments({ word, words, above, sources }: Place): Found | Promise<Found> {
  const [base, as] = words.filter((before) => !before.startsWith('--'));
  if (base === undefined) return images(word, above, sources);
  if (as !== undefined) return { typed: '', items: [] };
  return { typed: word, items: [{ label: 'AS', kind: 'value', detail: 'names the stage', insert: 'AS ' }] };
}

/** Stages above, images of the hub and, behind a colon, an image's tags. */
async function images(typed: string, above: string, sources: CompletionSources): Promise<Found> {
  const colon = typed.indexOf(':');
  if (colon >= 0) {
    const tags = await sources.tags(typed.slice(0, colon));
    return {
      typed: typed.slice(colon + 1),
      items: tags.map((label): Completion => ({ label, kind: 'tag' })),
    };
  }
  const stages = stagesOf(nodesOf(above).nodes).map(({ name, base }): Completion => ({
    label: name,
    kind: 'stage',
    detail: `stage from ${base}`,
  }));
  const repositories = (await sources.images()).map((label): Completion => ({ label, kind: 'image' }));
  return { typed, items: [...stages, ...repositories] };
}

/** Files of the context; those of a stage or an image are not known here. */
function pathArguments({ word, words, sources }: Place): Found {
  if (words.some((before) => before.startsWith('--from='))) return { typed: '', items: [] };
  const quoted = word.replace(/^\[?"?/, '');
  const slash = quoted.lastIndexOf('/');
  const folder = quoted.slice(0, slash + 1);
  const typed = quoted.slice(slash + 1);
  if (folder.startsWith('/')) return { typed: '', items: [] };
  const items = sources
    .files(folder.replace(/^\.\//, '').replace(/\/$/, ''))
    .map(({ name, isFolder }): Completion => ({
      label: isFolder ? `${name}/` : name,
      kind: isFolder ? 'folder' : 'file',
      ...(isFolder ? { goesOn: true } : {}),
    }));
  return { typed, items };
}
