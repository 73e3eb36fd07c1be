import { formatHumanSize } from '../../lib/human-size.ts';
import { scanYaml, type YamlEntry } from './scan-yaml.ts';
import type { Surroundings } from './surroundings.ts';
import { formsAt, patternOf, schemasAt, wordsAt } from './walk-schema.ts';
import { KEY_WORDS } from './words.data.ts';

/** What is told of a place. Columns from 1, the end exclusive. */
export interface ComposeHover {
  /** Markdown, a paragraph each. */
  readonly paragraphs: readonly string[];
  readonly line: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** What a key is for, and what the machine has of what is written; undefined where nothing is known. Line and column from 1. */
export async function hoverCompose(
  text: string,
  line: number,
  column: number,
  around: Surroundings,
): Promise<ComposeHover | undefined> {
  const entry = scanYaml(text).find((each) => each.line === line);
  if (!entry || schemasAt(entry.path).length === 0) return undefined;
  const isOnKey = typeof entry.path.at(-1) === 'string' && column <= entry.endColumn;
  const live = await liveWords(entry, around);
  const paragraphs = isOnKey ? [...keyWords(entry), ...live] : live;
  if (paragraphs.length === 0) return undefined;
  const start = isOnKey ? entry.startColumn : entry.valueColumn;
  const end = isOnKey ? entry.endColumn : entry.valueColumn + entry.value.length;
  return { paragraphs, line, startColumn: start, endColumn: Math.max(end, start + 1) };
}

function keyWords({ path }: YamlEntry): string[] {
  const key = String(path.at(-1));
  const words = KEY_WORDS[patternOf(path)];
  return [words ? `**${key}**: ${words}` : `**${key}**`, formWords(path)].filter((each) => each !== '');
}

/** `A word: one of …`, or `A list or a mapping.` */
function formWords(path: YamlEntry['path']): string {
  const words = wordsAt(path);
  const { isScalar, isList, isMapping } = formsAt(path);
  const forms = [
    ...(isScalar ? ['a value'] : []),
    ...(isList ? ['a list'] : []),
    ...(isMapping ? ['a mapping'] : []),
  ];
  if (isScalar && !isList && !isMapping && words.length > 0) return `One of: \`${words.join('`, `')}\`.`;
  const text = forms.join(' or ');
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What the machine knows of an entry, by the pattern of its path. */
async function liveWords(entry: YamlEntry, around: Surroundings): Promise<string[]> {
  const pattern = patternOf(entry.path);
  if (pattern === 'services.*' || pattern.startsWith('services.*.depends_on.'))
    return serviceWords(
      typeof entry.path.at(-1) === 'number' ? entry.value : String(entry.path.at(-1)),
      around,
    );
  if (pattern === 'services.*.image') return imageWords(entry.value, around);
  if (pattern === 'services.*.ports.[]' || pattern === 'services.*.ports.[].published')
    return portWords(entry.value, around);
  return [];
}

async function serviceWords(service: string, around: Surroundings): Promise<string[]> {
  const containers = await around.containersOf(service);
  if (containers.length === 0) return [`No container of ${service} is there now.`];
  return containers.map(({ name, state }) => `\`${name}\` is ${state}.`);
}

async function imageWords(image: string, around: Surroundings): Promise<string[]> {
  if (image === '' || image.includes('$')) return [];
  const name = /:[^/]+$|@/.test(image) ? image : `${image}:latest`;
  const sizeBytes = (await around.localImages()).get(name);
  if (sizeBytes !== undefined) return [`\`${name}\` is on this machine: ${formatHumanSize(sizeBytes, 3)}.`];
  const colon = name.lastIndexOf(':');
  const isKnown = (await around.tags(name.slice(0, colon))).includes(name.slice(colon + 1));
  return [
    isKnown
      ? `\`${name}\` is not on this machine; it will be pulled.`
      : `\`${name}\` is neither on this machine nor in the registry.`,
  ];
}

async function portWords(value: string, around: Surroundings): Promise<string[]> {
  const host = /^(?:\d+\.[\d.]+:)?(\d+)(?::\d+)?(?:\/tcp)?$/.exec(value)?.[1];
  const isMapped = value.includes(':') || value === host;
  if (host === undefined || !isMapped) return [];
  const owner = (await around.takenPorts()).get(Number(host));
  return [
    owner === undefined
      ? `Port ${host} of the machine is free.`
      : `Port ${host} of the machine leads to ${owner}.`,
  ];
}
