import { inTurns, type Work } from '../../../lib/work.ts';
import { isSysError } from '../../../kernel/errno.ts';
import { CliError } from '../../cli-error.ts';
import type { ComposeContext, LoadDepth } from '../compose-command.ts';
import { formatTable } from '../../format/table.ts';
import { writeYamlInPieces } from '../../yaml/write-yaml.ts';
import { sortedKeys } from '../../yaml/yaml-value.ts';
import { extractVariables } from '../environment/extract-variables.ts';
import { goJson } from '../print/go-json.ts';
import { printedJson } from '../print/project-json.ts';
import { sortedDeep } from '../../yaml/sorted-deep.ts';
import { printedYaml } from '../print/project-yaml.ts';
import { serviceHash } from '../service-hash.ts';
import { startOrder } from '../project/start-order.ts';
import type { Project } from '../project.ts';

/** Prints a project as Compose understands it, or something of it. @see docker/compose v2.36.2 cmd/compose/config.go */
export async function runConfig(context: ComposeContext): Promise<number> {
  const { proc, flags } = context;
  const list = LISTS.find(({ flag }) => flags.has(flag) && flags.string(flag) !== 'false');
  if (list) {
    const lines = await list.lines(context);
    if (!flags.bool('quiet')) await proc.out(lines.map((line) => `${line}\n`).join(''));
    return 0;
  }
  const write = flags.bool('no-interpolate') ? await modelWriter(context) : await projectWriter(context);
  if (flags.bool('quiet')) return 0;
  const text = await inTurns(write(), (operations) => proc.tick(operations));
  const output = flags.string('output') ?? '';
  if (output === '') await proc.out(text);
  else writeOutput(context, output, text);
  return 0;
}

/** What can be asked for alone; of several the first. */
const LISTS: readonly {
  readonly flag: string;
  lines(context: ComposeContext): Promise<readonly string[]>;
}[] = [
  {
    flag: 'services',
    lines: async (context) => startOrder((await bareProject(context, [])).services),
  },
  { flag: 'volumes', lines: async (context) => namesOf((await bareProject(context, [])).volumes) },
  { flag: 'networks', lines: async (context) => namesOf((await bareProject(context, [])).networks) },
  { flag: 'hash', lines: hashLines },
  { flag: 'profiles', lines: profileLines },
  { flag: 'images', lines: imageLines },
  { flag: 'variables', lines: variableLines },
  {
    flag: 'environment',
    lines: async (context) =>
      Object.entries((await context.loadProject(depthOf(context))).environment)
        .map(([name, value]) => `${name}=${value}`)
        .sort(),
  },
];

/** What the flags say of how far to go. */
function depthOf({ flags, root, args }: ComposeContext): LoadDepth {
  return {
    services: args,
    skipInterpolation: flags.bool('no-interpolate'),
    skipNormalization: flags.bool('no-normalize') || root.bool('compatibility'),
    skipConsistencyCheck: flags.bool('no-consistency'),
    skipPathResolution: flags.bool('no-path-resolution'),
    skipEnvironmentResolution: flags.bool('no-env-resolution'),
  };
}

/** The project without the variables of its env files. */
function bareProject(context: ComposeContext, services = context.args): Promise<Project> {
  return context.loadProject({ ...depthOf(context), services, skipEnvironmentResolution: true });
}

const namesOf = (map: object | undefined): string[] => Object.keys(map ?? {}).sort();

async function hashLines(context: ComposeContext): Promise<string[]> {
  const wanted = context.flags.string('hash') ?? '';
  const { services, disabledServices } = await bareProject(context, []);
  const names = wanted === '*' ? Object.keys(services) : wanted.split(',');
  return names.sort().map((name) => {
    const service = services[name];
    if (service) return `${name} ${serviceHash(service)}`;
    throw new CliError(`no such service: ${name}: ${name in disabledServices ? 'disabled' : 'not found'}`);
  });
}

async function profileLines(context: ComposeContext): Promise<string[]> {
  const { services, disabledServices } = await bareProject(context);
  const all = Object.values({ ...services, ...disabledServices });
  return [...new Set(all.flatMap(({ profiles = [] }) => profiles))].sort();
}

async function imageLines(context: ComposeContext): Promise<string[]> {
  const { name, services } = await bareProject(context);
  return sortedKeys(services).map((service) => services[service]?.image ?? `${name}-${service}`);
}

async function variableLines(context: ComposeContext): Promise<string[]> {
  const { model } = await context.loadModel({ ...depthOf(context), skipInterpolation: true });
  const variables = [...extractVariables(model).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = variables.map(({ name, required, defaultValue, presenceValue }) => [
    name,
    String(required),
    defaultValue,
    presenceValue,
  ]);
  const header = ['NAME', 'REQUIRED', 'DEFAULT VALUE', 'ALTERNATE VALUE'];
  return formatTable([header, ...rows], 20)
    .trimEnd()
    .split('\n');
}

type Writer = () => Work<string>;

/** @throws CliError */
async function projectWriter(context: ComposeContext): Promise<Writer> {
  const { flags } = context;
  const project = await context.loadProject(depthOf(context));
  if (!flags.bool('no-consistency')) checkContainerNames(project);
  const write = inFormat(context, {
    yaml: () => printedYaml(project),
    json: () => atOnce(printedJson(project)),
  });
  return function* () {
    // What is printed can be read again.
    return (yield* write()).replaceAll('$', '$$$$');
  };
}

async function modelWriter(context: ComposeContext): Promise<Writer> {
  const { model } = await context.loadModel(depthOf(context));
  return inFormat(context, {
    yaml: () => writeYamlInPieces(sortedDeep(model) as typeof model),
    json: () => atOnce(goJson(sortedDeep(model), 2)),
  });
}

/** JSON has no way to be written in pieces. */
function* atOnce(text: string): Work<string> {
  yield text.length >> 10;
  return text;
}

/** @throws CliError for a format that there is not */
function inFormat({ flags }: ComposeContext, writers: Readonly<Record<'yaml' | 'json', Writer>>): Writer {
  const format = flags.string('format') ?? 'yaml';
  if (format === 'yaml' || format === 'json') return writers[format];
  throw new CliError(`unsupported format ${JSON.stringify(format)}`);
}

/** @throws CliError where two services want the same. @see compose-spec/compose-go v2.6.3 types/project.go CheckContainerNameUnicity */
function checkContainerNames({ services }: Project): void {
  const owners = new Map<string, string>();
  for (const name of sortedKeys(services)) {
    const container = services[name]?.container_name;
    if (!container) continue;
    const owner = owners.get(container);
    if (owner !== undefined)
      throw new CliError(
        `services.${name}: container name ${JSON.stringify(container)} is already in use by service ${owner}"`,
      );
    owners.set(container, name);
  }
}

/** @throws CliError */
function writeOutput({ proc }: ComposeContext, path: string, text: string): void {
  try {
    proc.files.writeFile(path, text);
  } catch (error) {
    if (isSysError(error)) throw new CliError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
