import type { Completion, Completions } from '../completion.ts';
import { placeIn, scanYaml, type YamlEntry, type YamlKeys, type YamlPlace } from './scan-yaml.ts';
import type { Surroundings } from './surroundings.ts';
import { suggestPorts } from './suggest-ports.ts';
import { formsAt, keysAt, patternOf, wordsAt } from './walk-schema.ts';
import { KEY_WORDS, VALUE_WORDS } from './words.data.ts';

/** A place, and what the rest of the file says. */
interface Asked extends YamlPlace {
  readonly pattern: string;
  readonly entries: readonly YamlEntry[];
  readonly around: Surroundings;
}

/** What is offered, and how much of what is typed it takes the place of: all, unless it says. */
interface Offer {
  readonly items: readonly Completion[];
  readonly typed?: string;
}

/** What may be written at a place of a compose file, which need not be whole: by its schema, by the rest of the file, and by the machine. Line and column from 1. */
export async function completeCompose(
  text: string,
  line: number,
  column: number,
  around: Surroundings,
): Promise<Completions> {
  const place = placeIn(text, line, column);
  if (!place) return { startColumn: column, items: [] };
  const asked: Asked = { ...place, pattern: patternOf(place.path), entries: scanYaml(text), around };
  const there = keysThere(asked, line);
  const value = there.size > 0 ? { items: [] } : await valuesFor(asked);
  const isKey = !place.isBehindKey && /^[\w-]*$/.test(place.typed);
  const keys = isKey ? keysFor(asked, there) : [];
  const typed = value.typed ?? place.typed;
  return { startColumn: column - typed.length, items: [...value.items, ...keys] };
}

/** The keys that the mapping has on other lines. */
function keysThere({ path, entries }: Asked, line: number): ReadonlySet<string> {
  const others = entries.filter((entry) => entry.line !== line && isBelow(path, entry.path));
  return new Set(others.map((entry) => String(entry.path.at(-1))));
}

/** Keys that the mapping does not have yet. */
function keysFor({ path, pattern, entries, indent }: Asked, there: ReadonlySet<string>): Completion[] {
  const prefix = pattern === '' ? '' : `${pattern}.`;
  const names = NAMES[pattern]?.(entries, path) ?? [];
  const order = (key: string): number => COMMON.get(`${prefix}${key}`) ?? COMMON.size;
  return [...keysAt(path), ...names]
    .filter((key) => !there.has(key))
    .sort((a, b) => order(a) - order(b))
    .map((key): Completion => {
      const { isScalar, isList, isMapping } = formsAt([...path, key]);
      const inner = ' '.repeat(indent + 2);
      const behind = isScalar ? ' ' : isList && !isMapping ? `\n${inner}- ` : `\n${inner}`;
      const detail = KEY_WORDS[`${prefix}${key}`];
      return {
        label: key,
        kind: 'key',
        insert: `${key}:${behind}`,
        goesOn: true,
        ...(detail ? { detail } : {}),
      };
    });
}

/** The keys that we have words for are the ones in use; they come first, in the order of the words. */
const COMMON: ReadonlyMap<string, number> = new Map(
  Object.keys(KEY_WORDS).map((pattern, index) => [pattern, index]),
);

const isBelow = (parent: YamlKeys, path: YamlKeys): boolean =>
  path.length === parent.length + 1 && parent.every((step, index) => step === path[index]);

/** The names that the file has in one of its sections. */
const namesIn = (entries: readonly YamlEntry[], section: string): string[] =>
  entries.filter(({ path }) => path.length === 2 && path[0] === section).map(({ path }) => String(path[1]));

const otherServices = (entries: readonly YamlEntry[], path: YamlKeys): string[] =>
  namesIn(entries, 'services').filter((name) => name !== path[1]);

const networkNames = (entries: readonly YamlEntry[]): string[] => [
  ...new Set([...namesIn(entries, 'networks'), 'default']),
];

/** Names that can be keys, by the pattern of the mapping. */
const NAMES: Readonly<Record<string, (entries: readonly YamlEntry[], path: YamlKeys) => string[]>> = {
  'services.*.depends_on': otherServices,
  'services.*.networks': networkNames,
};

async function valuesFor(asked: Asked): Promise<Offer> {
  const { path, pattern, isBehindKey } = asked;
  const isItem = typeof path.at(-1) === 'number';
  if (!isBehindKey && !isItem) return { items: [] };
  const found = await VALUES[pattern]?.(asked);
  if (found) return found;
  const words = [...wordsAt(path), ...(VALUE_WORDS[pattern] ?? [])];
  return { items: words.map((label): Completion => ({ label, kind: 'value' })) };
}

type Kind = Completion['kind'];

const named = (kind: Kind, names: readonly string[], detail?: string): Completion[] =>
  names.map((label) => ({ label, kind, ...(detail ? { detail } : {}) }));

const services = ({ entries, path }: Asked): Offer => ({
  items: named('service', otherServices(entries, path)),
});
const section =
  (name: string, kind: Kind) =>
  ({ entries }: Asked): Offer => ({ items: named(kind, namesIn(entries, name), `of ${name} below`) });
const networks = ({ entries }: Asked): Offer => ({ items: named('network', networkNames(entries)) });

/** Where the machine, or the rest of the file, knows more than the schema; by the pattern of the path. */
const VALUES: Readonly<Record<string, (asked: Asked) => Offer | Promise<Offer>>> = {
  'services.*.image': images,
  'services.*.depends_on.[]': services,
  'services.*.links.[]': services,
  'services.*.extends': services,
  'services.*.extends.service': services,
  'services.*.volumes_from.[]': services,
  'services.*.networks.[]': networks,
  'services.*.secrets.[]': section('secrets', 'value'),
  'services.*.configs.[]': section('configs', 'value'),
  'services.*.volumes.[]': mounts,
  'services.*.volumes.[].source': mounts,
  'services.*.ports.[]': ports,
  'services.*.build': files,
  'services.*.build.context': files,
  'services.*.build.dockerfile': files,
  'services.*.env_file': files,
  'services.*.env_file.[]': files,
  'include.[]': files,
  'secrets.*.file': files,
  'configs.*.file': files,
  'networks.*.name': async ({ around }) => ({
    items: named('network', await around.networks(), 'on this machine'),
  }),
  'volumes.*.name': async ({ around }) => ({
    items: named('volume', await around.volumes(), 'on this machine'),
  }),
};

/** Images of the machine, then what can be pulled; behind a colon an image's tags. */
async function images({ typed, around }: Asked): Promise<Offer> {
  const local = [...(await around.localImages()).keys()];
  const colon = typed.lastIndexOf(':');
  if (colon >= 0) {
    const repository = typed.slice(0, colon);
    const here = new Set(local);
    const tags = new Set([
      ...local.filter((name) => name.startsWith(`${repository}:`)).map((name) => name.slice(colon + 1)),
      ...(await around.tags(repository)),
    ]);
    const items = [...tags].map((label): Completion => ({
      label,
      kind: 'tag',
      ...(here.has(`${repository}:${label}`) ? { detail: 'on this machine' } : {}),
    }));
    return { items, typed: typed.slice(colon + 1) };
  }
  return { items: [...named('image', local, 'on this machine'), ...named('image', await around.images())] };
}

/** Volumes of the file and folders beside it; behind the colon it is the container's business. */
function mounts(asked: Asked): Offer {
  if (asked.typed.includes(':')) return { items: [] };
  if (/^[./~]/.test(asked.typed)) return files(asked);
  const volumes = named('volume', namesIn(asked.entries, 'volumes'), 'a volume of this file');
  return { items: [...volumes, ...files(asked).items] };
}

/** What is beside the file; a path begins with `./`. */
function files({ typed, around }: Asked): Offer {
  const slash = typed.lastIndexOf('/');
  const folder = typed.slice(0, slash + 1);
  const items = around.files(folder.replace(/^\.\//, '').replace(/\/$/, '')).map(({ name, isFolder }) => ({
    label: isFolder ? `${name}/` : name,
    kind: isFolder ? ('folder' as const) : ('file' as const),
    insert: `${folder === '' ? './' : ''}${name}${isFolder ? '/' : ''}`,
  }));
  return { items, typed: typed.slice(slash + 1) };
}

/** For each port of the image a free one of the machine. */
async function ports({ entries, path, typed, around }: Asked): Promise<Offer> {
  const image = entries.find((entry) => entry.path.join('.') === `services.${String(path[1])}.image`)?.value;
  const exposed = image ? await around.exposedPorts(image) : [];
  const taken = await around.takenPorts();
  return { items: suggestPorts(typed, exposed, taken) };
}
